package osusume.mylist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;
import osusume.data.Catalogue;

class ListStatisticsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              new Anime(1, "Mushishi", List.of("Mystery", "Seinen"), "TV", 26, 8.8, 100),
              new Anime(2, "Akira", List.of("Action", "Seinen"), "Movie", 1, 8.2, 100),
              new Anime(3, "One Piece", List.of("Action"), "TV", -1, 8.6, 100),
              new Anime(4, "Planned", List.of("Drama"), "TV", 12, 7, 100)));

  private static ListEntry.Builder entry(TitleKey key, String type, int episodes, Status status) {
    return ListEntry.of(key, "Title", type, episodes, status, NOW).but();
  }

  private static final MyList LIST =
      MyList.of(
          List.of(
              entry(TitleKey.mal(1), "TV", 26, Status.COMPLETED)
                  .score(10)
                  .seen(26)
                  .rewatches(2)
                  .started(new PartialDate(2014, 12, 1))
                  .finished(new PartialDate(2015, 0, 0))
                  .build(),
              entry(TitleKey.mal(2), "", -1, Status.COMPLETED)
                  .score(7)
                  .seen(1)
                  .started(new PartialDate(2015, 5, 0))
                  .build(),
              entry(TitleKey.mal(3), "TV", -1, Status.WATCHING).seen(100).rewatches(1).build(),
              entry(TitleKey.mal(4), "TV", 12, Status.PLANNED).seen(3).build(),
              entry(TitleKey.mal(99), "OVA", 2, Status.DROPPED).score(4).seen(1).build(),
              entry(TitleKey.aniList(1), "", -1, Status.NOT_INTERESTED).build()));

  @Test
  void theFiguresAreThoseOfTheList() {
    ListStatistics figures = ListStatistics.of(LIST, CATALOGUE);
    assertThat(figures.byStatus())
        .isEqualTo(
            Map.of(
                Status.WATCHING, 1,
                Status.COMPLETED, 2,
                Status.ON_HOLD, 0,
                Status.DROPPED, 1,
                Status.PLANNED, 1,
                Status.NOT_INTERESTED, 1));
    assertThat(figures.scores()).containsExactly(1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1);
    assertThat(figures.meanScore()).isEqualTo(7);
    assertThat(figures.unknown()).isEqualTo(2);
    assertThat(figures.byGenre())
        .containsExactly(
            new ListStatistics.Group("Action", 2, 1, 7),
            new ListStatistics.Group("Seinen", 2, 2, 8.5),
            new ListStatistics.Group("Mystery", 1, 1, 10));
    assertThat(figures.byType())
        .containsExactly(
            new ListStatistics.Group("TV", 2, 1, 10),
            new ListStatistics.Group("Movie", 1, 1, 7),
            new ListStatistics.Group("OVA", 1, 1, 4));
    assertThat(figures.byYear()).isEqualTo(Map.of(2015, 2));
    assertThat(figures.withoutYear()).isEqualTo(2);
    assertThat(figures.rewatches()).isEqualTo(3);
  }

  @Test
  void episodesAndTheirTimeIncludeThoseSeenAgain() {
    ListStatistics figures = ListStatistics.of(LIST, CATALOGUE);
    assertThat(figures.episodes()).isEqualTo(3 * 26 + 1 + 200 + 1);
    assertThat(figures.minutes())
        .isEqualTo(
            278 * WatchTime.minutesAnEpisode("TV")
                + WatchTime.minutesAnEpisode("Movie")
                + WatchTime.minutesAnEpisode("OVA"));
    assertThat(figures.hours()).isEqualTo(figures.minutes() / 60.0, within(1e-9));
    assertThat(WatchTime.minutesAnEpisode("Movie")).isGreaterThan(60);
    assertThat(WatchTime.minutesAnEpisode("Whatever")).isEqualTo(WatchTime.minutesAnEpisode("TV"));
  }

  @Test
  void anEmptyListHasFiguresToo() {
    ListStatistics figures = ListStatistics.of(MyList.EMPTY, CATALOGUE);
    assertThat(figures.meanScore()).isNaN();
    assertThat(figures.scores()).hasSize(11).containsOnly(0);
    assertThat(figures.byGenre()).isEmpty();
    assertThat(figures.byType()).isEmpty();
    assertThat(figures.byYear()).isEmpty();
    assertThat(figures.hours()).isZero();
    assertThat(figures.byStatus()).hasSize(Status.values().length);
  }

  @Test
  void countsBeyondAnIntDoNotRunOver() {
    MyList list =
        MyList.of(
            List.of(
                entry(TitleKey.mal(99), "TV", Integer.MAX_VALUE, Status.COMPLETED)
                    .seen(Integer.MAX_VALUE)
                    .rewatches(2)
                    .build()));
    assertThat(ListStatistics.of(list, CATALOGUE).episodes()).isEqualTo(3L * Integer.MAX_VALUE);
  }
}
