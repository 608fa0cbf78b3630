package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.json.Json;

/** What {@code recommend} can be told beside for whom, as a person or a script sees it. */
class RecommendCommandTest {
  private static final int TITLES = 30;

  @TempDir Path folder;

  private String out;
  private String err;

  /** Stories of two parts each: even ids the first, odd ones the second; three crowds. */
  @BeforeEach
  void importSmall() throws Exception {
    StringBuilder anime = new StringBuilder("anime_id,name,genre,type,episodes,rating,members\n");
    StringBuilder ratings = new StringBuilder("user_id,anime_id,rating\n");
    for (int t = 0; t < TITLES; t++) {
      String story = "" + (char) ('A' + t / 2) + "qu" + (char) ('a' + t / 2);
      anime
          .append(200 + t)
          .append(',')
          .append(story)
          .append(t % 2 == 0 ? "" : " 2nd Season")
          .append(t % 3 == 0 ? ",Drama" : ",Action")
          .append(t % 2 == 0 ? ",TV,12," : ",Movie,1,")
          .append(7.5)
          .append(",100\n");
    }
    for (int user = 1; user <= 45; user++) {
      for (int t = 0; t < TITLES; t++) {
        if (t % 3 == user % 3 && (user + t) % 4 > 0) {
          ratings.append(user).append(',').append(200 + t).append(',');
          ratings.append(6 + (user * 5 + t) % 5).append('\n');
        }
      }
    }
    Path animeFile = Files.writeString(folder.resolve("anime.csv"), anime);
    Path ratingFile = Files.writeString(folder.resolve("rating.csv"), ratings);
    assertThat(run("import", animeFile.toString(), ratingFile.toString())).as(() -> err).isZero();
    assertThat(run("train", "--only", "nmf", "--components", "3")).as(() -> err).isZero();
  }

