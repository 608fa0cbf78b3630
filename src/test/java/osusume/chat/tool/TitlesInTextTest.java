package osusume.chat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.chat.Asker;
import osusume.chat.Ground;
import osusume.chat.Grounds;
import osusume.chat.NamedTitle;
import osusume.data.Anime;
import osusume.data.Taste;

class TitlesInTextTest {
  private static final Ground GROUND =
      Grounds.of(
          Grounds.anime(22789, "Barakamon", 200_000),
          Grounds.anime(9253, "Steins;Gate", 673_000),
          Grounds.anime(19, "Monster", 240_000),
          Grounds.anime(11111, "Another", 300_000),
          Grounds.anime(14467, "K", 200_000),
          Grounds.anime(1535, "Death Note", 1_000_000),
          Grounds.anime(16498, "Shingeki no Kyojin", 890_000),
          Grounds.anime(5680, "K-On!", 400_000),
          Grounds.anime(6, "Comedy", 10),
          new Anime(7, "Cooking Show", List.of("Slice of Life", "Comedy"), "Movie", 1, 7, 10));

  private static List<NamedTitle> titles(String text) {
    return TitlesInText.read(text, GROUND, List.of()).titles();
  }

  private static List<Integer> ids(String text) {
    return titles(text).stream().map(title -> title.animeId().orElse(0)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Try **Barakamon** tonight. | 22789",
        "1. **Barakamon** (TV, 12 episodes) – calm | 22789",
        "- **Barakamon (2014)**: calm | 22789",
        "- **1. Barakamon:** calm | 22789",
        "**\"Monster\"** and “Another” | 19 11111",
        "「K」 is short | 14467",
        "*Barakamon* in italics | 22789",
        "[Barakamon](https://example.org) as a link | 22789",
        "- **Barakamn** (TV) with a mistake | 22789",
        "**Attack on Titan** in English | 16498",
        "Have you seen Death Note or Steins;Gate? | 1535 9253",
        "K-On! is fun | 5680",
      })
  void namesWhatIsThere(String text, String expected) {
    assertThat(ids(text))
        .isEqualTo(List.of(expected.split(" ")).stream().map(Integer::valueOf).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is a monster of another kind. Another one is K.",
        "Monster is a plain word here, as are Barakamon's letters.",
        "He wrote a death note.",
        "**Note**: this is **Comedy** and **Slice of Life**, a **Movie**.",
        "**Comedy, Slice of Life**",
        "### Why these",
        "**Why you'd like it:** it is calm.",
        "- **Emotional Depth**: much of it",
        "**12 episodes**, **8.5**, **very short**",
        "You asked for \"something short and funny\".",
        "**This is a whole sentence in bold, is it not?**",
        "**Top Picks**",
        "** **",
        "“”"
      })
  void seesNoTitleWhereThereIsNone(String text) {
    assertThat(titles(text)).as(text).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Watch **Frobnicating Sky** next. | Frobnicating Sky",
        "1. **Frobnar** (TV, 12 ep) – made up | Frobnar",
        "Watch “Sky of the Frobs” next. | Sky of the Frobs",
        "**Frobnicating Sky (2013)** | Frobnicating Sky (2013)",
      })
  void tellsWhatIsInvented(String text, String said) {
    assertThat(titles(text))
        .singleElement()
        .satisfies(
            title -> {
              assertThat(title.said()).isEqualTo(said);
              assertThat(title.animeId()).isEmpty();
              assertThat(title.known()).isFalse();
              assertThat(text.substring(title.from(), title.to())).isEqualTo(said);
            });
    assertThat(TitlesInText.read(text, GROUND, List.of()).notes(List.of()))
        .containsExactly("There is no title \"%s\" in the data set.".formatted(said));
  }

  @Test
  void aLabelBeforeAColonIsATitleWhereOthersLikeItAre() {
    assertThat(ids("- **Barakamon**: calm\n- **Emotional Depth**: deep")).containsExactly(22789, 0);
    assertThat(ids("- **Barakamon**: calm\n  - **Emotional Depth**: deep")).containsExactly(22789);
  }

  @Test
  void aSingleWordCountsWhereTheAnswerIsAboutIt() {
    assertThat(TitlesInText.read("I would start with Monster.", GROUND, List.of(19)).titles())
        .extracting(NamedTitle::said)
        .containsExactly("Monster");
  }

  @Test
  void whatWasWatchedIsKnownAndToldWhereItIsPresented() {
    Ground asked =
        Grounds.with(GROUND, Asker.user(5, Taste.of(new int[] {0, 1}, new byte[] {9, -1})));
    TitlesInText read =
        TitlesInText.read("As you saw Steins;Gate, try **Barakamon**.", asked, List.of());
    assertThat(read.titles()).extracting(NamedTitle::known).containsExactly(true, true);
    assertThat(read.notes(List.of())).containsExactly("User 5 has watched \"Barakamon\" already.");
    assertThat(read.notes(List.of(22789))).isEmpty();
  }

  @Test
  void positionsAreThoseOfTheTextWhateverItIs() {
    String marks = "**\"“「*_[]()`K Monster Barakamon Death Note\n-1. :";
    var random = new java.util.SplittableRandom(6);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      IntStream.range(0, random.nextInt(60))
          .forEach(n -> text.append(marks.charAt(random.nextInt(marks.length()))));
      int end = 0;
      for (NamedTitle title : titles(text.toString())) {
        assertThat(title.said()).isEqualTo(text.substring(title.from(), title.to()));
        assertThat(title.from()).as(text.toString()).isGreaterThanOrEqualTo(end);
        end = title.to();
      }
    }
  }
}
