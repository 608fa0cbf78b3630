package osusume.chat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:11434",
        "ftp://example.org/v1",
        "https://",
        "https:///v1",
        "https://me:pass-WORD@example.org/v1",
        "https://example.org/v1?key=pass-WORD",
        "https://example.org/v1#x",
        "https://exa mple.org/v1"
      })
  void whatIsNoAddressIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> ModelAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(".")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("pass-WORD"));
  }

  @Test
  void whatIsTypedAroundAnAddressIsTakenAway() {
    assertThat(ModelAddress.parse(" http://127.0.0.1:11434/v1/ "))
        .isEqualTo(ModelAddress.PRESETS.getFirst().address());
    assertThat(ModelAddress.OPENAI.host()).isEqualTo("api.openai.com");
    assertThat(ModelAddress.parse("http://localhost:1234/v1").host()).isEqualTo("localhost:1234");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org",
        "http://localhost",
        "http://127.0.0.1:8080/v1",
        "http://[::1]:8080",
        "http://10.1.2.3",
        "http://192.168.0.7:1234",
        "http://172.16.0.1",
        "http://172.31.9.9",
        "http://[fd12:3456::1]"
      })
  void aKeyMayGoWhereNobodyReadsIt(String address) {
    assertThat(ModelAddress.parse(address).mayCarryKey()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org",
        "http://172.32.0.1",
        "http://172.15.0.1",
        "http://192.169.0.1",
        "http://127.0.0.1.example.org",
        "http://10.example.org",
        "http://localhost.example.org",
        "http://[2001:db8::1]"
      })
  void elsewhereOnlyEncrypted(String address) {
    assertThat(ModelAddress.parse(address).mayCarryKey()).isFalse();
  }
}
