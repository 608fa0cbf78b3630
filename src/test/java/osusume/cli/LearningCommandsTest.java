package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.app.Part;
import osusume.json.Json;
import osusume.recommend.Strategies;

/**
 * What is learned when, and what of it is kept: {@code train}, and commands that lack something.
 */
class LearningCommandsTest {
  private static final int TITLES = 12;

  @TempDir Path folder;

  private String out;
  private String err;

  private int run(String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.addAll(List.of("--data", folder.resolve("data").toString()));
    args.addAll(List.of("--models", models().toString()));
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new PrintStream(stdout, false, StandardCharsets.UTF_8),
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            false);
    int status = CommandLineTool.run(args.toArray(String[]::new), (places, files) -> 77, streams);
    out = stdout.toString(StandardCharsets.UTF_8);
    err = stderr.toString(StandardCharsets.UTF_8);
    return status;
  }

  private Path models() {
    return folder.resolve("models");
  }

  private Path file(String part) {
    return models().resolve(part + "-kaggle.safetensors");
  }

  private JsonNode json() throws IOException {
    return Json.mapper().readTree(out);
  }

  private ObjectNode manifest() throws IOException {
    return (ObjectNode) Json.mapper().readTree(models().resolve("manifest.json").toFile());
  }

  private void write(ObjectNode manifest) throws IOException {
    Json.mapper().writeValue(models().resolve("manifest.json").toFile(), manifest);
  }

  /** Two crowds, each with titles of its own. */
  @BeforeEach
  void importTwoCrowds() throws IOException {
    StringBuilder anime = new StringBuilder("anime_id,name,genre,type,episodes,rating,members\n");
    StringBuilder ratings = new StringBuilder("user_id,anime_id,rating\n");
    for (int t = 0; t < TITLES; t++) {
      anime.append(100 + t).append(",Title ").append(t).append(",Drama,TV,12,7.5,100\n");
      for (int user = 1; user <= 30; user++) {
        if (user % 2 == t % 2 && (user + t) % 7 > 0) {
          ratings.append("%d,%d,%d\n".formatted(user, 100 + t, 6 + (user * t) % 5));
        }
      }
    }
    importFiles(anime.toString(), ratings.toString());
  }

  private void importFiles(String anime, String ratings) throws IOException {
    Path one = Files.writeString(folder.resolve("anime.csv"), anime);
    Path two = Files.writeString(folder.resolve("rating.csv"), ratings);
    assertThat(run("import", "--name", "kaggle", one.toString(), two.toString()))
        .as(() -> err)
        .isZero();
  }

  @Test
  void trainLearnsEveryPartAndEveryStrategyCanThenBeAskedWithoutLearning() throws IOException {
    assertThat(run("train", "--components", "2")).as(() -> err).isZero();
    assertThat(out.lines()).hasSize(2 * Part.ALL.size());
    assertThat(out)
        .startsWith("Learned 2 taste groups of \"kaggle\" in ")
        .contains("Learned how titles go together in ", file("similar").toString());
    assertThat(manifest().fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Part.ALL.stream().map(Part::name).toList());
    for (Part<?> part : Part.ALL) {
      assertThat(file(part.name())).isNotEmptyFile();
    }
    byte[] manifest = Files.readAllBytes(models().resolve("manifest.json"));
    for (var strategy : Strategies.ALL) {
      assertThat(run("recommend", "1", "--strategy", strategy.name(), "--json")).isZero();
      assertThat(err).isEmpty();
      assertThat(json().get("strategy").textValue()).isEqualTo(strategy.name());
    }
    assertThat(Files.readAllBytes(models().resolve("manifest.json"))).isEqualTo(manifest);
  }

  @Test
  void onlyFitsOnePartAndLeavesTheOthersAsTheyAre() throws IOException {
    run("train", "--components", "2");
    byte[] blend = Files.readAllBytes(file("blend"));
    for (Part<?> part : Part.ALL) {
      assertThat(run("train", "--only", part.name(), "--components", "3", "--json")).isZero();
      JsonNode made = json();
      if (part == Part.NMF) {
        assertThat(made.get("components").intValue()).isEqualTo(3);
        assertThat(Files.readAllBytes(file("blend"))).isEqualTo(blend);
      } else {
        assertThat(made.fieldNames()).toIterable().containsExactly(part.name());
        assertThat(made.get(part.name()).get("file").textValue())
            .isEqualTo(file(part.name()).toString());
      }
    }
    assertThat(run("train", "--only", "similr")).isEqualTo(2);
    assertThat(err).contains("did you mean 'similar'");
  }

  @Test
  void aPartTheDataAreTooSmallForIsSaidAndTheOthersAreLearned() throws IOException {
    // Nobody shares a title with anybody, so nothing goes with anything.
    StringBuilder ratings = new StringBuilder("user_id,anime_id,rating\n");
    for (int user = 1; user <= TITLES; user++) {
      ratings.append("%d,%d,%d\n".formatted(user, 99 + user, 5 + user % 5));
    }
    importFiles(Files.readString(folder.resolve("anime.csv")), ratings.toString());
    assertThat(run("train", "--components", "2", "--json")).as(() -> err).isZero();
    assertThat(json().has("components")).isTrue();
    assertThat(json().has("similar")).isFalse();
    assertThat(json().has("rating")).isTrue();
    assertThat(err).contains("too few ratings to learn which titles go together");
    assertThat(run("train", "--only", "similar", "--json")).isEqualTo(1);
    assertThat(err.lines()).hasSize(1);
    assertThat(run("recommend", "1", "-k", "1", "--json")).isZero();
    assertThat(json().get("strategy").textValue()).as("the next best").isNotEqualTo("blend");
    assertThat(err).contains("too few ratings").contains("is asked instead");
    assertThat(run("recommend", "1", "--strategy", "similar", "--json")).isZero();
    assertThat(json().get("strategy").textValue()).isEqualTo("popular");
    assertThat(err).endsWith("So these are the most watched titles.\n");
  }

  @Test
  void whereNobodyRatedAnythingWhatNeedsNoRatingsIsLearned() throws IOException {
    String unrated = Files.readString(folder.resolve("rating.csv")).replaceAll("(?m),\\d+$", ",-1");
    importFiles(Files.readString(folder.resolve("anime.csv")), unrated);
    assertThat(run("train", "--json")).as(() -> err).isZero();
    assertThat(json().fieldNames()).toIterable().contains("similar").doesNotContain("components");
    assertThat(err).contains("no rating above zero").contains("The other parts are not concerned.");
    assertThat(run("train", "--only", "nmf", "--json")).isEqualTo(1);
    assertThat(err.lines()).hasSize(1);
    assertThat(run("recommend", "1", "--strategy", "similar", "--json")).isZero();
    assertThat(json().get("strategy").textValue()).isEqualTo("similar");
    assertThat(err).isEmpty();
  }

  @Test
  void ofASingleWatchWhatTheCatalogueSaysIsLearned() throws IOException {
    importFiles(
        Files.readString(folder.resolve("anime.csv")), "user_id,anime_id,rating\n1,100,-1\n");
    assertThat(run("train", "--json")).as(() -> err).isZero();
    assertThat(json().has("rating")).isTrue();
    assertThat(json().has("similar")).isFalse();
    assertThat(err).contains("no rating above zero").contains("which titles go together");
  }

  @Test
  void learnedPartsAreFoundByTheManifestNotByTheirNames() throws IOException {
    run("train", "--components", "2");
    run("recommend", "1", "--strategy", "similar", "--json");
    String answer = out;
    Files.move(file("similar"), models().resolve("elsewhere.safetensors"));
    ObjectNode manifest = manifest();
    String fingerprint = manifest.get("similar").fieldNames().next();
    ((ObjectNode) manifest.get("similar")).put(fingerprint, "elsewhere.safetensors");
    write(manifest);
    assertThat(run("recommend", "1", "--strategy", "similar", "--json")).isZero();
    assertThat(err).isEmpty();
    assertThat(out).isEqualTo(answer);
  }

  @Test
  void aManifestThatKnowsOnlyTasteGroupsIsReadAndTheRestLearnedOnce() throws IOException {
    run("train", "--components", "2");
    ObjectNode manifest = manifest();
    manifest.retain("nmf");
    manifest.put("later", 1);
    write(manifest);
    assertThat(run("recommend", "1", "--strategy", "mix", "--json")).isZero();
    assertThat(err).isEmpty();
    assertThat(run("recommend", "1", "--strategy", "similar", "--json")).isZero();
    assertThat(err).contains("learning it now");
    assertThat(manifest().fieldNames()).toIterable().containsExactly("nmf", "later", "similar");
    assertThat(run("recommend", "1", "--strategy", "similar", "--json")).isZero();
    assertThat(err).isEmpty();
  }

  @Test
  void partsOfOtherDataAreRefusedWithTheReasonAndLearnedAnew() throws IOException {
    run("train", "--only", "similar");
    byte[] ofOthers = Files.readAllBytes(file("similar"));
    String anime = Files.readString(folder.resolve("anime.csv"));
    importFiles(anime, Files.readString(folder.resolve("rating.csv")) + "1,101,9\n");
    run("train", "--only", "similar");
    assertThat(manifest().get("similar")).as("what was overwritten is not named").hasSize(1);
    Files.write(file("similar"), ofOthers);
    assertThat(run("recommend", "1", "--strategy", "similar")).isZero();
    assertThat(err).contains("it was made from another data set").contains("learning it now");
    assertThat(Files.readAllBytes(file("similar"))).isNotEqualTo(ofOthers);
  }

  @Test
  void aDiskThatFailsHalfwaySaysWhatIsKept() throws IOException {
    Files.createDirectories(file("blend"));
    assertThat(run("train", "--components", "2")).isEqualTo(1);
    assertThat(out).contains("nmf-kaggle", "similar-kaggle").doesNotContain("rating-kaggle");
    assertThat(err.lines()).hasSize(1);
    assertThat(err).contains("blend-kaggle").endsWith("What was learned before that is kept.\n");
    assertThat(run("recommend", "1", "--strategy", "similar", "--json")).isZero();
    assertThat(err).isEmpty();
  }
}
