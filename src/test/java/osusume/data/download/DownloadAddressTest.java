package osusume.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/archive.zip",
        "  HTTPS://example.org/a?b=c  ",
        "http://localhost:8080/x",
        "http://127.0.0.1/x",
        "http://127.1.2.3:9/x",
        "http://[::1]:80/x"
      })
  void encryptedAddressesAndThisMachineAreTaken(String text) {
    assertThat(DownloadAddress.parse(text).toString()).isEqualTo(text.strip());
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org/x, not encrypted",
    "http://127.0.0.1.example.org/x, not encrypted",
    "http://localhost.example.org/x, not encrypted",
    "ftp://example.org/x, must begin with https://",
    "file:///etc/passwd, names no place",
    "kaggle.com/x, names no place",
    "'', names no place",
    "https://me:secret@example.org/x, a user name or a password",
    "https://exa mple.org, is no address"
  })
  void everythingElseIsRefusedWithASentence(String text, String said) {
    assertThatThrownBy(() -> DownloadAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @Test
  void anEndlessAddressIsRefused() {
    assertThatThrownBy(() -> DownloadAddress.parse("https://example.org/" + "x".repeat(3000)))
        .hasMessageContaining("too long");
  }

  @Test
  void theUsualOneIsKaggles() {
    assertThat(DownloadAddress.KAGGLE.host()).isEqualTo("www.kaggle.com");
    assertThat(DownloadAddress.KAGGLE.uri().getScheme()).isEqualTo("https");
  }
}
