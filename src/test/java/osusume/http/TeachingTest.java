package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;

/** What {@code /anime} and {@code /user} teach who asks for nothing. */
class TeachingTest {
  private static final ListeningDemo DEMO = ListeningDemo.learned();

  @ParameterizedTest
  @ValueSource(strings = {"/anime", "/user", "/anime?", "/user?&"})
  void everyParameterIsTaughtWithExamplesThatFindSomething(String path) throws IOException {
    JsonNode lesson = DEMO.json(path);
    assertThat(lesson.fieldNames())
        .toIterable()
        .containsExactly("message", "parameters", "examples");
    List<String> taught =
        lesson.get("parameters").valueStream().map(p -> p.get("name").asText()).toList();
    Set<String> shown = new HashSet<>();
    for (JsonNode example : lesson.get("examples")) {
      assertThat(example.asText()).startsWith(path.replaceAll("\\?.*", "?")).matches("[!-~]+");
      JsonNode found = DEMO.json(example.asText());
      assertThat(found.isArray()).as(example.asText()).isTrue();
      assertThat(found).as(example.asText()).isNotEmpty();
      String query = example.asText().replaceAll("^[^?]*\\?", "");
      Arrays.stream(query.split("&", -1)).map(p -> p.split("=", -1)[0]).forEach(shown::add);
    }
    assertThat(taught).doesNotHaveDuplicates();
    assertThat(shown).containsExactlyInAnyOrderElementsOf(taught);
  }

  @Test
  void anExampleShowsANameThatHasToBeEncoded() throws IOException {
    assertThat(DEMO.json("/anime").get("examples").toString())
        .containsPattern("/anime\\?name=[^\"]*%(20|[89A-F])");
  }

  @Test
  void examplesAreMadeFromTheDataThatAreOpen() {
    Dataset one = small(new Anime(7, "ひとつ", List.of("Drama"), "TV", 12, 7.5, 40), 8);
    assertThat(AnimeExamples.in(one))
        .contains("/anime?anime_id=7", "/anime?name=%E3%81%B2%E3%81%A8%E3%81%A4")
        .allMatch(path -> found(path, AnimeRoute.PARAMETERS, one) == 1);
    assertThat(UserExamples.in(one))
        .contains("/user?user_id=3&mt_rating=7&lt_rating=9", "/user?anime_id=7&limit=10")
        .doesNotContain("/user?rating=-1&limit=10");
  }

  @Test
  void whereNothingIsKnownOnlyWhatFindsSomethingIsShown() {
    Dataset blank =
        small(new Anime(7, "x", List.of(Anime.UNKNOWN), Anime.UNKNOWN, -1, Double.NaN, 0), -1);
    assertThat(AnimeExamples.in(blank)).isEmpty();
    assertThat(UserExamples.in(blank)).contains("/user?user_id=3", "/user?rating=-1&limit=10");
  }

  @Test
  void whereAnotherDataSetIsOpenedItsExamplesAreShown() throws IOException {
    var teaching = new Teaching("x", List.of(), AnimeExamples::in);
    Anime title = new Anime(7, "x", List.of("Drama"), "TV", 12, 7.5, 40);
    Dataset one = small(title, 8);
    Dataset other =
        new Dataset(
            one.name(),
            false,
            new Catalogue(List.of(new Anime(9, "y", List.of("Drama"), "TV", 12, 7.5, 40))),
            one.ratings(),
            "01",
            one.report());
    for (Dataset open : List.of(one, other, other, one)) {
      var out = new ByteArrayOutputStream();
      teaching.about(open).body().writeTo(out);
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("/anime?anime_id=" + open.catalogue().anime(0).id() + "\"");
    }
  }

  private static int found(String path, List<Parameter> known, Dataset data) {
    try {
      Query query = Query.parse(path.substring(path.indexOf('?') + 1), known);
      return AnimeRoute.query(query).rows(data.catalogue()).length;
    } catch (Problem e) {
      throw new AssertionError(path, e);
    }
  }

  /** One title, and one user who gave it a rating. */
  private static Dataset small(Anime title, int rating) {
    return new Dataset(
        "small",
        false,
        new Catalogue(List.of(title)),
        new RatingMatrix(
            new int[] {3}, new int[] {0, 1}, new int[] {0}, new byte[] {(byte) rating}, 1),
        "00",
        new ImportReport(1, 1, 1, rating < 0 ? 1 : 0, List.of()));
  }
}
