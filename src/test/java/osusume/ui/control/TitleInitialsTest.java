package osusume.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleInitialsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Cowboy Bebop;CB",
        "Kimi no Na wa.;KN",
        "Mushishi;M",
        "Steins;S",
        "xxxHOLiC;X",
        "3-gatsu no Lion;3L",
        "…;''",
        "おすすめ;お"
      })
  void aTitleIsKnownByItsFirstCapitals(String name, String initials) {
    assertThat(TitleInitials.of(name)).isEqualTo(initials);
  }
}
