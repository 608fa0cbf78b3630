package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.json.Json;

/**
 * The commands as a person or a script sees them: what goes in, what is printed where, and the exit
 * status.
 */
class CommandsTest {
  private static final String ANIME =
      """
      anime_id,name,genre,type,episodes,rating,members
      100,Alpha,"Drama, School",TV,24,8.5,5000
      101,Beta &amp; Co,Drama,TV,Unknown,8.1,4000
      102,Gamma,"Action, Drama",Movie,1,7.7,3000
      103,Delta,Sports,TV,250,7.2,2000
      104,おすすめ,Sports,OVA,6,,1500
      105,Zeta,"Sports, Hentai",OVA,2,6.1,900
      """;

  @TempDir Path folder;

  private String out;
  private String err;

  /** Six people: three like drama, three like sports; user 7 rated nothing. */
  private static String ratings() {
    StringBuilder csv = new StringBuilder("user_id,anime_id,rating\n");
    for (int user = 1; user <= 6; user++) {
      int first = user <= 3 ? 100 : 103;
      for (int i = 0; i < 3; i++) {
        if (i != user % 3) {
          csv.append(user).append(',').append(first + i).append(',').append(8 + i % 2).append('\n');
        }
      }
    }
    return csv.append("7,100,-1\n7,999,8\n1,100,10\n").toString();
  }

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("anime.csv"), ANIME);
    Files.writeString(folder.resolve("rating.csv"), ratings());
  }

  private int run(String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.addAll(List.of("--data", folder.resolve("data").toString()));
    args.addAll(List.of("--models", folder.resolve("models").toString()));
    return runBare(args.toArray(String[]::new));
  }

  private int runBare(String... args) {
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new PrintStream(stdout, false, StandardCharsets.UTF_8),
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            false);
    int status = CommandLineTool.run(args, (places, files) -> 77, streams);
    out = stdout.toString(StandardCharsets.UTF_8);
    err = stderr.toString(StandardCharsets.UTF_8);
    return status;
  }

  private void importSmall() {
    assertThat(
            run(
                "import",
                folder.resolve("rating.csv").toString(),
                folder.resolve("anime.csv").toString()))
        .as(() -> err)
        .isZero();
  }

  private JsonNode json() throws Exception {
    return Json.mapper().readTree(out);
  }

  @Test
  void withoutACommandTheWindowIsOpened() {
    assertThat(run()).isEqualTo(77);
  }

  @Test
  void helpAndVersionAreThereFromTheFirstDay() {
    assertThat(runBare("--version")).isZero();
    assertThat(out).matches("osusume \\d+\\.\\d+\\.\\d+\\R");
    for (String command : List.of("import", "train", "anime", "user", "recommend", "predict")) {
      assertThat(runBare(command, "--help")).isZero();
      assertThat(out).startsWith("Usage: osusume " + command);
    }
  }

  @Test
  void importPrintsItsCountsAsJson() throws Exception {
    assertThat(
            run(
                "import",
                "--json",
                folder.resolve("anime.csv").toString(),
                folder.resolve("rating.csv").toString()))
        .isZero();
    JsonNode report = json();
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactly(
            "anime", "users", "ratings", "unrated", "dropped", "mended", "fingerprint", "dataset");
    assertThat(report.get("anime").intValue()).isEqualTo(6);
    assertThat(report.get("users").intValue()).isEqualTo(7);
    assertThat(report.get("unrated").intValue()).isEqualTo(1);
    assertThat(report.get("dropped").get("unknown_anime").intValue()).isEqualTo(1);
    assertThat(report.get("dropped").get("duplicate_rating").intValue()).isEqualTo(1);
    assertThat(report.get("mended").get("html_entity").intValue()).isEqualTo(1);
    assertThat(report.get("mended").get("unknown_episodes").intValue()).isEqualTo(1);
    assertThat(report.get("fingerprint").textValue()).matches("[0-9a-f]{64}");
    assertThat(out.lines()).hasSize(1);
  }

  @Test
  void trainPrintsWhatItMadeAsJsonAndTheFileIsThere() throws Exception {
    importSmall();
    assertThat(run("train", "--components", "2", "--json")).as(() -> err).isZero();
    JsonNode made = json();
    assertThat(made.fieldNames())
        .toIterable()
        .containsExactly(
            "components",
            "iterations",
            "converged",
            "relative_error",
            "seconds",
            "file",
            "similar",
            "blend",
            "rating",
            "bagged");
    for (String part : List.of("similar", "blend", "rating")) {
      assertThat(made.get(part).get("seconds").doubleValue()).isPositive();
      assertThat(Path.of(made.get(part).get("file").textValue())).isNotEmptyFile();
    }
    assertThat(made.get("components").intValue()).isEqualTo(2);
    assertThat(made.get("relative_error").doubleValue()).isBetween(0.0, 1.0);
    assertThat(Path.of(made.get("file").textValue())).isNotEmptyFile();
  }

  @Test
  void theSameSeedTrainsTheSameModel() throws Exception {
    importSmall();
    run("train", "--components", "2", "--start", "random", "--seed", "7", "--json");
    double first = json().get("relative_error").doubleValue();
    run("recommend", "1", "--json");
    String answer = out;
    run("train", "--components", "2", "--start", "random", "--seed", "7", "--json");
    assertThat(json().get("relative_error").doubleValue()).isEqualTo(first);
    run("recommend", "1", "--json");
    assertThat(out).isEqualTo(answer);
  }

  @Test
  void moreComponentsThanTheDataAllowsIsRefusedAndTheOldModelStays() throws Exception {
    importSmall();
    run("train", "--components", "2", "--json");
    Path model = Path.of(json().get("file").textValue());
    byte[] before = Files.readAllBytes(model);
    assertThat(run("train", "--components", "100")).isEqualTo(1);
    assertThat(out).isEmpty();
    assertThat(err.lines()).hasSize(1).first().asString().contains("100").contains("6");
    assertThat(Files.readAllBytes(model)).isEqualTo(before);
  }

  @Test
  void animeTakesEveryFilterOfTheRouteStrictly() throws Exception {
    importSmall();
    run("anime", "--mt-episodes", "24", "--json");
    assertThat(ids(json())).containsExactly(103);
    run("anime", "--lt-rating", "7.7", "--mt-rating", "6.1", "--json");
    assertThat(ids(json())).containsExactly(103);
    run("anime", "--genre", "dram", "--genre", "ACTION", "--json");
    assertThat(ids(json())).containsExactly(102);
    run("anime", "--name", "beta & co", "--json");
    assertThat(ids(json())).containsExactly(101);
    run("anime", "--type", "ova", "--adult", "off", "--json");
    assertThat(ids(json())).containsExactly(104);
    run("anime", "--sort", "-members", "--limit", "2", "--offset", "1", "--json");
    assertThat(ids(json())).containsExactly(101, 102);
    run("anime", "--members", "900", "--json");
    assertThat(ids(json())).containsExactly(105);
  }

  @Test
  void anAnimeObjectHasTheColumnsOfTheFileAndUnknownNumbersAreNull() throws Exception {
    importSmall();
    run("anime", "--anime-id", "104", "--json");
    assertThat(out.strip())
        .isEqualTo(
            "[{\"anime_id\":104,\"name\":\"おすすめ\",\"genre\":\"Sports\",\"type\":\"OVA\","
                + "\"episodes\":6,\"rating\":null,\"members\":1500}]");
    run("anime", "--anime-id", "101", "--json");
    assertThat(json().get(0).get("episodes").isNull()).isTrue();
    assertThat(json().get(0).get("name").textValue()).isEqualTo("Beta & Co");
  }

  @Test
  void userListsRatingsAndKeepsUnratedAsMinusOne() throws Exception {
    importSmall();
    run("user", "--user-id", "7", "--json");
    assertThat(out.strip()).isEqualTo("[{\"user_id\":7,\"anime_id\":100,\"rating\":-1}]");
    run("user", "--user-id", "1", "--mt-rating", "8", "--json");
    assertThat(out.strip()).isEqualTo("[{\"user_id\":1,\"anime_id\":100,\"rating\":10}]");
    run("user", "--mt-rating", "0", "--json");
    assertThat(json()).hasSize(12).allMatch(row -> row.get("rating").intValue() > 0);
  }

  @Test
  void recommendTrainsFirstWhereNothingIsTrainedAndSaysSo() throws Exception {
    Files.writeString(folder.resolve("rating.csv"), manyUsers());
    importSmall();
    assertThat(run("recommend", "1", "-k", "2", "--json")).as(() -> err).isZero();
    assertThat(err.lines())
        .containsExactly(
            "What \"blend\" needs is not learned yet from \"kaggle\"; learning it now, and keeping"
                + " it.");
    assertThat(json().get("recommended_anime")).hasSize(2);
    assertThat(json().get("strategy").textValue()).isEqualTo("blend");
    assertThat(run("recommend", "1", "-k", "2", "--json")).isZero();
    assertThat(err).isEmpty();
  }

  /** Enough people and titles for twenty groups. */
  private String manyUsers() throws Exception {
    StringBuilder anime = new StringBuilder(ANIME);
    StringBuilder csv = new StringBuilder("user_id,anime_id,rating\n");
    for (int t = 0; t < 40; t++) {
      anime.append(200 + t).append(",Title ").append(t).append(",Drama,TV,12,7,100\n");
    }
    for (int user = 1; user <= 60; user++) {
      for (int t = 0; t < 40; t++) {
        if ((user * 7 + t * 11) % 5 < 2) {
          csv.append(user)
              .append(',')
              .append(200 + t)
              .append(',')
              .append(5 + (user + t) % 6)
              .append('\n');
        }
      }
    }
    Files.writeString(folder.resolve("anime.csv"), anime.toString());
    return csv.toString();
  }

  @Test
  void recommendAnswersLikeTheRoute() throws Exception {
    importSmall();
    run("train", "--components", "2");
    assertThat(run("recommend", "5", "-k", "5", "--adult", "off", "--strategy", "group", "--json"))
        .isZero();
    JsonNode answer = json();
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly("recommended_anime", "weights", "anime", "strategy", "removed", "note");
    assertThat(answer.get("strategy").textValue()).isEqualTo("group");
    assertThat(answer.get("removed").get("adult").intValue()).isEqualTo(1);
    JsonNode first = answer.get("anime").get(0);
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly(
            "anime_id",
            "name",
            "genre",
            "type",
            "episodes",
            "rating",
            "members",
            "rank",
            "weight",
            "reasons",
            "predicted",
            "plus_minus",
            "story",
            "ranked_by");
    assertThat(first.get("story")).isEmpty();
    assertThat(first.get("name")).isEqualTo(answer.get("recommended_anime").get(0));
    assertThat(first.get("weight")).isEqualTo(answer.get("weights").get(0));
    assertThat(first.get("rank").intValue()).isEqualTo(1);
    assertThat(ids(answer.get("anime"))).containsExactlyInAnyOrder(100, 101, 102);
  }

  @Test
  void manyUsersAreOneJsonLineEachAndAgreeWithOneAtATime() throws Exception {
    importSmall();
    run("train", "--components", "2");
    assertThat(run("recommend", "--users", "all", "-k", "3", "--strategy", "mix", "--json"))
        .isZero();
    List<String> lines = out.lines().toList();
    assertThat(lines).hasSize(7);
    Set<Integer> users = new HashSet<>();
    for (String line : lines) {
      JsonNode one = Json.mapper().readTree(line);
      assertThat(one.fieldNames()).toIterable().containsExactly("user_id", "anime_id", "weights");
      users.add(one.get("user_id").intValue());
      run("recommend", one.get("user_id").asText(), "-k", "3", "--strategy", "mix", "--json");
      assertThat(one.get("weights")).isEqualTo(json().get("weights"));
      assertThat(one.get("anime_id").toString())
          .isEqualTo(ids(json().get("anime")).toString().replace(" ", ""));
    }
    assertThat(users).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void usersFromAFileKeepTheOrderOfTheFile() throws Exception {
    importSmall();
    run("train", "--components", "2");
    Path ids = Files.writeString(folder.resolve("ids.txt"), "user_id\n5\n\n2\n");
    run("recommend", "--users", ids.toString(), "--json");
    assertThat(out.lines().map(line -> line.substring(0, 13)))
        .containsExactly("{\"user_id\":5,", "{\"user_id\":2,");
    Files.writeString(ids, "5\nfive\n");
    assertThat(run("recommend", "--users", ids.toString(), "--json")).isEqualTo(1);
    assertThat(err).contains("line 2").contains("\"five\"");
    assertThat(out).isEmpty();
    Files.writeString(ids, "5\n999\n");
    assertThat(run("recommend", "--users", ids.toString(), "--json")).isEqualTo(1);
    assertThat(err).contains("no user 999");
    assertThat(out).isEmpty();
  }

  @Test
  void listsOfStrangersAreFoldedInLikeUsers() throws Exception {
    importSmall();
    run("train", "--components", "2");
    Path list =
        Files.writeString(
            folder.resolve("lists.csv"),
            "user_id,anime_id,rating\n-0,103,8\n".replace("-0", "900")
                + "900,105,9\n901,100,9\n900,4242,9\n");
    assertThat(run("recommend", "--lists", list.toString(), "-k", "1", "--json"))
        .as(() -> err)
        .isZero();
    assertThat(out.lines()).hasSize(2);
    assertThat(out.lines().findFirst().orElseThrow())
        .startsWith("{\"user_id\":900,\"anime_id\":[104]");
    assertThat(err).contains("1 entry of " + list + " passed over: the data set lacks the title.");
    Files.writeString(list, "user_id,anime_id,rating\n900,103,11\n");
    assertThat(run("recommend", "--lists", list.toString())).isEqualTo(1);
    assertThat(err).contains("line 2, column rating: found \"11\"");
  }

  @Test
  void aUserWithoutRatingsGetsThePopularTitlesAndIsTold() throws Exception {
    importSmall();
    run("train", "--components", "2");
    run("recommend", "7", "-k", "2", "--strategy", "mix", "--json");
    assertThat(json().get("strategy").textValue()).isEqualTo("popular");
    assertThat(json().get("note").textValue()).contains("no rating to learn a taste from");
    assertThat(ids(json().get("anime"))).doesNotContain(100);
  }

  @Test
  void aWrongCommandLineIsStatus2AndAFailureIsStatus1WithOneLine() {
    importSmall();
    assertThat(run("recommend")).isEqualTo(2);
    assertThat(run("recommend", "1", "--users", "all")).isEqualTo(2);
    assertThat(run("recommend", "one")).isEqualTo(2);
    assertThat(run("recommend", "1", "-k", "0")).isEqualTo(2);
    assertThat(run("recommend", "1", "--franchises", "maybe")).isEqualTo(2);
    assertThat(run("anime", "--sort", "colour")).isEqualTo(2);
    assertThat(run("anime", "--limit", "-1")).isEqualTo(2);
    assertThat(run("anime", "--mt-rating", "high")).isEqualTo(2);
    assertThat(run("trian")).isEqualTo(2);
    assertThat(out).isEmpty();
    assertThat(run("user", "--user-id", "4711")).isEqualTo(1);
    assertThat(err.lines()).hasSize(1);
    assertThat(err).contains("no user 4711").contains("from 1 to 7");
    assertThat(run("anime", "--dataset", "nowhere")).isEqualTo(1);
    assertThat(err).contains("no data set \"nowhere\"").contains("demo, kaggle");
  }

  @Test
  void aBadImportIsRefusedAndWhatWasThereStaysOpen() throws Exception {
    importSmall();
    Files.writeString(folder.resolve("rating.csv"), "user_id,anime_id,rating\n1,100,11\n");
    assertThat(
            run(
                "import",
                folder.resolve("anime.csv").toString(),
                folder.resolve("rating.csv").toString()))
        .isEqualTo(1);
    assertThat(err.lines()).hasSize(1);
    assertThat(err).contains("rating.csv").contains("line 2").contains("11");
    run("user", "--user-id", "1", "--json");
    assertThat(json()).hasSize(2);
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      assertThat(files.map(f -> f.getFileName().toString())).noneMatch(f -> f.endsWith(".part"));
    }
  }

  @Test
  void aDamagedStoreIsMadeAnewFromItsSource() throws Exception {
    importSmall();
    Path store = folder.resolve("data").resolve("kaggle.dataset");
    byte[] bytes = Files.readAllBytes(store);
    bytes[bytes.length / 2] ^= 1;
    Files.write(store, bytes);
    assertThat(run("anime", "--anime-id", "100", "--json")).as(() -> err).isZero();
    assertThat(json()).hasSize(1);
    Files.write(store, bytes);
    Files.delete(folder.resolve("rating.csv"));
    assertThat(run("anime")).isEqualTo(1);
    assertThat(err).contains("kaggle.dataset").contains("Import the data again");
  }

  @Test
  void twoDataSetsAreKeptSideBySideAndSwitchedBetween() throws Exception {
    importSmall();
    Files.writeString(folder.resolve("anime.csv"), ANIME.replace("Alpha", "Aleph"));
    importSmall();
    run("anime", "--anime-id", "100", "--json");
    assertThat(out).contains("Aleph");
    run("anime", "--anime-id", "100", "--dataset", "kaggle", "--json");
    assertThat(out).contains("Alpha");
    run("anime", "--anime-id", "100", "--json");
    assertThat(out).as("the last one used stays open").contains("Aleph");
  }

  @Test
  void predictAnswersEveryRowInOrderAlsoOfUnknownUsersAndTitles() throws Exception {
    importSmall();
    Path pairs =
        Files.writeString(
            folder.resolve("pairs.csv"),
            "anime_id,note,user_id\n105,x,1\n100,,99\n9999,,1\n105,,1\n9999,,99\n104,,7\n");
    assertThat(run("predict", pairs.toString())).as(() -> err).isZero();
    List<String> lines = out.lines().toList();
    assertThat(lines.getFirst()).isEqualTo("user_id,anime_id,predicted");
    assertThat(lines.stream().skip(1).map(line -> line.replaceFirst(",[^,]*$", "")))
        .containsExactly("1,105", "99,100", "1,9999", "1,105", "99,9999", "7,104");
    for (String line : lines.subList(1, lines.size())) {
      assertThat(Double.parseDouble(line.split(",")[2])).isBetween(1.0, 10.0);
    }
    assertThat(lines.get(1)).isEqualTo(lines.get(4));
    assertThat(err.lines())
        .containsExactly(
            "How people rate is not learned yet from \"kaggle\"; learning it now, and keeping it.",
            "2 rows name a user that the data set lacks; they were predicted without knowing it.",
            "2 rows name a title that the data set lacks; they were predicted without knowing it.");

    assertThat(run("predict", pairs.toString(), "--json")).isZero();
    assertThat(err).as("the model is kept").doesNotContain("fitting");
    assertThat(out.lines()).hasSize(1);
    JsonNode rows = json();
    assertThat(rows).hasSize(6);
    assertThat(rows.get(0).fieldNames())
        .toIterable()
        .containsExactly("user_id", "anime_id", "predicted");
    assertThat(rows.get(2).get("anime_id").intValue()).isEqualTo(9999);
    assertThat(String.format(Locale.ROOT, "%.4f", rows.get(0).get("predicted").doubleValue()))
        .isEqualTo(lines.get(1).split(",")[2]);
  }

  @Test
  void aPairThatIsNoneIsRefusedWithItsPlace() throws Exception {
    importSmall();
    Path pairs = folder.resolve("pairs.csv");
    Files.writeString(pairs, "user_id,anime_id\n1,100\n1,ten\n");
    assertThat(run("predict", pairs.toString())).isEqualTo(1);
    assertThat(out).isEmpty();
    assertThat(err.lines()).hasSize(1);
    assertThat(err).contains("pairs.csv, line 3, column anime_id: found \"ten\"");
    Files.writeString(pairs, "user_id,anime_id\n-1,100\n");
    assertThat(run("predict", pairs.toString())).isEqualTo(1);
    assertThat(err).contains("line 2, column user_id: found \"-1\"");
    Files.writeString(pairs, "user_id,anime_id\n1\n");
    assertThat(run("predict", pairs.toString())).isEqualTo(1);
    assertThat(err).contains("line 2: found 1 value");
    Files.writeString(pairs, "user_id,title\n1,Alpha\n");
    assertThat(run("predict", pairs.toString())).isEqualTo(1);
    assertThat(err).contains("the column anime_id is missing");
    assertThat(run("predict", folder.resolve("none.csv").toString())).isEqualTo(1);
    assertThat(err).contains("there is no such file");
    assertThat(run("predict")).isEqualTo(2);
    Files.writeString(pairs, "\ufeffuser_id,anime_id\n");
    assertThat(run("predict", pairs.toString())).as(() -> err).isZero();
    assertThat(out.strip()).isEqualTo("user_id,anime_id,predicted");
  }

  @Test
  void aDamagedRatingModelIsToldAndFittedAgain() throws Exception {
    importSmall();
    assertThat(run("train", "--only", "rating", "--json")).as(() -> err).isZero();
    assertThat(json().fieldNames()).toIterable().containsExactly("rating");
    Path model = Path.of(json().get("rating").get("file").textValue());
    assertThat(model.getFileName().toString()).isEqualTo("rating-kaggle.safetensors");
    byte[] whole = Files.readAllBytes(model);
    whole[whole.length - 1] ^= 1;
    Files.write(model, whole);
    Path pairs = Files.writeString(folder.resolve("pairs.csv"), "user_id,anime_id\n1,100\n");
    assertThat(run("predict", pairs.toString())).isZero();
    assertThat(err).contains("damaged or altered").contains("learning it now");
    run("predict", pairs.toString());
    assertThat(err).isEmpty();
    assertThat(run("train", "--only", "nmf", "--components", "2", "--json")).isZero();
    assertThat(json().has("rating")).isFalse();
  }

  @Test
  void theDemoOpensByItselfAndIsKept() throws Exception {
    assertThat(run("anime", "--name", "Cowboy Bebop", "--json")).as(() -> err).isZero();
    assertThat(ids(json())).containsExactly(1);
    assertThat(folder.resolve("data").resolve("demo.dataset")).isNotEmptyFile();
  }

  @Test
  void strategiesFromTitleToTitleAreLearnedWhenTheyAreFirstAskedForAndKept() throws Exception {
    Files.writeString(folder.resolve("rating.csv"), manyUsers());
    importSmall();
    for (String strategy : List.of("similar", "blend")) {
      assertThat(run("recommend", "1", "--strategy", strategy, "-k", "3", "--json"))
          .as(() -> err)
          .isZero();
      JsonNode answer = json();
      assertThat(answer.get("strategy").textValue()).isEqualTo(strategy);
      assertThat(answer.get("recommended_anime")).hasSize(3);
      Path kept = folder.resolve("models").resolve(strategy + "-kaggle.safetensors");
      byte[] bytes = Files.readAllBytes(kept);
      assertThat(run("recommend", "1", "--strategy", strategy, "-k", "3", "--json")).isZero();
      assertThat(json()).isEqualTo(answer);
      assertThat(Files.readAllBytes(kept)).isEqualTo(bytes);
    }
    Path similar = folder.resolve("models").resolve("similar-kaggle.safetensors");
    Files.write(similar, new byte[] {1, 2, 3});
    assertThat(run("recommend", "1", "--strategy", "similar", "--json")).isZero();
    assertThat(err).contains("similar-kaggle.safetensors");
    assertThat(json().get("strategy").textValue()).isEqualTo("similar");
  }

  @Test
  void foldersMayBeNamedBeforeTheCommandToo() throws Exception {
    importSmall();
    int status =
        runBare(
            "--data",
            folder.resolve("data").toString(),
            "--models",
            folder.resolve("models").toString(),
            "anime",
            "--anime-id",
            "100",
            "--json");
    assertThat(status).isZero();
    assertThat(ids(json())).containsExactly(100);
    assertThat(out).contains("Alpha");
  }

  @Test
  void anAnswerThatCantBeWrittenIsAFailure() {
    importSmall();
    PrintStream full =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            });
    var stderr = new ByteArrayOutputStream();
    Streams streams =
        new Streams(full, new PrintStream(stderr, true, StandardCharsets.UTF_8), false);
    String[] args = {"anime", "--json", "--data", folder.resolve("data").toString()};
    assertThat(CommandLineTool.run(args, (places, files) -> 77, streams)).isEqualTo(1);
    assertThat(stderr.toString(StandardCharsets.UTF_8)).contains("The answer could not be written");
  }

  @Test
  void aWrongStrategyUserOrFileCostsNoTraining() {
    importSmall();
    for (List<String> wrong :
        List.of(
            List.of("recommend", "1", "--strategy", "bend"),
            List.of("recommend", "4711"),
            List.of("recommend", "--users", folder.resolve("none.txt").toString()),
            List.of("recommend", "--lists", folder.toString()))) {
      assertThat(run(wrong.toArray(String[]::new))).as("%s", wrong).isIn(1, 2);
      assertThat(err).as("%s", wrong).doesNotContain("training");
      assertThat(folder.resolve("models")).as("%s", wrong).doesNotExist();
    }
    assertThat(run("recommend", "1", "--strategy", "popular", "--json")).isZero();
    assertThat(folder.resolve("models")).doesNotExist();
  }

  @Test
  void dataWithTooFewRatingsForTheUsualGroupsGetFewerAndDataWithNoneAskPeopleWithLikeLists()
      throws Exception {
    importSmall();
    assertThat(run("recommend", "1", "-k", "1", "--strategy", "mix", "--json"))
        .as(() -> err)
        .isZero();
    assertThat(json().get("strategy").textValue()).isEqualTo("mix");
    Files.writeString(
        folder.resolve("rating.csv"), "user_id,anime_id,rating\n1,100,-1\n2,101,-1\n2,100,-1\n");
    importSmall();
    assertThat(run("recommend", "1", "-k", "1", "--json")).as(() -> err).isZero();
    assertThat(json().get("strategy").textValue()).isEqualTo("people");
    assertThat(ids(json().get("anime"))).containsExactly(101);
    assertThat(err.lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("too few ratings to learn")
        .endsWith("So \"people\" is asked instead.");
    assertThat(run("recommend", "1", "--strategy", "mix")).isZero();
    assertThat(err).contains("too few ratings to learn taste groups from");
  }

  @Test
  void aModelThatCantBeUsedIsNotReplacedByARecommendation() throws Exception {
    importSmall();
    run("train", "--components", "2", "--json");
    Path model = Path.of(json().get("file").textValue());
    byte[] bytes = Files.readAllBytes(model);
    bytes[bytes.length - 5] ^= 1;
    Files.write(model, bytes);
    assertThat(run("recommend", "1", "--strategy", "mix")).isEqualTo(1);
    assertThat(err).contains(model.getFileName().toString()).contains("osusume train");
    assertThat(Files.readAllBytes(model)).isEqualTo(bytes);
    assertThat(run("recommend", "1", "--strategy", "popular")).isZero();
    assertThat(run("train", "--components", "2")).isZero();
    assertThat(run("recommend", "1", "--strategy", "mix", "--json")).as(() -> err).isZero();
    assertThat(json().get("strategy").textValue()).isEqualTo("mix");
  }

  @Test
  void aModelsFolderThatCantBeWrittenIsToldAndTheAnswerComesAllTheSame() throws Exception {
    importSmall();
    Files.writeString(folder.resolve("models"), "a file where the folder should be");
    assertThat(run("recommend", "1", "-k", "1", "--json")).as(() -> err).isZero();
    assertThat(json().get("strategy").textValue()).isEqualTo("blend");
    assertThat(err).contains("is a file, but a folder is needed there");
    assertThat(run("train", "--components", "2")).isEqualTo(1);
    assertThat(err.lines()).hasSize(1);
  }

  @Test
  void damagedNotesOfTheProgramArePutAsideAndWorkGoesOn() throws Exception {
    importSmall();
    run("train", "--components", "2");
    for (String damage : List.of("{bad", "", "null", "{\"nmf\":{\"x\":null},\"later\":1}")) {
      Files.writeString(folder.resolve("models").resolve("manifest.json"), damage);
      assertThat(run("recommend", "1", "-k", "1", "--strategy", "mix", "--json"))
          .as("manifest %s: %s", damage, err)
          .isZero();
      assertThat(json().get("strategy").textValue()).as(damage).isEqualTo("mix");
    }
    for (String damage :
        List.of("{bad", "", "null", "{\"sources\":{\"kaggle\":null},\"later\":1}")) {
      Files.writeString(folder.resolve("data").resolve("datasets.json"), damage);
      assertThat(run("anime", "--limit", "1")).as("datasets %s: %s", damage, err).isZero();
    }
    assertThat(folder.resolve("data").resolve("datasets.json.damaged")).exists();
  }

  @Test
  void aDamagedStoreIsNotMadeAnewFromFilesThatHaveChanged() throws Exception {
    importSmall();
    Path store = folder.resolve("data").resolve("kaggle.dataset");
    byte[] bytes = Files.readAllBytes(store);
    Files.write(store, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    Files.writeString(folder.resolve("rating.csv"), "user_id,anime_id,rating\n1,100,9\n");
    assertThat(run("user", "--user-id", "1")).isEqualTo(1);
    assertThat(err).contains("have changed since");
  }

  @Test
  void valuesThatCantBeAreAWrongCommandLine() {
    importSmall();
    assertThat(run("train", "--components", "1")).isEqualTo(2);
    assertThat(run("train", "--tol", "-1")).isEqualTo(2);
    assertThat(run("train", "--max-iter", "0")).isEqualTo(2);
    assertThat(run("anime", "--mt-rating", "NaN")).isEqualTo(2);
    assertThat(err).contains("'NaN' is not a number like 7 or 7.5").contains("--help");
    assertThat(err.lines().count()).as("a sentence, not a page").isLessThan(12);
  }

  @Test
  void ratingsOfAnotherCatalogueAreRefused() throws Exception {
    Files.writeString(folder.resolve("rating.csv"), "user_id,anime_id,rating\n1,999,8\n");
    assertThat(
            run(
                "import",
                folder.resolve("anime.csv").toString(),
                folder.resolve("rating.csv").toString()))
        .isEqualTo(1);
    assertThat(err).contains("none of its ratings is of a title in");
  }

  @Test
  void peopleReadWordsWhereScriptsReadJson() throws Exception {
    importSmall();
    assertThat(out)
        .startsWith(
            "Imported as \"kaggle\": 6 anime, 7 users, 13 ratings (1 of them watched, not rated).")
        .contains(
            "Dropped 1 in rating.csv: a rating of a title that the catalogue lacks (line 15)");
    run("train", "--components", "2");
    assertThat(out).contains("Learned 2 taste groups of \"kaggle\"").contains("nmf-kaggle");
    run("anime", "--genre", "drama", "--limit", "1");
    assertThat(out.lines().toList().get(1))
        .isEqualTo("100  Alpha  TV          24    8.50    5,000  Drama, School");
    assertThat(err.strip()).isEqualTo("3 of 6 titles fit, 1 of them shown.");
    run("user", "--user-id", "7");
    assertThat(out).contains("      7       –  Alpha (100)");
    run("recommend", "5", "-k", "1");
    assertThat(out).startsWith(" 1  ").contains("because you gave");
    run("recommend", "--users", "all", "-k", "1", "--strategy", "mix");
    assertThat(err)
        .contains(
            "1 of 7 people have no rating to learn a taste from; they got the most watched"
                + " titles that fit.");
  }

  @Test
  void progressOnATerminalIsWipedBeforeAnythingElseIsPrinted() {
    var screen = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(screen, true, StandardCharsets.UTF_8);
    Streams streams = new Streams(terminal, terminal, true);
    streams.progress().report(0.5, "reading");
    streams.progress().report(Double.NaN, "too soon to be shown");
    streams.out().print("answer");
    streams.progress().report(Double.NaN, "sorting");
    streams.err().print("sentence");
    assertThat(screen.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r 50 %  reading\r              \ranswer\rsorting\r       \rsentence");
  }

  private static List<Integer> ids(JsonNode anime) {
    List<Integer> ids = new ArrayList<>();
    anime.forEach(title -> ids.add(title.get("anime_id").intValue()));
    return ids;
  }

  /** What the window was opened with, by a command line without a command. */
  private static List<Path> opensWith(int status, String... args) {
    List<Path> taken = new java.util.ArrayList<>();
    var out = new PrintStream(new java.io.ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    int ended =
        CommandLineTool.run(
            args,
            (places, files) -> {
              taken.addAll(files);
              return 0;
            },
            new Streams(out, out, false));
    assertThat(ended).isEqualTo(status);
    return taken;
  }

  @Test
  void takesFilesThatAreThereForTheWindowAndNothingElse(@TempDir Path home) throws Exception {
    Path list = java.nio.file.Files.writeString(home.resolve("my list.xml"), "<myanimelist/>");
    assertThat(opensWith(0)).isEmpty();
    assertThat(opensWith(0, list.toString())).containsExactly(list.toAbsolutePath());
    assertThat(opensWith(0, "--data", home.toString(), list.toString(), list.toString()))
        .containsExactly(list.toAbsolutePath(), list.toAbsolutePath());
    assertThat(opensWith(2, list + ".gone")).isEmpty();
    assertThat(opensWith(2, list.toString(), "reccomend")).isEmpty();
  }
}
