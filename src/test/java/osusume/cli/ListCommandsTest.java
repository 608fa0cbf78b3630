package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code osusume list} and {@code osusume recommend me}, as a person or a script sees them. */
class ListCommandsTest {
  @TempDir Path folder;
  private Console console;

  @BeforeEach
  void open() throws IOException {
    console = new Console(folder);
  }

  private List<String> titles(String... words) throws IOException {
    List<String> args = new ArrayList<>(List.of("list", "show", "--json"));
    args.addAll(List.of(words));
    List<String> titles = new ArrayList<>();
    console
        .ok(args.toArray(String[]::new))
        .json()
        .forEach(e -> titles.add(e.get("title").asText()));
    return titles;
  }

  @Test
  void anEmptyListSaysHowToFillItAndNothingIsWritten() throws IOException {
    console.ok("list");
    assertThat(console.err()).startsWith("Your list is empty. Fill it with: osusume list import");
    assertThat(console.ok("list", "--json").json()).isEmpty();
    console.ok("list", "undo");
    assertThat(console.err()).isEqualToIgnoringNewLines("There is nothing to undo.");
    console.ok("list", "backups");
    assertThat(console.journal()).doesNotExist();
    assertThat(console.refused("list", "next")).contains("nothing on your list that you plan");
    assertThat(console.refused("list", "restore", "latest")).contains("There are no backups");
  }

  @Test
  void everyCommandOfTheListHasItsHelp() {
    for (String command :
        List.of(
            "show", "rate", "mark", "remove", "undo", "next", "import", "export", "stats",
            "backups", "restore")) {
      console.ok("list", command, "--help");
      assertThat(console.out()).startsWith("Usage: osusume list " + command);
      console.ok("list", "--help");
      assertThat(console.out()).containsPattern("(?m)^  " + command + " +[A-Z]");
    }
  }

  @Test
  void aTitleIsNamedByItsIdItsNameOrAPartThatNoOtherHas() throws IOException {
    console.ok("list", "rate", "100", "9");
    assertThat(console.out()).isEqualToIgnoringNewLines("Alpha: not on the list → completed, 9");
    console.ok("list", "rate", "GAM", "7");
    console.ok("list", "rate", "alpha", "8");
    assertThat(console.out()).isEqualToIgnoringNewLines("Alpha: completed, 9 → completed, 8");
    assertThat(titles()).containsExactly("mal:100", "mal:102");
    byte[] before = Files.readAllBytes(console.journal());
    assertThat(console.refused("list", "rate", "a", "7"))
        .contains("of 5 titles: 'Alpha' (100), ")
        .contains("Say the id");
    assertThat(console.refused("list", "rate", "Gamna", "7"))
        .contains("did you mean 'Gamma' (102)?");
    assertThat(console.refused("list", "remove", "999"))
        .contains("Neither the data set nor your list has a title mal:999.");
    assertThat(console.refused("list", "mark", "myspace:5", "planned")).contains("is no title");
    assertThat(console.journal()).hasBinaryContent(before);
  }

  @Test
  void marksScoresAndRemovalsAreKeptAndTakenBackOneByOne() throws IOException {
    console.ok("list", "mark", "100", "planned");
    console.ok("list", "mark", "100", "not-interested", "--reason", "too long");
    assertThat(console.out()).contains("planned → not_interested (too long)");
    console.ok("list", "rate", "100", "4", "--json");
    JsonNode change = console.json();
    assertThat(change.get("changed").intValue()).isEqualTo(1);
    assertThat(change.get("titles").get(0).get("before").get("reason").asText())
        .isEqualTo("too long");
    assertThat(change.get("titles").get(0).get("after").get("score").intValue()).isEqualTo(4);
    console.ok("list", "rate", "100", "4");
    assertThat(console.err()).isEqualToIgnoringNewLines("Alpha: nothing changes.");
    console.ok("list", "remove", "100");
    assertThat(titles()).isEmpty();
    console.ok("list", "undo");
    assertThat(console.out()).isEqualToIgnoringNewLines("Alpha: not on the list → completed, 4");
    // The time on the person's own clock, to the minute.
    assertThat(console.err()).containsPattern("Undone: the edit of \\d+ [A-Z][a-z]+ \\d{4}, \\d\\d:\\d\\d\\.");
    console.ok("list", "undo");
    console.ok("list", "undo", "--json");
    assertThat(console.json().get("titles").get(0).get("after").get("status").asText())
        .isEqualTo("planned");
    console.ok("list", "undo");
    assertThat(titles()).isEmpty();
    console.ok("list", "undo", "--json");
    assertThat(console.json().get("changed").intValue()).isZero();
  }

