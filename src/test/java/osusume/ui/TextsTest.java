package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import osusume.recommend.profile.Habits;
import osusume.ui.text.Texts;

/** Every text that is asked for is in the bundle, and nothing else is. */
class TextsTest {
  private static final Set<String> KEYS = new Texts(Locale.US).bundle().keySet();

  /** A key as Java names it; with a point at its end it is the beginning of several. */
  private static final Pattern IN_JAVA = Pattern.compile("\"([a-z]\\w*(?:\\.\\w+)*\\.?)\"");

  private static final Pattern ASKED = Pattern.compile("(?:get|format)\\(\\s*\"([a-z][\\w.]*)\"");
  private static final Pattern IN_FXML = Pattern.compile("\"%([\\w.]+)\"");

  @Test
  void everyKeyThatIsAskedForIsThere() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (String text : javaSources()) {
      find(ASKED, text).stream().filter(key -> !key.endsWith(".")).forEach(missing::add);
    }
    for (String text : fxmlFiles()) {
      missing.addAll(find(IN_FXML, text));
    }
    missing.removeAll(KEYS);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyIsAskedFor() throws IOException {
    Set<String> used = new TreeSet<>();
    for (String text : javaSources()) {
      used.addAll(find(IN_JAVA, text));
    }
    for (String text : fxmlFiles()) {
      used.addAll(find(IN_FXML, text));
    }
    Set<String> unused = new TreeSet<>(KEYS);
    unused.removeAll(used);
    // A key may be put together: "hidden." and what follows, or a key with ".hint" after it.
    unused.removeIf(
        key ->
            used.stream().anyMatch(part -> key.startsWith(part.endsWith(".") ? part : part + ".")));
    assertThat(unused).isEmpty();
  }

  @Test
  void everyFilterPartHasItsTexts() {
    for (var part : osusume.ui.control.FilterPart.values()) {
      assertThat(KEYS).contains("hidden." + part.key());
      if (part != osusume.ui.control.FilterPart.ADULT) {
        assertThat(KEYS).contains("filter.loosen." + part.key());
      }
    }
  }

  @Test
  void everyColumnOfATableAndEveryLeaningHasItsTexts() {
    for (var column : osusume.data.WatchedColumn.values()) {
      String key = "users.column." + column.name().toLowerCase(Locale.ROOT);
      assertThat(KEYS).contains(key, key + ".hint");
    }
    for (var column : osusume.mylist.ListColumn.values()) {
      String key = "mylist.column." + column.name().toLowerCase(Locale.ROOT);
      assertThat(KEYS).contains(key, key + ".hint");
    }
    for (var leaning : Habits.Leaning.values()) {
      if (leaning != Habits.Leaning.UNKNOWN) {
        assertThat(KEYS).contains("habits.leaning." + leaning.name().toLowerCase(Locale.ROOT));
      }
    }
    for (var strictness : Habits.Strictness.values()) {
      if (strictness != Habits.Strictness.UNKNOWN) {
        assertThat(KEYS)
            .contains("profile.strictness." + strictness.name().toLowerCase(Locale.ROOT));
      }
    }
    assertThat(KEYS).contains("habits.band.0", "habits.band.1", "habits.band.2", "habits.band.3");
  }

  @Test
  void everyProtocolAndEveryMetricHasItsTexts() {
    for (var protocol : osusume.evaluate.Protocol.values()) {
      String key = "evaluate.protocol." + protocol.name().toLowerCase(Locale.ROOT);
      assertThat(KEYS).contains(key + ".name", key + ".what");
    }
    for (var metric : osusume.evaluate.Metric.values()) {
      String key = "evaluate.metric." + metric.name().toLowerCase(Locale.ROOT);
      assertThat(KEYS).contains(key, key + ".hint");
    }
  }

  @Test
  void everyPartOfTheModelTabHasItsTexts() {
    for (var part : osusume.app.Part.ALL) {
      if (part != osusume.app.Part.NMF) {
        assertThat(KEYS).contains("part." + part.name(), "part." + part.name() + ".hint");
      }
    }
  }

  @Test
  void everyStrategyAndEveryPartOfTheBlendHasANameAndAWordOnIt() {
    for (var strategy : osusume.recommend.Strategies.ALL) {
      String key = "strategy." + strategy.name();
      assertThat(KEYS).contains(key, key + ".hint", "evaluate." + key);
    }
    for (var part : osusume.recommend.BlendPart.values()) {
      String key = "weights." + part.key();
      assertThat(KEYS).contains(key, key + ".hint");
    }
    for (var habit : osusume.recommend.Habit.values()) {
      assertThat(KEYS).contains("reason.habit." + habit.key());
    }
  }

  @Test
  void aStraightApostropheWouldSwallowThePlacesAfterIt() {
    Texts texts = new Texts(Locale.US);
    assertThat(KEYS).allSatisfy(key -> assertThat(texts.get(key)).doesNotContain("'"));
  }

  private static Set<String> find(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static List<String> javaSources() throws IOException {
    return read(Path.of("src/main/java/osusume/ui"), ".java");
  }

  private static List<String> fxmlFiles() throws IOException {
    return read(Path.of("src/main/resources/osusume/ui"), ".fxml");
  }

  private static List<String> read(Path folder, String ending) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> files = tree.filter(file -> file.toString().endsWith(ending)).toList();
      List<String> texts = new java.util.ArrayList<>();
      for (Path file : files) {
        texts.add(Files.readString(file));
      }
      return texts;
    }
  }
}
