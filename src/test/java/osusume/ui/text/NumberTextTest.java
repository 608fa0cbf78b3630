package osusume.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "7.5;7.5",
        "7,5;7.5",
        " 12 ;12",
        "1,000;1000",
        "12.294;12294",
        "1,000,000;1000000",
        "1 000;1000",
        "0.125;0.125",
        ".5;0.5",
        "7.;7",
        "0;0"
      })
  void readsNumbersAsPeopleTypeThem(String text, double number) {
    assertThat(NumberText.read(text)).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "lots", "1,000.5.2", "-3", "1e5", "NaN", "٣x"})
  void everythingElseIsNoNumber(String text) {
    assertThat(NumberText.read(text)).isEmpty();
  }

  @Test
  void aThinSpaceMayDivideThousands() {
    assertThat(NumberText.read("12\u202f294")).hasValue(12_294);
  }
}
