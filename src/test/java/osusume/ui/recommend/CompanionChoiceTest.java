package osusume.ui.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanionChoiceTest {
  @ParameterizedTest
  @CsvSource({
    "theirs.csv, theirs",
    "Mio.JSON, Mio",
    "animelist_1449830000_-_5310421.xml.gz, animelist",
    "animelist_1449830000_-_5310421 (1).xml, animelist",
    "top100.csv, top100",
    "no ending, no ending",
    "2024.csv, 2024",
    ".csv, .csv"
  })
  void aListIsCalledByItsFileWithoutEndingsAndNumbers(String fileName, String person) {
    assertThat(CompanionChoice.personOf(fileName)).isEqualTo(person);
  }
}