  @Test
  void wordsThatMakeNoSenseChangeNothing() throws IOException {
    console.ok("list", "rate", "100", "9");
    byte[] before = Files.readAllBytes(console.journal());
    assertThat(console.wrong("list", "rate", "100", "11")).contains("SCORE is 11, but must be 1");
    assertThat(console.wrong("list", "rate", "100", "good")).contains("good");
    assertThat(console.wrong("list", "mark", "100", "later"))
        .contains("There is no status \"later\"");
    assertThat(console.wrong("list", "mark", "100", "planned", "--reason", "x"))
        .contains("mark it not_interested");
    assertThat(console.wrong("list", "show", "--sort", "beauty")).contains("'beauty'; there are");
    assertThat(console.wrong("list", "show", "--limit", "-1")).contains("--limit is -1");
    assertThat(console.wrong("list", "import")).contains("either FILE, or --anilist NAME");
    assertThat(console.wrong("list", "export", folder + "/list.doc")).contains("does not say");
    assertThat(console.wrong("list", "export", folder + "/l.csv", "--format", "doc"))
        .contains("no format 'doc'; there are: xml, csv, json");
    assertThat(console.wrong("list", "next", "--random", "-k", "3")).contains("--random picks one");
    assertThat(console.wrong("list", "next", "--seed", "3")).contains("--seed is for --random");
    assertThat(console.wrong("recommend", "1", "--half-life", "2")).contains("must be: me");
    assertThat(console.wrong("recommend", "me", "--half-life", "0")).contains("above 0");
    assertThat(console.wrong("recommend", "you")).contains("neither the id of a user");
    assertThat(console.journal()).hasBinaryContent(before);
  }

  @Test
  void theListIsFilteredSortedAndShownInPages() throws IOException {
    console.ok("list", "rate", "100", "9");
    console.ok("list", "rate", "103", "10");
    console.ok("list", "mark", "102", "planned");
    console.ok("list", "mark", "101", "dropped");
    assertThat(titles("--status", "completed")).containsExactly("mal:100", "mal:103");
    assertThat(titles("--status", "planned", "--status", "dropped")).hasSize(2);
    assertThat(titles("--sort", "-score")).startsWith("mal:103", "mal:100");
    assertThat(titles("--sort", "title", "--offset", "1", "--limit", "2"))
        .containsExactly("mal:101", "mal:103");
    assertThat(titles("--genre", "drama", "--type", "TV")).containsExactly("mal:100", "mal:101");
    assertThat(titles("--text", "ALPH")).containsExactly("mal:100");
    assertThat(titles("--unknown")).isEmpty();
    console.ok("list", "show", "--limit", "1");
    assertThat(console.out().lines().toList().get(1))
        .matches("mal:100 +Alpha +TV +completed +9 .*");
    assertThat(console.err()).isEqualToIgnoringNewLines("4 of 4 titles fit, 1 of them shown.");
  }

