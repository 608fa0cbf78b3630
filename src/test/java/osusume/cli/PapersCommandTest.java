package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.app.ApiKeys;
import osusume.app.Assistants;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Manual pages and completions say what the commands take, and shells take them. */
class PapersCommandTest {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir private Path folder;
  private Path papers;

  @BeforeEach
  void write() throws IOException {
    papers = folder.resolve("share");
    Console.bare(folder).ok("papers", papers.toString());
  }

  @Test
  void everyCommandAndEachOptionStandsInItsPage() throws IOException {
    List<CommandSpec> commands = commands();
    assertThat(commands).hasSizeGreaterThan(20);
    for (CommandSpec command : commands) {
      String page = page(command);
      assertThat(page).contains(".SH NAME", ".SH OPTIONS", ".SH \"EXIT STATUS\"");
      for (var option : command.options()) {
        for (String name : option.names()) {
          assertThat(page).contains("\\fB" + name.replace("-", "\\-") + "\\fR");
        }
      }
      for (var parameter : command.positionalParameters()) {
        assertThat(page).contains("\\fI" + parameter.paramLabel() + "\\fR");
      }
      for (CommandSpec below : Completions.shownBelow(command)) {
        assertThat(page).contains("\\fB" + ManPage.name(below).replace("-", "\\-") + "\\fR(1)");
      }
      assertThat(page).doesNotContain("${");
    }
    try (Stream<Path> pages = Files.list(papers.resolve("man/man1"))) {
      assertThat(pages).hasSize(commands.size());
    }
  }

  @Test
  void defaultsStandInThePages() throws IOException {
    assertThat(Files.readString(papers.resolve("man/man1/osusume-serve.1")))
        .contains("(default: 5000)", "OSUSUME_TOKEN");
  }

  @Test
  void nothingInATextIsAnInstruction() {
    assertThat(Roff.text(".TH a\\b -k")).isEqualTo("\\&.TH a\\(rsb \\-k");
    assertThat(Roff.text("'so it's")).isEqualTo("\\&\\(aqso it\\(aqs");
    assertThat(Roff.text("one\n.two é")).isEqualTo("one .two \\[u00E9]");
  }

  @Test
  void theManualsLintFindsNothing() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mandoc")), "There is no mandoc here.");
    try (Stream<Path> pages = Files.list(papers.resolve("man/man1"))) {
      for (Path page : pages.toList()) {
        assertThat(run("mandoc", "-Tlint", "-Wwarning", page.toString())).isEmpty();
      }
    }
  }

  @Test
  void bashCompletesCommandsOptionsAndValues() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "There is no bash here.");
    assertThat(completed("rec")).containsExactly("recommend");
    assertThat(completed("list", "und")).containsExactly("undo");
    assertThat(completed("recommend", "--str")).containsExactly("--strategy");
    assertThat(completed("recommend", "--aim", "")).containsExactlyInAnyOrder("watch", "rate");
    assertThat(completed("pap")).containsExactly("");
  }

  @Test
  void everyShellIsToldEveryCommandButTheHidden() throws IOException {
    for (String name :
        List.of(
            "bash-completion/completions/osusume",
            "zsh/site-functions/_osusume",
            "fish/vendor_completions.d/osusume.fish")) {
      String script = Files.readString(papers.resolve(name));
      assertThat(script).contains("recommend", "undo", "strategy").doesNotContain("papers");
    }
  }

  @Test
  void theExamplesRun() throws IOException {
    Console console = Console.ofDemo(Files.createDirectory(folder.resolve("demo")));
    int ran = 0;
    for (CommandSpec command : commands()) {
      for (ManExamples.Example example : ManExamples.of(command)) {
        List<String> words =
            WORD.matcher(example.line())
                .results()
                .map(PapersCommandTest::unquoted)
                .skip(1)
                .toList();
        model().parseArgs(words.toArray(String[]::new));
        assertThat(page(command)).contains(Roff.text(example.line()));
        if (!words.isEmpty() && !needsMore(words)) {
          console.ok(words.toArray(String[]::new));
          ran++;
        }
      }
    }
    assertThat(ran).isGreaterThan(8);
  }

  private static String unquoted(MatchResult word) {
    return word.group(1) == null ? word.group(2) : word.group(1);
  }

  /** A file of the person's, the network, or somebody to end it. */
  private static boolean needsMore(List<String> words) {
    return List.of("import", "predict", "serve").contains(words.getFirst())
        || words.getFirst().equals("list") && List.of("import", "export").contains(words.get(1));
  }

  private String page(CommandSpec command) throws IOException {
    return Files.readString(papers.resolve("man/man1").resolve(ManPage.name(command) + ".1"));
  }

  private static CommandLine model() {
    var nowhere = new PrintStream(new ByteArrayOutputStream());
    var factory =
        new CommandFactory(
            new Streams(nowhere, nowhere, false),
            AssistantDoor.to(new Assistants(ApiKeys.ofSystem())));
    return new CommandLine(new OsusumeCommand((_, _) -> 0), factory)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static List<CommandSpec> commands() {
    List<CommandSpec> all = new ArrayList<>();
    add(model().getCommandSpec(), all);
    return all;
  }

  private static void add(CommandSpec command, List<CommandSpec> all) {
    all.add(command);
    Completions.shownBelow(command).forEach(below -> add(below, all));
  }

  /** What bash offers for the last of the words. */
  private List<String> completed(String... words) throws Exception {
    String quoted = "'" + String.join("' '", words) + "'";
    String script =
        """
        compopt() { :; } # works only while a person completes
        source "$1"; COMP_WORDS=(osusume %s); COMP_CWORD=%d
        _complete_osusume; printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(quoted, words.length);
    Path source = papers.resolve("bash-completion/completions/osusume");
    String answer = run("/bin/bash", "--norc", "-c", script, "bash", source.toString());
    return answer.lines().map(String::strip).toList();
  }

  private static String run(String... words) throws Exception {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String answer = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return answer;
  }
}