  private int run(String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.addAll(List.of("--data", folder.resolve("data").toString()));
    args.addAll(List.of("--models", folder.resolve("models").toString()));
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

  private JsonNode ask(String... words) throws Exception {
    List<String> args = new ArrayList<>(List.of("recommend", "1", "--json"));
    args.addAll(List.of(words));
    if (!args.contains("--strategy")) {
      args.addAll(List.of("--strategy", "mix"));
    }
    assertThat(run(args.toArray(String[]::new))).as(() -> err).isZero();
    return Json.mapper().readTree(out);
  }

  private static List<Integer> ids(JsonNode answer) {
    List<Integer> ids = new ArrayList<>();
    answer.get("anime").forEach(title -> ids.add(title.get("anime_id").intValue()));
    return ids;
  }

  private void refused(String sentence, String... words) {
    List<String> args = new ArrayList<>(List.of("recommend", "1"));
    args.addAll(List.of(words));
    assertThat(run(args.toArray(String[]::new))).as(() -> err).isEqualTo(2);
    assertThat(err.lines().findFirst().orElseThrow()).isEqualTo("osusume: " + sentence);
    assertThat(out).isEmpty();
  }

  @Test
  void aStoryIsOneRowWithTheIdsOfItsOtherParts() throws Exception {
    JsonNode rows = ask("-k", "40");
    JsonNode titles = ask("-k", "40", "--franchises", "off");
    int stories = rows.get("anime").size();
    int all = titles.get("anime").size();
    assertThat(rows.get("removed").get("franchises").intValue())
        .isEqualTo(all - stories)
        .isPositive();
    assertThat(titles.get("removed").has("franchises")).isFalse();
    assertThat(rows.get("note").textValue()).isEqualTo("There are only " + stories + " stories.");
    assertThat(titles.get("note").textValue())
        .isEqualTo("There are only " + all + " unwatched titles.");
    int others = 0;
    for (JsonNode row : rows.get("anime")) {
      int id = row.get("anime_id").intValue();
      for (JsonNode other : row.get("story")) {
        assertThat(id % 2).isZero();
        assertThat(other.intValue()).isEqualTo(id + 1);
        others++;
      }
    }
    assertThat(others).isEqualTo(all - stories);
    assertThat(run("recommend", "1", "--strategy", "mix", "-k", "40")).isZero();
    assertThat(out).contains("      and of the same story: ");
    assertThat(err).contains(others + " titles are parts of a story that has its row");
  }

  @Test
  void predictedRatingsAreShownOnceTheyAreLearned() throws Exception {
    assertThat(ask("-k", "1").get("anime").get(0).get("predicted").isNull()).isTrue();
    assertThat(run("train", "--only", "rating")).as(() -> err).isZero();
    JsonNode first = ask("-k", "1").get("anime").get(0);
    assertThat(first.get("predicted").doubleValue()).isBetween(1.0, 10.0);
    assertThat(first.get("plus_minus").doubleValue()).isPositive();
    assertThat(run("recommend", "1", "--strategy", "mix", "-k", "1")).isZero();
    assertThat(out).containsPattern("\\R      you would rate it \\d+\\.\\d ± \\d+\\.\\d\\R");
  }

  @Test
  void theAimToRateRanksByPredictedRatingsAndLearnsThemFirst() throws Exception {
    JsonNode answer = ask("--aim", "rate", "--franchises", "off", "-k", "5");
    assertThat(answer.get("strategy").textValue()).isEqualTo("rating");
    assertThat(err)
        .contains("--aim rate ranks by predicted ratings, so the strategy mix is not asked.");
    assertThat(answer.get("note").textValue())
        .isEqualTo("--aim rate ranks by predicted ratings, so the strategy mix is not asked.");
    JsonNode first = answer.get("anime").get(0);
    assertThat(first.get("reasons").get(0).get("kind").textValue()).isEqualTo("rated");
    assertThat(run("recommend", "--users", "all", "--aim", "rate", "--franchises", "off"))
        .as(() -> err)
        .isZero();
    JsonNode line = Json.mapper().readTree(out.lines().findFirst().orElseThrow());
    assertThat(line.get("weights")).isEqualTo(answer.get("weights"));
    assertThat(err)
        .doesNotContain("is not asked")
        .doesNotContain("no rating to learn a taste from");
  }

  @Test
  void slidersAtZeroLeaveTheAnswerAndElsewhereChangeIt() throws Exception {
    JsonNode plain = ask("-k", "8");
    assertThat(ask("-k", "8", "--novelty", "0", "--diversity", "0")).isEqualTo(plain);
    assertThat(ids(ask("-k", "8", "--novelty", "-1"))).isNotEqualTo(ids(plain));
    assertThat(ids(ask("-k", "8", "--diversity", "1"))).isNotEqualTo(ids(plain));
  }

  @Test
  void reasonsTakenOutAreNoReasonsAndNotRecommended() throws Exception {
    JsonNode plain = ask("-k", "30", "--franchises", "off");
    int reason = 0;
    for (JsonNode one : plain.get("anime").get(0).get("reasons")) {
      reason =
          one.get("kind").textValue().equals("watched") ? one.get("anime_id").intValue() : reason;
    }
    assertThat(reason).isPositive();
    JsonNode without = ask("-k", "30", "--franchises", "off", "--without", "" + reason);
    assertThat(without.get("anime").toString()).doesNotContain("\"anime_id\":" + reason);
    assertThat(without.get("weights")).isNotEqualTo(plain.get("weights"));
    assertThat(ids(without)).hasSameSizeAs(ids(plain));
    JsonNode same = ask("-k", "30", "--franchises", "off", "--without", "" + ids(plain).getFirst());
    assertThat(same).isEqualTo(plain);
    assertThat(err).contains("is not on the list of user 1; without it nothing changes.");
    assertThat(ask("--without-group", "1,2").get("anime").toString())
        .doesNotContain("\"group\":1")
        .doesNotContain("\"group\":2");
  }

  @Test
  void whatCantBeHadIsAFailureWithOneSentence() {
    for (List<String> whom : List.of(List.of("1"), List.of("--users", "all"))) {
      List<String> args = new ArrayList<>(List.of("recommend", "--strategy", "mix"));
      args.addAll(whom);
      args.addAll(List.of("--without-group", "1,2,3"));
      assertThat(run(args.toArray(String[]::new))).isEqualTo(1);
      assertThat(err.strip())
          .isEqualTo(
              "osusume: All 3 taste groups are taken out, so nothing is left to rank by. Put at"
                  + " least one of them back.");
      assertThat(out).isEmpty();
    }
    assertThat(run("recommend", "1", "--without", "77")).isEqualTo(1);
    assertThat(err.strip())
        .isEqualTo("osusume: --without names 77, but the data set has no title with that id.");
  }

  @Test
  void weightsOfTheBlendAreTaken() throws Exception {
    JsonNode answer = ask("--strategy", "blend", "--weights", "similar=2,Popular=0.5", "-k", "3");
    assertThat(answer.get("strategy").textValue()).isEqualTo("blend");
    assertThat(answer.get("anime")).hasSize(3);
  }

  @Test
  void aWrongOptionIsStatus2AndSaysWhatIsExpected() {
    assertThat(run("recommend", "1", "--strategy", "bland")).isEqualTo(2);
    assertThat(err)
        .startsWith("osusume: There is no strategy 'bland'; did you mean 'blend'? The strategies");
    refused("Novelty is 1.5, but must be between -1 and 1.", "--novelty", "1.5");
    refused("Diversity is -0.1, but must be between 0 and 1.", "--diversity", "-0.1");
    refused("-k is 0, but at least 1 title must be asked for.", "-k", "0");
    refused(
        "--weights are those of the strategy blend, but the strategy is mix. Add --strategy"
            + " blend.",
        "--strategy",
        "mix",
        "--weights",
        "similar=2");
    String[] blend = {"--strategy", "blend", "--weights", ""};
    blend[3] = "similr=2";
    refused(
        "There is no part of the blend 'similr'; did you mean 'similar'? The parts are: similar,"
            + " companions, people, groups, profile, popular, rated, franchise.",
        blend);
    blend[3] = "similar";
    refused(
        "--weights has 'similar', but a part and a number are expected, like similar=2.", blend);
    blend[3] = "similar=two";
    refused("--weights has 'similar=two', but 'two' is not a number like 2 or 0.5.", blend);
    blend[3] = "similar=0x1p1";
    refused("--weights has 'similar=0x1p1', but '0x1p1' is not a number like 2 or 0.5.", blend);
    blend[3] = "similar=2,people=1,Similar=0";
    refused("--weights has the part 'similar' more than once, but a part has one weight.", blend);
    blend[3] = "similar=9";
    refused("The weight of \"similar\" is 9.0, but must be between 0 and 5.", blend);
    blend[3] = "similar=0,companions=0,people=0,groups=0,profile=0,popular=0,rated=0,franchise=0";
    refused(
        "All weights of the blend are 0, so nothing is left to rank by. Give at least one of them"
            + " a weight.",
        blend);
    assertThat(run("recommend", "1", "--aim", "sleep")).isEqualTo(2);
    assertThat(run("recommend", "1", "--novelty", "much")).isEqualTo(2);
  }

  @Test
  void anEmptyListAndOneOfUnknownTitlesGetWhatIsPopular() throws Exception {
    Path list = Files.writeString(folder.resolve("l.csv"), "user_id,anime_id,rating\n5,9999,9\n");
    assertThat(run("recommend", "--lists", list.toString(), "--strategy", "mix", "-k", "2"))
        .isZero();
    JsonNode line = Json.mapper().readTree(out);
    assertThat(line.get("anime_id")).hasSize(2);
    assertThat(err.lines())
        .contains(
            "1 of 1 people have no title of the data set on their list; they got the most watched"
                + " titles that fit.");
  }

  @Test
  void whatPeopleLackIsCountedByWhatItIs() throws Exception {
    Path list =
        Files.writeString(
            folder.resolve("l.csv"),
            "user_id,anime_id,rating\n5,9999,9\n6,200,-1\n7,201,-1\n8,200,9\n");
    String[] words = {"recommend", "--lists", list.toString(), "--strategy", "mix"};
    assertThat(run(words)).isZero();
    assertThat(err.lines())
        .contains(
            "1 of 4 people have no title of the data set on their list; they got the most watched"
                + " titles that fit.",
            "2 of 4 people have no rating to learn a taste from; they got the most watched titles"
                + " that fit.");
    words[4] = "similar";
    assertThat(run(words)).as(() -> err).isZero();
    assertThat(err).contains("1 of 4 people have no title").doesNotContain("no rating");
    words[4] = "popular";
    assertThat(run(words)).isZero();
    assertThat(err).doesNotContain("of 4 people");
  }

  @Test
  void optionsThatCanNeverApplyAreRefused() {
    refused(
        "--without-group takes out taste groups, but the strategy similar does not go by them."
            + " Those that do are: blend, mix, group.",
        "--strategy",
        "similar",
        "--without-group",
        "999");
    refused(
        "--aim rate ranks by predicted ratings, on which --without-group has no bearing. Leave out"
            + " one of the two.",
        "--aim",
        "rate",
        "--without-group",
        "3");
    refused(
        "--aim rate ranks by predicted ratings, on which --weights have no bearing. Leave out one"
            + " of the two.",
        "--aim",
        "rate",
        "--weights",
        "similar=2");
  }

  @Test
  void groupsThatAreNotThereAreRefusedForWhomeverTheyAreAsked() throws Exception {
    Path list = Files.writeString(folder.resolve("l.csv"), "user_id,anime_id,rating\n5,9999,9\n");
    for (String strategy : List.of("blend", "mix", "group")) {
      for (List<String> whom : List.of(List.of("1"), List.of("--lists", list.toString()))) {
        List<String> args = new ArrayList<>(List.of("recommend", "--strategy", strategy));
        args.addAll(whom);
        args.addAll(List.of("--without-group", "4"));
        assertThat(run(args.toArray(String[]::new))).isEqualTo(1);
        assertThat(err.lines().toList().getLast())
            .isEqualTo("osusume: There is no taste group 4: they are numbered from 1 to 3.");
        assertThat(out).isEmpty();
      }
    }
  }

  @Test
  void whichPartRanksARowIsSaidWhereItIsNotTheOneEntered() throws Exception {
    JsonNode rows = ask("-k", "40").get("anime");
    String other = "";
    for (JsonNode row : rows) {
      int id = row.get("anime_id").intValue();
      int rankedBy = row.get("ranked_by").intValue();
      if (rankedBy != id) {
        assertThat(row.get("story").toString()).contains("" + rankedBy);
        int title = rankedBy - 200;
        other = "" + (char) ('A' + title / 2) + "qu" + (char) ('a' + title / 2) + " 2nd Season";
      }
    }
    assertThat(other).isNotEmpty();
    assertThat(run("recommend", "1", "--strategy", "mix", "-k", "40")).isZero();
    assertThat(out).contains("      ranked for " + other + System.lineSeparator());
    for (JsonNode title : ask("-k", "40", "--franchises", "off").get("anime")) {
      assertThat(title.get("ranked_by")).isEqualTo(title.get("anime_id"));
    }
  }

  @Test
  void twoPeopleGetWhatIsGoodForBoth() throws Exception {
    JsonNode both = ask("--with", "2", "--strategy", "similar");
    assertThat(fieldNames(both))
        .containsExactly("recommended_anime", "weights", "anime", "strategy", "removed", "note");
    JsonNode first = both.get("anime").get(0);
    assertThat(fieldNames(first)).endsWith("ranked_by", "companion");
    assertThat(fieldNames(first.get("companion")))
        .containsExactly("reasons", "predicted", "plus_minus");
    assertThat(fieldNames(ask("--strategy", "similar").get("anime").get(0)))
        .doesNotContain("companion");
    List<Integer> watched = new ArrayList<>();
    for (String user : List.of("1", "2")) {
      assertThat(run("user", "--user-id", user, "--json")).isZero();
      Json.mapper().readTree(out).forEach(row -> watched.add(row.get("anime_id").asInt()));
    }
    both.get("anime").forEach(title -> assertThat(watched).doesNotContain(id(title)));

    assertThat(run("recommend", "1", "--with", "2", "--strategy", "similar", "-k", "2")).isZero();
    assertThat(out).contains("for user 2:").containsPattern("because they gave .* an? \\d");
  }

  private static int id(JsonNode title) {
    return title.get("anime_id").asInt();
  }

  private static List<String> fieldNames(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void titlesLikeSomeAreFoundForNobodyAndForAUser() throws Exception {
    String[] like = {
      "recommend", "--like", "200,203", "--strategy", "similar", "--json", "-k", "3"
    };
    assertThat(run(like)).as(() -> err).isZero();
    JsonNode titles = Json.mapper().readTree(out).get("anime");
    assertThat(titles).hasSize(3);
    JsonNode why = titles.get(0).get("reasons").get(0);
    assertThat(why.get("kind").asText()).isEqualTo("chosen");
    assertThat(why.get("anime_id").asInt()).isIn(200, 203);
    assertThat(why.get("text").asText()).startsWith("because it is like ");
    assertThat(titles.get(0).get("predicted").isNull()).isTrue();

    assertThat(run("recommend", "3", "--like", "200", "--strategy", "similar", "--json")).isZero();
    List<Integer> found = new ArrayList<>();
    Json.mapper().readTree(out).get("anime").forEach(title -> found.add(id(title)));
    assertThat(run("user", "--user-id", "3", "--json")).isZero();
    Json.mapper()
        .readTree(out)
        .forEach(row -> assertThat(found).doesNotContain(row.get("anime_id").asInt()));
  }

  @Test
  void forWhomItIsMustBeClear() {
    refusedWith("Say for whom: either USER, or --like", "recommend", "--strategy", "mix");
    refusedWith("Say for whom", "recommend", "1", "--users", "all");
    refusedWith("Say for whom", "recommend", "--like", "200", "--users", "all");
    refusedWith(
        "--with names the second of two people", "recommend", "--users", "all", "--with", "2");
    refusedWith("--with names the second", "recommend", "1", "--like", "200", "--with", "2");
    refusedWith("nobody's list", "recommend", "--like", "200", "--aim", "rate");
    refusedWith("'me and you' is neither the id of a user", "recommend", "me and you");
    assertThat(run("recommend", "--like", "1", "--strategy", "mix")).isEqualTo(1);
    assertThat(err).contains("--like names 1, but the data set has no title with that id.");
    assertThat(run("recommend", "1", "--with", "999", "--strategy", "mix")).isEqualTo(1);
    assertThat(err).contains("999");
  }

  private void refusedWith(String sentence, String... words) {
    assertThat(run(words)).isEqualTo(2);
    assertThat(err).contains(sentence);
    assertThat(out).isEmpty();
  }
}
