package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.http.ListeningDemo.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import osusume.data.Taste;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;

/** {@code /recommend} over real sockets. */
class RecommendRouteTest {
  private static final ListeningDemo DEMO = ListeningDemo.learned();
  private static final int USER = 7;

  private static JsonNode ask(String query) throws IOException {
    return DEMO.json("/recommend/" + USER + "?" + query);
  }

  private static List<JsonNode> titles(JsonNode answer) {
    return answer.get("anime").valueStream().toList();
  }

  private static List<Integer> ids(JsonNode answer) {
    return titles(answer).stream().map(title -> title.get("anime_id").asInt()).toList();
  }

  @Test
  void fiveTitlesByTheDefaultStrategyWithTheDocumentedKeys() throws IOException {
    JsonNode answer = DEMO.json("/recommend/" + USER);
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly("recommended_anime", "weights", "anime", "strategy", "removed", "note");
    assertThat(answer.get("strategy").asText()).isEqualTo("blend");
    assertThat(titles(answer)).hasSize(5).allMatch(title -> !title.get("reasons").isEmpty());
    assertThat(answer.get("recommended_anime").valueStream().toList())
        .isEqualTo(titles(answer).stream().map(title -> title.get("name")).toList());
    assertThat(answer.get("weights").valueStream().toList())
        .isEqualTo(titles(answer).stream().map(title -> title.get("weight")).toList());
    Taste taste = DEMO.workspace().opened().tasteOf(USER);
    assertThat(ids(answer)).noneMatch(id -> taste.holds(DEMO.open().catalogue().rowOfId(id)));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void everyStrategyAnswersAsManyAsAreAskedFor(String strategy) throws IOException {
    JsonNode answer = ask("k=9&strategy=" + strategy);
    assertThat(answer.get("strategy").asText()).isEqualTo(strategy);
    assertThat(ids(answer)).hasSize(9).doesNotHaveDuplicates();
  }

  static List<String> strategies() {
    return Strategies.ALL.stream().map(Strategy::name).toList();
  }

  private record Filter(String query, Predicate<JsonNode> holds) {
    @Override
    public String toString() {
      return query;
    }
  }

  static Stream<Filter> everyFilter() {
    return Stream.of(
        new Filter("genre=Drama", t -> t.get("genre").asText().contains("Drama")),
        new Filter("without_genre=Comedy", t -> !t.get("genre").asText().contains("Comedy")),
        new Filter("type=movie", t -> t.get("type").asText().equals("Movie")),
        new Filter("title=no", t -> t.get("name").asText().toLowerCase().contains("no")),
        new Filter("episodes=12", t -> t.get("episodes").asInt() == 12),
        new Filter("mt_episodes=12", t -> t.get("episodes").asInt() > 12),
        new Filter("lt_episodes=12", t -> t.get("episodes").asInt(99) < 12),
        new Filter("mt_rating=8", t -> t.get("rating").asDouble() > 8),
        new Filter("lt_rating=8", t -> t.get("rating").asDouble(9) < 8),
        new Filter("mt_members=100000", t -> t.get("members").asInt() > 100_000),
        new Filter("lt_members=100000", t -> t.get("members").asInt() < 100_000),
        new Filter("adult=off", t -> !t.get("genre").asText().contains("Hentai")));
  }

  @ParameterizedTest
  @MethodSource("everyFilter")
  void aFilterActsBeforeTheCutAndIsCounted(Filter filter) throws IOException {
    JsonNode answer = ask("franchises=off&k=20&" + filter.query());
    assertThat(titles(answer)).isNotEmpty().allMatch(filter.holds());
    assertThat(answer.get("removed").fieldNames().next())
        .isIn(filter.query().split("=", -1)[0].replaceAll("^(mt|lt)_", ""));
    // As many as the same order without the filter holds, up to twenty.
    List<Integer> all =
        titles(ask("franchises=off&k=1000")).stream()
            .filter(filter.holds())
            .map(title -> title.get("anime_id").asInt())
            .limit(20)
            .toList();
    assertThat(ids(answer)).isEqualTo(all);
  }

  @Test
  void oneTitleCanBeAskedForByIdOrName() throws IOException {
    JsonNode best = titles(ask("franchises=off&k=1")).getFirst();
    String id = best.get("anime_id").asText();
    String name = encoded(best.get("name").asText());
    for (String query :
        List.of(
            "anime_id=" + id,
            "name=" + name,
            "anime_id=" + id + "&rating=" + best.get("rating").asText(),
            "anime_id=" + id + "&members=" + best.get("members").asText())) {
      assertThat(ids(ask(query + "&franchises=off"))).as(query).contains(Integer.valueOf(id));
    }
    assertThat(ids(ask("anime_id=424242"))).isEmpty();
  }

  @Test
  void aimNoveltyDiversityAndFranchisesChangeTheAnswerTheirWay() throws IOException {
    JsonNode rated = ask("aim=rate&franchises=off&k=10");
    assertThat(rated.get("strategy").asText()).isEqualTo("rating");
    assertThat(rated.get("note").asText()).isEmpty();
    assertThat(ask("aim=rate&strategy=mix").get("note").asText())
        .isEqualTo("aim=rate ranks by predicted ratings, so the strategy mix is not asked.");
    assertThat(titles(rated).stream().map(t -> -t.get("predicted").asDouble())).isSorted();
    assertThat(members(ask("novelty=1&k=20"))).isLessThan(members(ask("novelty=-1&k=20")));
    assertThat(ids(ask("diversity=1&k=20"))).isNotEqualTo(ids(ask("k=20")));
    assertThat(titles(ask("k=1000")).size())
        .isLessThan(titles(ask("k=1000&franchises=off")).size());
    assertThat(ids(ask("franchises=on&aim=watch&novelty=0&diversity=0")))
        .isEqualTo(ids(ask("k=5")));
  }

  private static double members(JsonNode answer) {
    return titles(answer).stream().mapToInt(t -> t.get("members").asInt()).average().orElseThrow();
  }

  @Test
  void whatIsTakenOutDoesNotCount() throws IOException {
    JsonNode plain = ask("strategy=similar");
    int reason = titles(plain).getFirst().at("/reasons/0/anime_id").asInt();
    JsonNode without = ask("strategy=similar&k=30&without=" + reason);
    assertThat(without.findValuesAsText("anime_id")).doesNotContain(String.valueOf(reason));
    assertThat(ids(without)).isNotEqualTo(ids(ask("strategy=similar&k=30")));
    JsonNode groups = ask("strategy=mix&without_group=1&without_group=2");
    assertThat(groups.findValuesAsText("group")).isNotEmpty().doesNotContain("1", "2");
    assertThat(ask("weights=similar=0&weights=popular=5&k=20").get("weights"))
        .isNotEqualTo(ask("k=20").get("weights"));
  }

  @Test
  void aFewTitlesByWhatIsKnownAlreadyAreQuick() throws Problem {
    assertThat(quick("strategy=group")).isTrue();
    assertThat(quick("strategy=popular&k=20&franchises=off&adult=off&mt_members=5")).isTrue();
    for (String query :
        List.of(
            "",
            "strategy=blend",
            "strategy=group&k=21",
            "strategy=group&title=no",
            "strategy=group&aim=rate",
            "strategy=group&without=5")) {
      assertThat(quick(query)).as(query).isFalse();
    }
  }

  private static boolean quick(String query) throws Problem {
    Query parsed = Query.parse(query, RecommendRoute.PARAMETERS);
    return new RecommendRoute()
        .isQuick(new Call(Optional.empty(), false, List.of("7"), parsed, false, () -> false));
  }
}
