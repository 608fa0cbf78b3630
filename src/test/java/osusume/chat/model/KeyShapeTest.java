package osusume.chat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key in a field that is kept or shown is known by its looks, and no model's name is one. */
class KeyShapeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-abc",
        "SK-PROJ-abcdef",
        "my sk-abcdef",
        "gsk_AbCdEfGhIjKlMnOp",
        "hf_AbCdEfGhIjKlMnOpQrSt",
        "xai-AbCdEfGhIjKlMnOpQr",
        "AIzaSyA1234567890abcdefghijklmnopqrstu",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc",
        "4f3A9b8C7d6E5f4A3b2C1d0E9f8A7b6C",
        "http://host/sk-abc/v1",
      })
  void keysAreKnown(String key) {
    assertThat(KeyShape.in(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gpt-4o",
        "gpt-4o-2024-08-06",
        "ft:gpt-4o-2024-08-06:org::AbC123xy",
        "hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M",
        "llama3.1:8b-instruct-q4_K_M",
        "mistralai/Mixtral-8x7B-Instruct-v0.1",
        "task-model",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "http://127.0.0.1:11434/v1",
        "https://my-resource.openai.azure.com/openai/v1",
      })
  void namesAndAddressesAreNot(String name) {
    assertThat(KeyShape.in(name)).isFalse();
  }

  @Test
  void anAddressWithAKeyInItIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> ModelAddress.parse("http://host/sk-secretsecret/v1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("looks like a key")
        .hasMessageNotContaining("secret");
  }
}
