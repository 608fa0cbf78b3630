package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.app.AssistantWish;
import osusume.app.ChatSettings;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.chat.ChatEvent;
import osusume.chat.Mode;
import osusume.chat.Question;
import osusume.chat.Reply;
import osusume.chat.Tokens;
import osusume.chat.tool.ListDoor;
import osusume.json.Json;
import osusume.progress.Progress;

/**
 * {@code osusume evaluate --assistant} on the titles and first users of the demo data, from which
 * is quickly learned, with an assistant that knows little.
 */
class EvaluateAssistantTest {
  @TempDir static Path folder;

  private static Console console;

  private final List<String> opened = new ArrayList<>();
  private final List<Mode> modes = new ArrayList<>();
  private boolean closed;
  private Optional<AssistantException> trouble = Optional.empty();

  /** Always names the same title, and counts every word as a token. */
  private final class OneTitle implements Assistant {
    @Override
    public String name() {
      return "One title";
    }

    @Override
    public Reply answer(
        Question question, Consumer<ChatEvent> events, ListDoor list, Progress progress)
        throws AssistantException {
      if (trouble.isPresent()) {
        throw trouble.get();
      }
      modes.add(question.mode());
      return new Reply(
          name(),
          "Have you thought of:\n1. **Trigun**",
          Reply.Ending.COMPLETE,
          List.of(),
          List.of(),
          List.of(),
          Optional.of(new Tokens(7, 3, true)));
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private Assistant open(AssistantWish wish, ChatSettings settings, Progress progress) {
    opened.add(
        "%s %s %s"
            .formatted(
                wish.kind().orElseThrow().option(),
                wish.model().orElse("-"),
                wish.baseUrl().orElse("-")));
    return new OneTitle();
  }

  @BeforeAll
  static void importFirstUsers() throws IOException {
    console = Console.ofDemo(folder);
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of("evaluate"));
    all.addAll(List.of(words));
    return console.asking(this::open).run(all.toArray(String[]::new));
  }

  @Test
  void tellsWhatPassedByKindAndWhatWasWrong() throws Exception {
    assertThat(run("--assistant", "local", "--model", "m", "--base-url", "http://h/v1"))
        .as(console::err)
        .isZero();
    assertThat(opened).containsExactly("local m http://h/v1");
    assertThat(closed).isTrue();
    assertThat(modes).containsOnly(Mode.AGENT);
    assertThat(console.out())
        .startsWith("One title on \"kaggle\", agent mode")
        .containsPattern("requests +passed +of +share")
        .containsPattern("all +\\d+ +184 ")
        .containsPattern("the held half +\\d+ +92 ")
        .contains(
            "An answer took ", "Tokens: ", "statistics-", "  answered: Have you thought of: 1.")
        .containsPattern("\\d+ held requests failed; their words are kept back");
    assertThat(console.out().lines().filter(line -> line.endsWith(" failed")).count())
        .as("only open requests are told")
        .isLessThan(92);

    int before = modes.size();
    assertThat(run("--assistant", "offline", "--requests", "open", "--mode", "simple", "--json"))
        .as(console::err)
        .isZero();
    assertThat(modes.subList(before, modes.size())).containsOnly(Mode.SIMPLE);
    JsonNode report = Json.mapper().readTree(console.out());
    assertThat(report.get("assistant").textValue()).isEqualTo("One title");
    assertThat(report.get("put").intValue() + report.get("skipped").intValue()).isEqualTo(92);
    assertThat(report.get("held").get("put").intValue()).isZero();
    assertThat(report.get("kinds").get("trap").get("put").intValue()).isEqualTo(4);
    assertThat(report.get("failed").size())
        .isEqualTo(report.get("put").intValue() - report.get("passed").intValue())
        .isPositive();
    assertThat(report.get("failed").get(0).get("failures").get(0).textValue()).endsWith(".");
    assertThat(report.get("tokens").get("in").longValue()).isEqualTo(7L * (modes.size() - before));

    assertThat(run("--assistant", "offline", "--requests", "held", "--json")).isZero();
    assertThat(Json.mapper().readTree(console.out()).get("failed")).isEmpty();
    assertThat(run("--assistant", "offline", "--requests", "held", "--json", "--show-held"))
        .isZero();
    assertThat(Json.mapper().readTree(console.out()).get("failed")).isNotEmpty();
  }

  @Test
  void saysWhyNobodyAnswersAndFails() {
    trouble =
        Optional.of(
            new AssistantException(
                AssistantException.Trouble.NO_KEY, "There is no key. Set one up."));
    assertThat(run("--assistant", "openai")).isEqualTo(1);
    assertThat(console.out()).isEmpty();
    assertThat(console.err()).contains("osusume: There is no key. Set one up.");
    assertThat(closed).isTrue();
  }

  @Test
  void refusesOptionsThatMeanNothingTogether() {
    assertThat(run("--model", "x")).isEqualTo(2);
    assertThat(console.err()).contains("--model is about an assistant; say which by --assistant.");
    assertThat(run("--assistant", "offline", "--folds", "2")).isEqualTo(2);
    assertThat(console.err()).contains("--folds is about strategies");
    assertThat(run("--assistant", "siri")).isEqualTo(2);
    assertThat(opened).isEmpty();
  }
}
