package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import osusume.app.ApiKeys;
import osusume.app.Assistants;
import osusume.json.Json;

/** Runs commands on a data set of five titles in a folder of its own, and keeps what they print. */
final class Console {
  private static final String ANIME =
      """
      anime_id,name,genre,type,episodes,rating,members
      100,Alpha,"Drama, School",TV,24,8.5,5000
      101,Beta,Drama,TV,Unknown,8.1,4000
      102,Gamma,"Action, Drama",Movie,1,7.7,3000
      103,Delta,Sports,TV,250,7.2,2000
      104,Alpha Plus,Sports,OVA,6,,1500
      """;

  private static final Path DEMO = Path.of("data", "demo");

  /** Of the first users of the demo data: from these is quickly learned. */
  private static final int DEMO_RATINGS = 8_000;

  private final Path folder;
  private AssistantDoor assistants = AssistantDoor.to(new Assistants(ApiKeys.ofSystem()));
  private String typed = "";
  private boolean watched;
  private String out;
  private String err;

  private Console(Path folder, boolean withTitles) throws IOException {
    this.folder = folder;
    if (withTitles) {
      importTitles(ANIME);
    }
  }

  Console(Path folder) throws IOException {
    this(folder, true);
  }

  /** Without the data set. */
  static Console bare(Path folder) throws IOException {
    return new Console(folder, false);
  }

  /** On all titles of the demo data and its first users. */
  static Console ofDemo(Path folder) throws IOException {
    Console console = bare(folder);
    Path ratings = folder.resolve("rating.csv");
    try (var lines = Files.lines(DEMO.resolve("rating.csv"))) {
      Files.write(ratings, lines.limit(DEMO_RATINGS).toList());
    }
    return console.ok("import", DEMO.resolve("anime.csv").toString(), ratings.toString());
  }

  /** On other titles than usual, in the columns of the usual ones. */
  static Console with(Path folder, String titles) throws IOException {
    Console console = bare(folder);
    console.importTitles(titles);
    return console;
  }

  /** Has others answer. */
  Console asking(AssistantDoor door) {
    assistants = door;
    return this;
  }

  /** As if a person sat there, who types this. */
  Console typing(String... lines) {
    watched = true;
    typed = String.join("\n", lines) + "\n";
    return this;
  }

  private void importTitles(String titles) throws IOException {
    StringBuilder ratings = new StringBuilder("user_id,anime_id,rating\n");
    for (int user = 1; user <= 8; user++) {
      for (int id = 100; id < 104; id++) {
        if ((user + id) % 4 != 0) {
          ratings.append(user).append(',').append(id).append(',').append(5 + (user * id) % 5);
          ratings.append('\n');
        }
      }
    }
    Path anime = Files.writeString(folder.resolve("anime.csv"), titles);
    Path rating = Files.writeString(folder.resolve("rating.csv"), ratings);
    ok("import", anime.toString(), rating.toString());
  }

  Path data() {
    return folder.resolve("data");
  }

  /** The file the list is kept in. */
  Path journal() {
    return data().resolve("mylist").resolve("list.journal");
  }

  /** The words and the folders. */
  List<String> inFolders(String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.addAll(List.of("--data", data().toString()));
    args.addAll(List.of("--models", folder.resolve("models").toString()));
    return args;
  }

  /**
   * @return the exit status
   */
  int run(String... words) {
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    int status =
        CommandLineTool.run(
            inFolders(words).toArray(String[]::new),
            (_, _) -> 77,
            new Streams(
                new PrintStream(stdout, false, StandardCharsets.UTF_8),
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                watched,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))),
            assistants);
    out = stdout.toString(StandardCharsets.UTF_8);
    err = stderr.toString(StandardCharsets.UTF_8);
    return status;
  }

  /** Runs what must go well. */
  Console ok(String... words) {
    assertThat(run(words)).as(() -> String.join(" ", words) + ": " + err).isZero();
    return this;
  }

  /** Runs what must fail with one sentence and print nothing else. */
  String refused(String... words) {
    assertThat(run(words)).as(() -> String.join(" ", words) + ": " + err).isEqualTo(1);
    assertThat(out).isEmpty();
    assertThat(err.lines()).hasSize(1);
    return err;
  }

  /** What a wrong command line is told. */
  String wrong(String... words) {
    assertThat(run(words)).as(() -> String.join(" ", words) + ": " + err).isEqualTo(2);
    assertThat(out).isEmpty();
    return err;
  }

  String out() {
    return out;
  }

  String err() {
    return err;
  }

  JsonNode json() throws IOException {
    assertThat(out.lines()).hasSize(1);
    return Json.mapper().readTree(out);
  }
}
