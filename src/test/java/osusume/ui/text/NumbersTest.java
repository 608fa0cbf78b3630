package osusume.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;

class NumbersTest {
  private static final Numbers US = new Numbers(new Texts(Locale.US));
  private static final Numbers GERMAN = new Numbers(new Texts(Locale.GERMANY));

  @Test
  void numbersFollowTheLocale() {
    assertThat(US.count(12_294)).isEqualTo("12,294");
    assertThat(GERMAN.count(12_294)).isEqualTo("12.294");
    assertThat(US.decimal(8.784, 2)).isEqualTo("8.78");
    assertThat(GERMAN.decimal(8.784, 2)).isEqualTo("8,78");
  }

  @Test
  void whatIsUnknownIsADash() {
    assertThat(US.count(-1)).isEqualTo("–");
    assertThat(US.decimal(Double.NaN, 1)).isEqualTo("–");
    assertThat(US.share(Double.NaN)).isEqualTo("–");
  }

  @Test
  void largeCountsAreRounded() {
    assertThat(US.roughCount(999)).isEqualTo("999");
    assertThat(US.roughCount(312_400)).isEqualTo("312 k");
    assertThat(US.roughCount(999_499)).isEqualTo("999 k");
    assertThat(US.roughCount(999_500)).isEqualTo("1 M");
    assertThat(US.roughCount(1_250_000)).isEqualTo("1.2 M");
    assertThat(GERMAN.roughCount(1_250_000)).isEqualTo("1,2 M");
  }

  @Test
  void aSmallShareIsNotNothing() {
    assertThat(US.share(0)).isEqualTo("0%");
    assertThat(US.share(0.001)).isEqualTo("<1%");
    assertThat(US.share(0.41)).isEqualTo("41%");
  }

  @Test
  void factsLeaveOutWhatIsNotKnown() {
    Anime known = new Anime(1, "Cowboy Bebop", List.of("Space"), "TV", 26, 8.82, 486_824);
    Anime unknown = new Anime(2, "New", List.of(Anime.UNKNOWN), Anime.UNKNOWN, -1, Double.NaN, 1);
    assertThat(US.facts(known)).isEqualTo("TV · 26 ep · 8.8 · 487 k members");
    assertThat(GERMAN.facts(known)).startsWith("TV · 26 ep · 8,8 · 487 k");
    assertThat(US.facts(unknown)).isEqualTo("type unknown · 1 member");
  }
}
