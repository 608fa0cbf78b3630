package osusume.mylist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Recency;
import osusume.data.Taste;

class MyTasteTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Recency A_YEAR = Recency.ofYears(1);

  /** Rows 0 to 9 are the titles 100 to 109. */
  private static final Catalogue CATALOGUE =
      new Catalogue(
          IntStream.range(100, 110)
              .mapToObj(id -> new Anime(id, "Title " + id, List.of(), "TV", 12, 7, 1000))
              .toList());

  private static ListEntry.Builder entry(int id, Status status, int score) {
    return ListEntry.of(TitleKey.mal(id), "Title " + id, "TV", 12, status, NOW).but().score(score);
  }

  private static Taste taste(Recency recency, ListEntry.Builder... entries) {
    List<ListEntry> built = List.of(entries).stream().map(ListEntry.Builder::build).toList();
    return MyTaste.of(MyList.of(built), CATALOGUE, recency, TODAY);
  }

  /** The weight of the entry of a catalogue row. */
  private static double weight(Taste taste, int row) {
    return IntStream.range(0, taste.size())
        .filter(entry -> taste.row(entry) == row)
        .mapToDouble(taste::weight)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWasSeenCountsByItsScore() {
    Taste taste =
        taste(Recency.OFF, entry(103, Status.COMPLETED, 9), entry(101, Status.WATCHING, 0));
    assertThat(taste.size()).isEqualTo(2);
    assertThat(taste.row(0)).isEqualTo(3);
    assertThat(taste.rating(0)).isEqualTo(9);
    assertThat(taste.row(1)).isEqualTo(1);
    assertThat(taste.rating(1)).isEqualTo(-1);
    assertThat(taste.weight(0)).isEqualTo(1);
    assertThat(taste.weight(1)).isEqualTo(1);
    assertThat(taste.userRow()).isEqualTo(-1);
  }

  @Test
  void whatWasDroppedSpeaksAgainst() {
    Taste taste = taste(Recency.OFF, entry(100, Status.DROPPED, 8), entry(101, Status.ON_HOLD, 8));
    assertThat(taste.dropped(0)).isTrue();
    assertThat(taste.dropped(1)).isFalse();
  }

  @Test
  void whatIsPlannedOrNotWantedIsLeftOutAndSaysNothing() {
    Taste taste =
        taste(
            Recency.OFF,
            entry(100, Status.PLANNED, 0),
            entry(101, Status.NOT_INTERESTED, 0),
            entry(102, Status.COMPLETED, 7));
    assertThat(taste.size()).isEqualTo(1);
    assertThat(taste.leavesOut(0)).isTrue();
    assertThat(taste.leavesOut(1)).isTrue();
    assertThat(taste.leavesOut(2)).isTrue();
    assertThat(taste.leavesOut(3)).isFalse();
  }

  @Test
  void whatTheDataSetDoesNotKnowIsPassedOver() {
    ListEntry elsewhere =
        ListEntry.of(TitleKey.aniList(100), "Elsewhere", "TV", 1, Status.COMPLETED, NOW);
    Taste taste =
        MyTaste.of(MyList.of(List.of(elsewhere, entry(5, Status.PLANNED, 0).build())), CATALOGUE);
    assertThat(taste.size()).isZero();
    assertThat(taste.leaveOut().isEmpty()).isTrue();
  }

  @Test
  void withAHalfLifeAnEntryOfThatAgeCountsHalfAsMuchAsOneOfToday() {
    Taste taste =
        taste(
            A_YEAR,
            entry(100, Status.COMPLETED, 8).finished(PartialDate.of(TODAY)),
            entry(101, Status.COMPLETED, 8).finished(PartialDate.of(TODAY.minusDays(365))),
            entry(102, Status.COMPLETED, 8).finished(PartialDate.of(TODAY.minusDays(731))));
    assertThat(weight(taste, 0)).isEqualTo(1);
    assertThat(weight(taste, 1)).isCloseTo(0.5, within(0.001));
    assertThat(weight(taste, 2)).isCloseTo(0.25, within(0.001));
  }

  @Test
  void theAgeIsThatOfTheEndElseOfTheBeginningAndOfTheRatingIfThatWasLater() {
    LocalDate before = TODAY.minusDays(365);
    Instant then = Instant.parse("2025-11-23T12:00:00Z");
    Taste taste =
        taste(
            A_YEAR,
            entry(100, Status.COMPLETED, 8)
                .finished(PartialDate.of(TODAY))
                .started(PartialDate.of(before))
                .rated(then),
            entry(101, Status.WATCHING, 8).started(PartialDate.of(before)),
            entry(102, Status.COMPLETED, 8).rated(then));
    assertThat(weight(taste, 0)).isEqualTo(1);
    assertThat(weight(taste, 1)).isCloseTo(0.5, within(0.001));
    assertThat(weight(taste, 2)).isCloseTo(0.5, within(0.001));
  }

  @Test
  void whoThinksBetterOfATitleOfLongAgoSaysWhatTheyLikeNow() {
    PartialDate longAgo = new PartialDate(2012, 5, 1);
    ListEntry old = entry(100, Status.COMPLETED, 9).finished(longAgo).build();
    Taste taste =
        taste(
            A_YEAR,
            ListEdit.rate(old, 2).apply(old, NOW).but(),
            entry(101, Status.COMPLETED, 8).finished(longAgo));
    assertThat(weight(taste, 0)).isEqualTo(1);
    assertThat(weight(taste, 1)).isCloseTo(Recency.USUAL_FLOOR, within(0.001));
  }

  @Test
  void whereNothingTellsTheAgeItCountsAsTheOthersUsuallyDo() {
    Taste taste =
        taste(
            A_YEAR,
            entry(100, Status.COMPLETED, 8).rated(NOW),
            entry(101, Status.COMPLETED, 8).finished(PartialDate.of(TODAY.minusDays(365))),
            entry(102, Status.COMPLETED, 8).finished(PartialDate.of(TODAY.minusDays(365))),
            entry(103, Status.COMPLETED, 8));
    assertThat(weight(taste, 3)).isCloseTo(0.5, within(0.001));
  }

  @Test
  void ofHalfKnownDatesTheMiddleCounts() {
    Taste taste =
        taste(
            A_YEAR,
            entry(100, Status.COMPLETED, 8).finished(PartialDate.of(TODAY)),
            entry(101, Status.COMPLETED, 8).finished(new PartialDate(2025, 0, 0)));
    long days = java.time.temporal.ChronoUnit.DAYS.between(LocalDate.of(2025, 7, 1), TODAY);
    assertThat(weight(taste, 1)).isCloseTo(Math.pow(2, -days / 365.25), within(0.001));
  }
}