  @Test
  void whatIsExportedIsImportedAgainAsItWas() throws IOException {
    console.ok("list", "rate", "100", "9");
    console.ok("list", "mark", "102", "not_interested", "--reason", "a reason, with a comma");
    String list = console.ok("list", "--json").out();
    for (String name : List.of("a.xml", "a.xml.gz", "a.csv", "a.json")) {
      Path file = folder.resolve(name);
      console.ok("list", "export", file.toString());
      assertThat(console.out()).isEqualToIgnoringNewLines("Wrote 2 titles to " + file + ".");
      console.ok("list", "import", file.toString());
      assertThat(console.err()).contains("Nothing has changed");
      console.ok("list", "remove", "100").ok("list", "remove", "102");
      console.ok("list", "import", file.toString(), "--json");
      assertThat(console.json().get("added").intValue()).isEqualTo(2);
      assertThat(console.ok("list", "show", "--sort", "title", "--json").out()).isEqualTo(list);
    }
  }

  @Test
  void aBackupIsRestoredAndThatCanBeUndone() throws IOException {
    console.ok("list", "rate", "100", "9");
    console.ok("list", "rate", "101", "8");
    JsonNode backups = console.ok("list", "backups", "--json").json();
    assertThat(backups).hasSize(1);
    assertThat(backups.get(0).get("titles").intValue()).isEqualTo(1);
    String taken = backups.get(0).get("taken").asText();
    assertThat(console.refused("list", "restore", "1999-01-01")).contains("The time of no backup");
    console.ok("list", "restore", taken);
    assertThat(console.out()).isEqualToIgnoringNewLines("Beta: completed, 8 → not on the list");
    assertThat(titles()).containsExactly("mal:100");
    console.ok("list", "undo");
    assertThat(titles()).containsExactlyInAnyOrder("mal:100", "mal:101");
  }

  @Test
  void figuresOfTheListAreThoseOfItsTitles() throws IOException {
    console.ok("list", "rate", "100", "9");
    console.ok("list", "rate", "102", "6");
    console.ok("list", "mark", "103", "planned");
    JsonNode figures = console.ok("list", "stats", "--json").json();
    assertThat(figures.get("titles").intValue()).isEqualTo(3);
    assertThat(figures.get("mean_score").doubleValue()).isEqualTo(7.5);
    assertThat(figures.get("scores").get(8).intValue()).isEqualTo(1);
    assertThat(figures.get("episodes").intValue()).isEqualTo(25);
    assertThat(figures.get("genres").get(0).get("name").asText()).isEqualTo("Drama");
    console.ok("list", "stats");
    assertThat(console.out()).contains("mean score 7.50").contains("2  completed");
  }

  @Test
  void recommendationsForMeFollowMyListAndHoldNothingOfIt() throws IOException {
    console.ok("recommend", "me", "--json", "--strategy", "popular");
    assertThat(console.err()).contains("Your list is empty.");
    console.ok("list", "rate", "100", "9").ok("list", "mark", "101", "planned");
    console.ok("list", "mark", "102", "not_interested");
    JsonNode answer = console.ok("recommend", "me", "--strategy", "similar", "--json").json();
    assertThat(ids(answer)).containsExactlyInAnyOrder(103, 104);
    assertThat(answer.get("anime").get(0).get("reasons").toString()).contains("\"anime_id\":100");
    console.ok("recommend", "me", "--strategy", "similar", "--half-life", "1.5", "--json");
    console.ok("recommend", "1", "--with", "me", "--strategy", "similar", "--json");
    assertThat(ids(console.json())).doesNotContain(100, 101, 102);
    console.ok("recommend", "me", "--without", "103", "--strategy", "similar");
    assertThat(console.err()).contains("103 is not on your list; without it nothing changes.");
  }

