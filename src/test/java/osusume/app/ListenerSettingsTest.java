package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses this machine alone reaches, however they are written. */
class ListenerSettingsTest {
  private static boolean forThisMachine(String host) {
    return ListenerSettings.DEFAULT.withHost(host).forThisMachine();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.2",
        " 127.0.0.1 ",
        "localhost",
        "LocalHost",
        "::1",
        "[::1]",
        "0:0:0:0:0:0:0:1"
      })
  void theseDoes(String host) {
    assertThat(forThisMachine(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "::",
        "10.0.0.1",
        "localhost.example",
        "0177.0.0.1",
        "127.0.0.1.example",
        "fe80::1"
      })
  void theseOthersMayToo(String host) {
    assertThat(forThisMachine(host)).isFalse();
  }
}
