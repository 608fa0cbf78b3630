package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.http.ListeningDemo.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import osusume.data.Anime;

/** {@code /anime} over real sockets, against a look at every title. */
class AnimeRouteTest {
  private static final ListeningDemo DEMO = ListeningDemo.learned();

  private record Asked(String query, Predicate<Anime> wanted) {
    @Override
    public String toString() {
      return query;
    }
  }

  private static Asked asked(String parameter, Object value, Predicate<Anime> wanted) {
    return new Asked(parameter + "=" + encoded(value), wanted);
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  /** NaN where it is not known. */
  private static double episodes(Anime title) {
    return title.episodes() < 0 ? Double.NaN : title.episodes();
  }

  private static Stream<Asked> numbers(String name, ToDoubleFunction<Anime> of, double... values) {
    List<Asked> asked = new ArrayList<>();
    for (double x : values) {
      asked.add(asked(name, x, t -> of.applyAsDouble(t) == x));
      asked.add(asked("mt_" + name, x, t -> of.applyAsDouble(t) > x));
      asked.add(asked("lt_" + name, x, t -> of.applyAsDouble(t) < x));
    }
    return asked.stream();
  }

  static Stream<Asked> everyFilter() {
    Stream<Asked> texts =
        Stream.of(
            asked("anime_id", 1, t -> t.id() == 1),
            asked("anime_id", 424_242, t -> false),
            asked("anime_id", -5, t -> false),
            asked("name", "cowboy BEBOP", t -> t.name().equals("Cowboy Bebop")),
            asked("name", "bebop", t -> t.name().equalsIgnoreCase("bebop")),
            asked("title", "bebop", t -> contains(t.name(), "bebop")),
            asked("genre", "drama", t -> contains(t.genreText(), "drama")),
            asked("genre", "Slice", t -> contains(t.genreText(), "slice")),
            asked("genre", "Drama, School", t -> contains(t.genreText(), "drama, school")),
            asked("without_genre", "Comedy", t -> !contains(t.genreText(), "comedy")),
            asked("type", "tv", t -> t.type().equalsIgnoreCase("tv")),
            asked("type", "Unknown", t -> t.type().equals("Unknown")),
            asked("type", "Radio", t -> false),
            asked("adult", "on", t -> true),
            asked("adult", "off", t -> !t.genres().contains("Hentai")),
            new Asked(
                "genre=Drama&genre=Romance",
                t -> contains(t.genreText(), "drama") && contains(t.genreText(), "romance")),
            new Asked(
                "type=Movie&type=ova", t -> t.type().equals("Movie") || t.type().equals("OVA")),
            new Asked(
                "without_genre=Drama&without_genre=Action",
                t -> !contains(t.genreText(), "drama") && !contains(t.genreText(), "action")));
    return Stream.of(
            texts,
            ListeningDemo.ODD.stream()
                .map(odd -> asked("name", odd.name(), t -> t.id() == odd.id())),
            numbers("episodes", AnimeRouteTest::episodes, 0, 1, 26, 12.5),
            numbers("rating", Anime::rating, 0, 8.8, 10, 5.5),
            numbers("members", Anime::members, 0, 12, 480_000, -1))
        .flatMap(asked -> asked);
  }

  @ParameterizedTest
  @MethodSource("everyFilter")
  void aParameterFindsWhatALookAtEveryTitleFinds(Asked asked) throws IOException {
    assertThat(ids(DEMO.json("/anime?" + asked.query())))
        .isEqualTo(DEMO.titles().stream().filter(asked.wanted()).map(Anime::id).toList());
  }

  @Test
  void parametersTogetherFindWhatFitsAllOfThem() throws IOException {
    List<Asked> all = everyFilter().toList();
    Random random = new Random(5);
    int found = 0;
    for (int i = 0; i < 150; i++) {
      List<Asked> some = new ArrayList<>();
      for (int j = 0; j < 2 + random.nextInt(3); j++) {
        Asked one = all.get(random.nextInt(all.size()));
        String name = one.query().split("=", -1)[0];
        if (some.stream().noneMatch(other -> other.query().startsWith(name + "="))) {
          some.add(one);
        }
      }
      String query = String.join("&", some.stream().map(Asked::query).toList());
      List<Integer> expected =
          DEMO.titles().stream()
              .filter(t -> some.stream().allMatch(one -> one.wanted().test(t)))
              .map(Anime::id)
              .toList();
      found += expected.isEmpty() ? 0 : 1;
      assertThat(ids(DEMO.json("/anime?" + query))).as(query).isEqualTo(expected);
    }
    assertThat(found).isGreaterThan(20);
  }

  @Test
  void theDocumentedFiveFiltersAreUnderstood() throws IOException {
    JsonNode found =
        DEMO.json("/anime?genre=Action&mt_episodes=20&lt_episodes=60&mt_rating=7&mt_members=1000");
    assertThat(found).isNotEmpty();
    for (JsonNode title : found) {
      assertThat(title.get("episodes").asInt()).isBetween(21, 59);
      assertThat(title.get("rating").asDouble()).isGreaterThan(7);
      assertThat(title.get("members").asInt()).isGreaterThan(1000);
      assertThat(title.get("genre").asText()).contains("Action");
    }
  }

  @Test
  void aTitleHasTheColumnsOfTheFileInTheirOrderAndNullForUnknownNumbers() throws IOException {
    for (Anime odd : ListeningDemo.ODD) {
      JsonNode row = DEMO.json("/anime?anime_id=" + odd.id()).get(0);
      assertThat(row.fieldNames())
          .toIterable()
          .containsExactly("anime_id", "name", "genre", "type", "episodes", "rating", "members");
      assertThat(row.get("name").asText()).isEqualTo(odd.name());
      assertThat(row.get("genre").asText()).isEqualTo(odd.genreText());
      assertThat(row.get("episodes").isNull()).isEqualTo(odd.episodes() < 0);
      assertThat(row.get("rating").isNull()).isEqualTo(Double.isNaN(odd.rating()));
      assertThat(row.get("members").asInt()).isEqualTo(odd.members());
    }
  }

  @Test
  void aSpaceMayBeAPlusOrPercent20AndAPlusIsPercent2b() throws IOException {
    List<Integer> bebop = List.of(1);
    assertThat(ids(DEMO.json("/anime?name=Cowboy+Bebop"))).isEqualTo(bebop);
    assertThat(ids(DEMO.json("/anime?name=Cowboy%20Bebop"))).isEqualTo(bebop);
    assertThat(ids(DEMO.json("/anime?name=Cowboy%2BBebop"))).isEmpty();
    assertThat(ids(DEMO.json("/anime?title=100%25+%2B+1/2"))).containsExactly(900_002);
    assertThat(ids(DEMO.json("/anime?&title=%E3%81%8A%E3%81%99&&"))).containsExactly(900_001);
  }

  @Test
  void sortedByAColumnUnknownValuesComeLastEitherWay() throws IOException {
    List<Double> rising = column("/anime?sort=rating", "rating");
    List<Double> falling = column("/anime?sort=-rating", "rating");
    Comparator<Double> nullsLast = Comparator.nullsLast(Comparator.naturalOrder());
    assertThat(rising).isSortedAccordingTo(nullsLast).endsWith((Double) null);
    assertThat(falling)
        .isSortedAccordingTo(Comparator.nullsLast(Comparator.reverseOrder()))
        .endsWith((Double) null);
    assertThat(column("/anime?sort=-members&limit=3", "members"))
        .isSortedAccordingTo((a, b) -> Double.compare(b, a))
        .hasSize(3);
  }

  @Test
  void pagesJoinToTheWhole() throws IOException {
    List<Integer> whole = ids(DEMO.json("/anime?sort=name"));
    assertThat(whole).hasSize(DEMO.titles().size());
    Random random = new Random(6);
    List<Integer> joined = new ArrayList<>();
    while (joined.size() < whole.size()) {
      int limit = 1 + random.nextInt(200);
      joined.addAll(
          ids(DEMO.json("/anime?sort=name&offset=%d&limit=%d".formatted(joined.size(), limit))));
    }
    assertThat(joined).isEqualTo(whole);
    assertThat(ids(DEMO.json("/anime?limit=0"))).isEmpty();
    assertThat(ids(DEMO.json("/anime?offset=" + Long.MAX_VALUE))).isEmpty();
    assertThat(ids(DEMO.json("/anime?sort=name&offset=5&limit=" + Long.MAX_VALUE)))
        .isEqualTo(whole.subList(5, whole.size()));
  }

  private static List<Integer> ids(JsonNode rows) {
    return Stream.of(rows)
        .flatMap(r -> r.valueStream())
        .map(r -> r.get("anime_id").asInt())
        .toList();
  }

  private static List<Double> column(String path, String name) throws IOException {
    List<Double> values = new ArrayList<>();
    for (JsonNode row : DEMO.json(path)) {
      values.add(row.get(name).isNull() ? null : (Double) row.get(name).asDouble());
    }
    return values;
  }
}
