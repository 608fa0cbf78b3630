package osusume.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** The page for browsers draws a title in the colours of the window. */
class PageTileTest {
  private static final Path SCRIPT = Path.of("src/main/resources/osusume/http/page-tile.js");

  /** A genre and its degrees, as the script's table has them. */
  private record Hue(String genre, double degrees) {}

  private static List<Hue> hues() throws IOException {
    String script = Files.readString(SCRIPT);
    String table =
        script.substring(
            script.indexOf("new Map(["), script.indexOf("]);", script.indexOf("new Map([")));
    return Pattern.compile("\\[\"([^\"]+)\", (\\d+)\\]")
        .matcher(table)
        .results()
        .map((MatchResult each) -> new Hue(each.group(1), Double.parseDouble(each.group(2))))
        .toList();
  }

  @Test
  void theScriptHasTheWindowsHuesInTheWindowsOrder() throws IOException {
    List<Hue> hues = hues();
    assertThat(hues).hasSameSizeAs(GenreColours.Hue.values());
    List<Hue> rest = new ArrayList<>(hues);
    for (Hue hue : hues) {
      assertThat(GenreColours.of(List.of(hue.genre())))
          .as(hue.genre())
          .containsExactly(
              Color.hsb(hue.degrees(), 0.62, 0.62), Color.hsb(hue.degrees() + 24, 0.7, 0.4));
      rest.remove(hue);
      for (Hue later : rest) {
        // Whatever the order of a title's genres, the one that says more comes first.
        assertThat(GenreColours.of(List.of(later.genre(), hue.genre())))
            .as("%s and %s", hue.genre(), later.genre())
            .containsExactly(
                Color.hsb(hue.degrees(), 0.62, 0.62), Color.hsb(later.degrees(), 0.7, 0.4));
      }
    }
  }
}
