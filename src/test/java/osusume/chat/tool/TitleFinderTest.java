package osusume.chat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import osusume.chat.Grounds;
import osusume.data.Anime;
import osusume.data.Catalogue;

class TitleFinderTest {
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              Grounds.anime(121, "Fullmetal Alchemist", 600_000),
              Grounds.anime(5114, "Fullmetal Alchemist: Brotherhood", 790_000),
              Grounds.anime(16498, "Shingeki no Kyojin", 890_000),
              Grounds.anime(918, "Gintama", 336_000),
              Grounds.anime(9969, "Gintama'", 151_000),
              Grounds.anime(28977, "Gintama°", 114_000),
              Grounds.anime(1575, "Code Geass: Hangyaku no Lelouch", 715_000),
              Grounds.anime(2904, "Code Geass: Hangyaku no Lelouch R2", 572_000),
              Grounds.anime(9253, "Steins;Gate", 673_000),
              Grounds.anime(849, "Suzumiya Haruhi no Yuuutsu", 300_000),
              Grounds.anime(11061, "Hunter x Hunter (2011)", 425_000),
              Grounds.anime(1535, "Death Note", 1_000_000),
              Grounds.anime(572, "Kaze no Tani no Nausicaä", 150_000),
              Grounds.anime(30, "Pocket Garden", 900),
              Grounds.anime(31, "Rocket Garden", 1_000),
              Grounds.anime(32, "Sora no Woto", 100_000),
              Grounds.anime(33, "91", 100)));

  private static TitleFinder.Found find(String said) {
    return TitleFinder.of(CATALOGUE).find(said);
  }

  @ParameterizedTest
  @CsvSource({
    "fullmetal alchemist, 121, NAME",
    "FULL METAL ALCHEMIST BROTHERHOOD, 5114, SPELLING",
    "fmab, 5114, SPELLING",
    "fa, 0, NONE",
    "fab, 5114, INITIALS",
    "flab, 5114, INITIALS",
    "snk, 16498, INITIALS",
    "Attack on Titan, 16498, SPELLING",
    "Gintama', 9969, NAME",
    "Gintama’, 9969, NAME",
    "gintama!, 918, SPELLING",
    "Code Geass, 1575, BEGINNING",
    "haruhi, 849, PART",
    "Hunter X Hunter, 11061, SPELLING",
    "kaze no tani no nausicaa, 572, SPELLING",
    "Stiens Gate, 9253, NEAR",
    "deth note, 1535, NEAR",
    "Dead Note, 1535, NEAR",
    "91, 33, NAME",
    "Pocket Garden, 30, NAME",
    "Locket Garden, 0, AMBIGUOUS",
    "Garden, 0, AMBIGUOUS",
    "Blarghonauts of the Quux, 0, NONE",
    "note, 1535, PART",
    "not, 0, NONE"
  })
  void findsWhatIsMeant(String said, int id, TitleFinder.How how) {
    TitleFinder.Found found = find(said);
    assertThat(found.how()).isEqualTo(how);
    assertThat(found.row().stream().map(CATALOGUE::idOfRow).findFirst().orElse(0)).isEqualTo(id);
  }

  @Test
  void anAmbiguousOrUnknownNameNamesTheNearest() {
    assertThat(find("Locket Garden").nearest()).extracting(CATALOGUE::idOfRow).containsOnly(30, 31);
    assertThat(find("Deaf Notes in G").nearest()).extracting(CATALOGUE::idOfRow).contains(1535);
    assertThat(find("Blarghonauts of the Quux").nearest()).isEmpty();
    assertThat(find("").row()).isEmpty();
    assertThat(find("!?").row()).isEmpty();
  }

  @Test
  void everyTitleOfTheDemoIsFoundByItsNameInAnyCase() {
    Catalogue demo = Grounds.demo().catalogue();
    TitleFinder finder = TitleFinder.of(demo);
    for (int row = 0; row < demo.size(); row++) {
      Anime anime = demo.anime(row);
      assertThat(finder.find(anime.name().toUpperCase(java.util.Locale.ROOT)).row())
          .as(anime.name())
          .hasValue(row);
    }
  }

  @Test
  void mistakesAreCountedAsAPlainTableWould() {
    List<String> words = List.of("", "a", "ab", "ba", "abc", "acb", "steins", "stiens", "gate");
    for (String word : words) {
      for (String said : words) {
        int all = Misspelling.mistakes(word, said, 100);
        assertThat(all).isEqualTo(plain(word, said));
        IntStream.range(0, 6)
            .forEach(
                most -> {
                  int bounded = Misspelling.mistakes(word, said, most);
                  assertThat(bounded <= most ? bounded : -1).isEqualTo(all <= most ? all : -1);
                });
      }
    }
  }

  private static int plain(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
