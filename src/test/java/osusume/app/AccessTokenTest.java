package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTokenTest {
  @Test
  void whatIsKeptIsTheSha256OfTheToken() {
    assertThat(AccessToken.chosen("correct-horse-battery").sha256())
        .isEqualTo("62249369389075490555a758353aec61500c6218fa597252d52dc4bd0148f12d");
  }

  @Test
  void aFreshTokenFitsWhatIsKeptOfItAndNoOther() {
    AccessToken.Fresh fresh = AccessToken.fresh();
    assertThat(fresh.known().matches(fresh.text())).isTrue();
    assertThat(fresh.known().matches(fresh.text() + "x")).isFalse();
    assertThat(fresh.known().matches("")).isFalse();
    assertThat(AccessToken.fresh().known().matches(fresh.text())).isFalse();
    assertThat(fresh.toString()).doesNotContain(fresh.text());
  }

  @Test
  void freshTokensAreLongAndNeverTheSame() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      String token = AccessToken.fresh().text();
      assertThat(token).hasSize(43).matches("[A-Za-z0-9_-]+");
      assertThat(seen.add(token)).isTrue();
    }
  }

  @Test
  void aTokenThatCouldBeGuessedOrNotSentIsRefusedWithoutRepeatingIt() {
    for (String token :
        new String[] {"", "short", "fifteen-letters", "with a space in it", "ひみつのことばですからながくする"}) {
      assertThatThrownBy(() -> AccessToken.chosen(token))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at least 16")
          .satisfies(e -> assertThat(token.isEmpty() || !e.getMessage().contains(token)).isTrue());
    }
    assertThat(AccessToken.chosen("sixteen-letters!").matches("sixteen-letters!")).isTrue();
  }

  @Test
  void whatIsNoSha256IsRefused() {
    for (String text : new String[] {"", "abc", "g".repeat(64), "A".repeat(64), "a".repeat(63)}) {
      assertThatThrownBy(() -> new AccessToken(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
