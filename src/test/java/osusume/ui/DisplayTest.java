package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
  @Test
  void noDisplayIsSaidWithTheCommandThatMendsIt() {
    for (Map<String, String> environment :
        java.util.List.of(Map.<String, String>of(), Map.of("DISPLAY", ""))) {
      assertThat(Display.trouble(environment, name -> true))
          .hasValueSatisfying(
              said ->
                  assertThat(said)
                      .contains("DISPLAY is not set")
                      .contains("xvfb-run osusume")
                      .contains("osusume recommend 1"));
    }
  }

  @Test
  void noGtkIsSaidWithTheCommandThatMendsIt() {
    assertThat(Display.trouble(Map.of("DISPLAY", ":0"), name -> !name.equals("libgtk-3.so.0")))
        .hasValueSatisfying(
            said -> assertThat(said).contains("GTK 3").contains("sudo apt-get install libgtk-3-0"));
  }

  @Test
  void nothingIsSaidWhereAWindowCanBeOpened() {
    assertThat(Display.trouble(Map.of("DISPLAY", ":0"), name -> true)).isEmpty();
  }
}
