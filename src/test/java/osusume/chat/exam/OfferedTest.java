package osusume.chat.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which titles a text names, and which of them it offers. */
class OfferedTest {
  @TempDir static Path folder;
  private static Scene scene;

  @BeforeAll
  static void openScene() throws IOException {
    scene = SmallScene.in(folder);
  }

  private static String names(Iterable<Integer> rows) {
    StringBuilder names = new StringBuilder();
    for (int row : rows) {
      names.append(names.isEmpty() ? "" : ", ").append(scene.catalogue().anime(row).name());
    }
    return names.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Watch Monster tonight. | Monster",
        "Watch a monster movie. | -",
        "Another thing: it is late. | -",
        "I would try *another*. | Another",
        "'1. Another' | Another",
        "- mushishi, then hyouka | Mushishi",
        "steins gate is great | -",
        "Steins Gate is great | Steins;Gate",
        "STEINS;GATE and **steins;gate** | Steins;Gate",
        "I mean Gintama' and Gintama. | Gintama', Gintama",
        "There is .hack//Sign and Akira | .hack//Sign, Akira",
        "High School DxD or Mushishi? | High School DxD, Mushishi"
      })
  void namesAreFoundButNotInPlainWords(String text, String names) {
    String found = names(scene.reader().in(text).stream().map(TitleReader.Found::row).toList());
    assertThat(found.isEmpty() ? null : found).isEqualTo(names);
  }

  @Test
  void aPersonCaresLittleForCapitals() {
    assertThat(scene.reader().inMessage("more like steins gate pls")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "'Here you are:\n1. **Mushishi** – because you gave Steins;Gate a 10\n2. **Hyouka**' | Mushishi, Hyouka",
        "'Here you are:\n1. Mushishi\n   - because you watched Another' | Mushishi",
        "'| title | year |\n| Akira | like Naruto |' | Akira",
        "Because you liked Steins;Gate, try Mushishi or Hyouka. | Mushishi, Hyouka",
        "You might like Mushishi. | Mushishi",
        "Mushishi is like Hyouka. | Mushishi",
        "I recommend Akira because you gave Steins;Gate a 10. | Akira",
        "More like Naruto: | -",
        "For you who spoke of Monster there is Akira. | Akira"
      })
  void whatIsOnlyAReasonIsNotOffered(String text, String names) {
    String offered = names(SmallScene.answered(scene, "something like Monster?", text).offered());
    assertThat(offered.isEmpty() ? null : offered).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "'1. **Mushishi**\n2. **Cowboys of Osaka** – fun' | Cowboys of Osaka",
        "'1. Mushishi\n2. Hyouka' | -",
        "'- **Genres:** Drama\n- **Length**: 12' | -",
        "'- \"The Return\" is new' | The Return",
        "'- some words' | -"
      })
  void theHeadOfARowIsATitleThatIsThere(String text, String invented) {
    assertThat(SmallScene.answered(scene, "so?", text).invented().orElse(null)).isEqualTo(invented);
  }

  @Test
  void wordsOfThePersonThatAreRepeatedAreNotTheAnswers() {
    Answered answered = SmallScene.answered(scene, "Tell me of Akira.", "Tell me of Akira. No.");
    assertThat(answered.named()).isEmpty();
    assertThat(answered.text().strip()).isEqualTo("No.");
  }
}
