package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets the page and who the documented text. */
class AcceptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "TEXT/HTML ; Q=1.0",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "text/html;charset=utf-8;q=0.9, text/plain;q=0.899",
        "text/html;q=0.2, text/*;q=0.1",
        "*/*;q=0.1, text/html;q=0.2",
        "text/plain;q=0, */*",
      })
  void htmlIsWanted(String header) {
    assertThat(Accept.prefersHtml(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "text/*",
        "application/json",
        "text/plain",
        "text/html, text/plain",
        "text/html;q=0",
        "text/html;q=0, */*",
        "text/html;q=much",
        "text/html;q=0x1p3",
        "text/html;q=1f",
        "text/html;q=NaN",
        "text/html;q=.",
        "text/html;q=0.5, */*;q=0.6",
        "text/htmlx",
        "image/avif,image/webp,*/*;q=0.8",
        ",;,q=1;",
      })
  void itIsNot(String header) {
    assertThat(Accept.prefersHtml(header)).isFalse();
  }
}
