package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import osusume.Main;

/** {@code osusume list import}: good lists, bad ones, and two at once. */
class ListImportCommandTest {
  @TempDir Path folder;
  private Console console;

  @BeforeEach
  void open() throws IOException {
    console = new Console(folder);
    console.ok("list", "rate", "100", "9");
  }

  private static String entry(int id, String status, String score) {
    return """
        <anime>
          <series_animedb_id>%d</series_animedb_id>
          <series_title><![CDATA[Title %d]]></series_title>
          <my_status>%s</my_status>
          <my_score>%s</my_score>
        </anime>
        """
        .formatted(id, id, status, score);
  }

  private static String export(String... entries) {
    return "<?xml version=\"1.0\"?>\n<myanimelist>\n<myinfo><user_export_type>1</user_export_type>"
        + "</myinfo>\n"
        + String.join("", entries)
        + "</myanimelist>\n";
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("animelist.xml"), content).toString();
  }

  @Test
  void aPreviewSaysWhatWouldChangeAndChangesNothing() throws IOException {
    String file =
        file(
            export(
                entry(100, "Completed", "5"),
                entry(101, "Dropped", "0"),
                entry(77_777, "Watching", "8")));
    byte[] before = Files.readAllBytes(console.journal());
    console.ok("list", "import", file, "--merge", "theirs", "--preview");
    assertThat(console.out())
        .contains("Preview of animelist.xml: 2 to add, 1 replaced, 0 kept as you had them")
        .contains("Alpha: yours completed, 9, theirs completed, 5: theirs stays");
    assertThat(console.err()).contains("1 of its titles is not in the data set");
    console.ok("list", "import", file, "--merge", "mine", "--preview", "--json");
    JsonNode merge = console.json();
    assertThat(merge.get("preview").booleanValue()).isTrue();
    assertThat(merge.get("replaced").intValue()).isZero();
    assertThat(merge.get("kept").intValue()).isEqualTo(1);
    assertThat(merge.get("differing").get(0).get("after").get("score").intValue()).isEqualTo(9);
    assertThat(console.journal()).hasBinaryContent(before);
    console.ok("list", "import", file(export(entry(100, "Completed", "5"))), "--merge", "mine");
    assertThat(console.err()).contains("Nothing has changed: where the lists differ, yours stays.");
    assertThat(console.journal()).hasBinaryContent(before);
    file =
        file(
            export(
                entry(100, "Completed", "5"),
                entry(101, "Dropped", "0"),
                entry(77_777, "Watching", "8")));
    console.ok("list", "import", file, "--merge", "theirs");
    assertThat(console.out()).contains("2 added, 1 replaced");
    assertThat(console.ok("list", "--unknown", "--json").json())
        .singleElement()
        .satisfies(entry -> assertThat(entry.get("title").asText()).isEqualTo("mal:77777"));
    byte[] after = Files.readAllBytes(console.journal());
    console.ok("list", "import", file, "--merge", "theirs");
    assertThat(console.err()).contains("Nothing has changed: your list says all that already.");
    assertThat(console.journal()).hasBinaryContent(after);
    console.ok("list", "rate", "77777", "3");
    assertThat(console.out()).contains("Title 77777: watching, 8 → watching, 3");
    console.ok("list", "undo").ok("list", "undo");
    assertThat(console.ok("list", "--json").json()).hasSize(1);
  }

  @Test
  void badFilesAreEachRefusedWithASentenceAndTheListIsAsItWas() throws IOException {
    byte[] before = Files.readAllBytes(console.journal());
    String whole = export(entry(101, "Completed", "7"), entry(102, "Watching", "0"));
    StringBuilder laughs =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      laughs.append("<!ENTITY l%d \"".formatted(i)).append("&l%d;".formatted(i - 1).repeat(10));
      laughs.append("\">");
    }
    laughs.append("]><myanimelist><anime><series_title>&l9;</series_title></anime></myanimelist>");
    assertRefused(before, whole.substring(0, whole.lastIndexOf("<my_score>")), "cut off");
    assertRefused(before, "hello", "is no list");
    assertRefused(before, "", "is empty");
    assertRefused(before, laughs.toString(), "entity");
    assertRefused(
        before,
        "<myanimelist><manga><manga_mangadb_id>1</manga_mangadb_id></manga></myanimelist>",
        "manga");
    assertRefused(before, export(entry(101, "Completed", "11")), "my_score is \"11\"");
    assertRefused(before, export(entry(101, "Completed", "good")), "my_score is \"good\"");
    assertRefused(before, export(entry(101, "Sleeping", "7")), "my_status is \"Sleeping\"");
    assertRefused(
        before, export(entry(101, "Completed", "7"), entry(101, "Completed", "3")), "twice");
    assertThat(console.refused("list", "import", folder + "/none.xml")).contains("no such file");
    assertThat(console.refused("list", "import", folder.toString())).contains("is a folder");
    assertThat(console.journal()).hasBinaryContent(before);
  }

  private void assertRefused(byte[] journal, String content, String why) throws IOException {
    for (String[] more : List.of(new String[0], new String[] {"--preview"})) {
      List<String> words = new ArrayList<>(List.of("list", "import", file(content)));
      words.addAll(List.of(more));
      assertThat(console.refused(words.toArray(String[]::new))).contains(why);
    }
    assertThat(console.journal()).hasBinaryContent(journal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | {\"errors\":[{\"message\":\"User not found\",\"status\":404}],\"data\":null}",
        "200 | {\"errors\":[{\"message\":\"Private User\"}],\"data\":null}",
        "200 | {}",
        "200 | <html>Please sign in</html>",
        "429 | {}",
        "500 | oops",
      })
  void whatAniListAnswersInsteadOfAListIsTold(int status, String answer) throws IOException {
    byte[] before = Files.readAllBytes(console.journal());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Retry-After", "3600");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      assertThat(console.refused("list", "import", "--anilist", "somebody", "--from", address))
          .startsWith("osusume: ")
          .contains("AniList");
    } finally {
      server.stop(0);
    }
    assertThat(console.refused("list", "import", "--anilist", "somebody", "--from", address))
        .as("nobody answers")
        .contains("AniList");
    assertThat(console.journal()).hasBinaryContent(before);
  }

  @Test
  void twoProgramsThatImportAtOnceAreMergedOneAfterTheOther() throws Exception {
    List<Process> programs = new ArrayList<>();
    for (int program = 0; program < 2; program++) {
      String[] entries = new String[300];
      for (int i = 0; i < entries.length; i++) {
        entries[i] = entry(1000 + 200 * program + i, "Completed", String.valueOf(4 + program));
      }
      Path file = Files.writeString(folder.resolve(program + ".xml"), export(entries));
      programs.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "--add-modules",
                  "jdk.incubator.vector",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  "list",
                  "import",
                  file.toString(),
                  "--merge",
                  "theirs",
                  "--data",
                  console.data().toString())
              .redirectErrorStream(true)
              .start());
    }
    for (Process program : programs) {
      String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(program.waitFor()).as(said).isZero();
      assertThat(said).contains("Imported");
    }
    // Titles 1200 to 1299 are in both; whoever came second has replaced them.
    JsonNode list = console.ok("list", "--json").json();
    assertThat(list).hasSize(501);
    assertThat(console.ok("list", "backups", "--json").json()).hasSizeBetween(1, 2);
    console.ok("list", "undo").ok("list", "undo");
    assertThat(console.ok("list", "--json").json()).hasSize(1);
  }
}
