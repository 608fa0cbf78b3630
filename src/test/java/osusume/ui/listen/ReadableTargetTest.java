package osusume.ui.listen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTargetTest {
  @Test
  void namesAreReadInTheirOwnScript() {
    assertThat(ReadableTarget.of("/anime?name=%E3%81%8A%E3%81%99%E3%81%99%E3%82%81&mt_rating=7"))
        .isEqualTo("/anime?name=おすすめ&mt_rating=7");
    assertThat(ReadableTarget.of("/anime?name=Title%203%20%F0%9F%8C%B8"))
        .isEqualTo("/anime?name=Title 3 🌸");
  }

  @Test
  void whatSeparatesAndWhatIsNoSignToBeSeenStaysAsItIs() {
    for (String same :
        new String[] {
          "/anime?name=a%26b%3Dc%25",
          "/%00%0A%1B",
          "/%E2%80%AEabc",
          "/%FF%FE",
          "/%",
          "/%E3%8…",
          "/$1\\",
          "/a+b"
        }) {
      assertThat(ReadableTarget.of(same)).isEqualTo(same);
    }
  }

  @Test
  void whatTheLogCutIsReadAsFarAsItGoes() {
    assertThat(ReadableTarget.of("/anime?name=%E3%81%8A%E3%81…")).isEqualTo("/anime?name=お%E3%81…");
  }
}