  @Test
  void whatIsPlannedIsRankedForMeAndPickedByChance() throws IOException {
    console.ok("list", "rate", "100", "9").ok("list", "mark", "101", "planned");
    console.ok("list", "mark", "102", "planned").ok("list", "mark", "103", "planned");
    assertThat(ids(console.ok("list", "next", "--json").json()))
        .containsExactlyInAnyOrder(101, 102, 103);
    assertThat(ids(console.ok("list", "next", "-k", "1", "--json").json())).hasSize(1);
    assertThat(ids(console.ok("list", "next", "--genre", "sports", "--json").json()))
        .containsExactly(103);
    assertThat(console.err()).doesNotContain("the data set lacks");
    Set<Integer> picked = new HashSet<>();
    for (int seed = 1; seed <= 30; seed++) {
      console.ok("list", "next", "--random", "--seed", String.valueOf(seed), "--json");
      List<Integer> ids = ids(console.json());
      assertThat(ids).hasSize(1);
      picked.addAll(ids);
      if (seed == 7) {
        console.ok("list", "next", "--random", "--seed", "7", "--json");
        assertThat(ids(console.json())).isEqualTo(ids);
      }
    }
    assertThat(picked).containsExactlyInAnyOrder(101, 102, 103);
  }

  @Test
  void whatIsPlannedButUnknownToTheDataSetIsTold() throws IOException {
    console.ok("list", "mark", "101", "planned");
    console.ok("list", "import", file("mal:1,One,planned,0\nmal:2,Two,completed,7\n").toString());
    console.ok("list", "next");
    assertThat(console.err())
        .contains("1 of 1 planned titles fit.")
        .contains("1 more that you plan to watch can't be ranked, for the data set lacks it.");
    assertThat(titles("--status", "planned", "--unknown")).containsExactly("mal:1");
  }

  @Test
  void titlesAreFoundForMeAndAFriendWhoseListLiesInAFile() throws IOException {
    console.ok("list", "rate", "100", "9");
    Path friend = file("mal:102,Gamma,completed,10\nmal:1,One,completed,3\n");
    console.ok("recommend", "me", "--with", friend.toString(), "--strategy", "similar");
    assertThat(console.out())
        .contains("for you:", "because you gave Alpha a 9")
        .contains("for friend.csv:", "because they gave Gamma a 10")
        .doesNotContain("(Movie");
    assertThat(console.err())
        .contains("1 of 2 titles of friend.csv are passed over: the data set lacks them.");
    assertThat(ids(both(friend.toString()))).containsExactlyInAnyOrder(101, 103, 104);
    Files.writeString(friend, "not a list");
    assertThat(console.refused("recommend", "me", "--with", friend.toString()))
        .contains("friend.csv");
    assertThat(console.wrong("recommend", "me", "--with", friend + ".gone"))
        .contains("neither the id of a user")
        .contains("no file of that name");
  }

  @Test
  void ofTwoPeopleYouAreCalledYouWhereverYouStand() throws IOException {
    console.ok("list", "rate", "100", "9");
    console.ok("recommend", "3", "--with", "me", "--strategy", "similar");
    String user = console.out().split("for user 3:")[1].split("for you:")[0];
    String you = console.out().split("for you:")[1].split("(?m)^ *2 ")[0];
    assertThat(user).contains("because they gave").doesNotContain("you");
    assertThat(you).contains("because you gave Alpha a 9").doesNotContain("they");
    JsonNode first =
        console
            .ok("recommend", "3", "--with", "me", "--strategy", "similar", "--json")
            .json()
            .get("anime")
            .get(0);
    assertThat(first.get("reasons").get(0).get("text").asText()).startsWith("because they gave");
    assertThat(first.get("companion").get("reasons").get(0).get("text").asText())
        .isEqualTo("because you gave Alpha a 9");
  }

  private JsonNode both(String companion) throws IOException {
    return console
        .ok("recommend", "me", "--with", companion, "--strategy", "similar", "--json")
        .json();
  }

  private Path file(String rows) throws IOException {
    return Files.writeString(folder.resolve("friend.csv"), "title,name,status,score\n" + rows);
  }

  private static List<Integer> ids(JsonNode answer) {
    List<Integer> ids = new ArrayList<>();
    answer.get("anime").forEach(anime -> ids.add(anime.get("anime_id").intValue()));
    return ids;
  }
}
