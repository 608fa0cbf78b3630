package osusume.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;
import osusume.data.NumberRange;
import osusume.recommend.SmallWorld;

class FilterPartTest {
  private static final Catalogue CATALOGUE = SmallWorld.data().catalogue();

  private static int count(AnimeFilter filter) {
    return filter.match(CATALOGUE).count();
  }

  @Test
  void thePartWithoutWhichMostFitIsNamed() {
    AnimeFilter filter =
        AnimeFilter.builder()
            .genres(List.of("Drama"))
            .types(List.of("TV"))
            .rating(NumberRange.between(9.9, 10))
            .build();
    assertThat(count(filter)).isZero();
    assertThat(FilterPart.best(filter, FilterPartTest::count))
        .hasValue(new FilterPart.Loosening(FilterPart.RATING, 4));
  }

  @Test
  void noPartIsNamedWhereNoSingleOneWouldDo() {
    AnimeFilter filter =
        AnimeFilter.builder().title("nowhere").rating(NumberRange.between(9.9, 10)).build();
    assertThat(FilterPart.best(filter, FilterPartTest::count)).isEmpty();
  }

  @Test
  void adultTitlesAreNeverOfferedToWhoHidThem() {
    AnimeFilter filter = AnimeFilter.builder().animeId(115).hideAdult(true).build();
    assertThat(count(filter)).isZero();
    assertThat(FilterPart.best(filter, FilterPartTest::count)).isEmpty();
  }

  @Test
  void activePartsAreCountedWithoutTheAdultSwitch() {
    assertThat(FilterPart.active(AnimeFilter.builder().hideAdult(true).build())).isZero();
    assertThat(FilterPart.active(AnimeFilter.builder().title("x").types(List.of("TV")).build()))
        .isEqualTo(2);
  }
}
