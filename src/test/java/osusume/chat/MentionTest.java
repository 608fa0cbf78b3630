package osusume.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A title is named by its words, not by letters that happen to stand in others. */
class MentionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "something like Barakamon|Barakamon|true",
        "something like barakamon, please|Barakamon|true",
        "something like it|K|false",
        "I liked K a lot|K|true",
        "I liked k a lot|K|false",
        "another funny one|Another|false",
        "Another funny one|Another|false",
        "Calm. Another one|Another|false",
        "as scary as Another|Another|true",
        "fair and square|Air|false",
        "steins;gate was great|Steins;Gate|true",
        "steins;gateway|Steins;Gate|false",
        "Durarara!! again|Durarara!!|true",
        "monsters|Monster|false",
        "seen monster|Monster|true",
        "蟲師みたいな|蟲師|true",
        "anything|''|false",
      })
  void aTitleIsNamedByItsWholeWords(String text, String title, boolean named) {
    assertThat(Mention.names(text, title)).isEqualTo(named);
  }
}
