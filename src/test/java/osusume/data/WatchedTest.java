package osusume.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedTest {
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              new Anime(1, "b", List.of("Drama"), "TV", 26, 8.8, 480_000),
              new Anime(2, "A", List.of("Drama"), "Movie", 1, Double.NaN, 1_000),
              new Anime(3, "c", List.of("Drama"), Anime.UNKNOWN, -1, 7.5, 2_000),
              new Anime(4, "d", List.of("Drama"), "TV", 12, 6.0, 3_000)));
  private static final Taste TASTE = Taste.of(new int[] {0, 1, 2, 3}, new byte[] {8, 10, -1, 7});

  private static List<Integer> ids(WatchedFilter filter, WatchedColumn column, boolean descending) {
    List<Watched> titles = filter.of(CATALOGUE, TASTE);
    titles.sort(column.order(descending));
    return titles.stream().map(title -> title.anime().id()).toList();
  }

  @Test
  void theBoundsAreStrictAndTitlesWithoutARatingAreAskedForApart() {
    WatchedFilter between =
        new WatchedFilter(NumberRange.moreThan(7).and(NumberRange.lessThan(10)), false);
    assertThat(ids(between, WatchedColumn.TITLE, false)).containsExactly(1);
    WatchedFilter unratedToo = new WatchedFilter(NumberRange.lessThan(8), true);
    assertThat(ids(unratedToo, WatchedColumn.TITLE, false)).containsExactly(3, 4);
    assertThat(ids(WatchedFilter.ALL, WatchedColumn.TITLE, false)).containsExactly(2, 1, 3, 4);
  }

  @Test
  void whatIsNotKnownComesLastEitherWay() {
    assertThat(ids(WatchedFilter.ALL, WatchedColumn.RATING, false)).containsExactly(4, 1, 2, 3);
    assertThat(ids(WatchedFilter.ALL, WatchedColumn.RATING, true)).containsExactly(2, 1, 4, 3);
    assertThat(ids(WatchedFilter.ALL, WatchedColumn.EPISODES, true)).containsExactly(1, 4, 2, 3);
    assertThat(ids(WatchedFilter.ALL, WatchedColumn.COMMUNITY, false)).containsExactly(4, 3, 1, 2);
    // −0.8 and +1; the other two have none, and stand by title.
    assertThat(ids(WatchedFilter.ALL, WatchedColumn.DIFFERENCE, true)).containsExactly(4, 1, 2, 3);
    assertThat(ids(WatchedFilter.ALL, WatchedColumn.TYPE, true)).containsExactly(1, 4, 2, 3);
  }

  @Test
  void aDifferenceNeedsBothRatings() {
    assertThat(new Watched(CATALOGUE.anime(3), 7).difference()).isEqualTo(1);
    assertThat(new Watched(CATALOGUE.anime(1), 10).difference()).isNaN();
    assertThat(new Watched(CATALOGUE.anime(0), -1).difference()).isNaN();
  }
}
