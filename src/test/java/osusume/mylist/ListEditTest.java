package osusume.mylist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;

class ListEditTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final ListEntry PLANNED =
      ListEntry.of(TitleKey.aniList(7), "Only there", "TV", 2, Status.PLANNED, Instant.EPOCH);

  @Test
  void theFirstEpisodeBeginsTheLastOneCompletes() {
    ListEntry begun = ListEdit.oneMore(PLANNED, 2, TODAY).apply(PLANNED, NOW);
    assertThat(begun.status()).isEqualTo(Status.WATCHING);
    assertThat(begun.seen()).isEqualTo(1);
    assertThat(begun.started()).isEqualTo(PartialDate.of(TODAY));
    assertThat(begun.finished()).isEqualTo(PartialDate.NONE);
    assertThat(begun.changed()).isEqualTo(NOW);
    ListEntry done = ListEdit.oneMore(begun, 2, TODAY.plusDays(1)).apply(begun, NOW);
    assertThat(done.status()).isEqualTo(Status.COMPLETED);
    assertThat(done.started()).isEqualTo(PartialDate.of(TODAY));
    assertThat(done.finished()).isEqualTo(PartialDate.of(TODAY.plusDays(1)));
  }

  @Test
  void datesThatWereWrittenStayAndAnUnknownNumberOfEpisodesNeverEnds() {
    ListEntry dated = PLANNED.but().started(new PartialDate(2015, 0, 0)).build();
    ListEntry one = ListEdit.oneMore(dated, -1, TODAY).apply(dated, NOW);
    ListEntry two = ListEdit.oneMore(one, -1, TODAY).apply(one, NOW);
    assertThat(two.started()).isEqualTo(new PartialDate(2015, 0, 0));
    assertThat(two.status()).isEqualTo(Status.WATCHING);
    assertThat(two.finished()).isEqualTo(PartialDate.NONE);
  }

  @Test
  void aTitleNoDataSetKnowsIsRatedAndMarkedLikeOthers() {
    ListEntry rated = ListEdit.rate(PLANNED, 8).apply(PLANNED, NOW);
    assertThat(rated.status()).isEqualTo(Status.COMPLETED);
    assertThat(rated.seen()).isEqualTo(2);
    assertThat(rated.score()).isEqualTo(8);
    ListEntry dropped = ListEdit.mark(rated, Status.DROPPED).apply(rated, NOW);
    assertThat(dropped.score()).isEqualTo(8);
    assertThat(ListEdit.mark(dropped, Status.DROPPED).apply(dropped, NOW)).isSameAs(dropped);
  }

  @Test
  void partsAreChangedOnTheEntryAsItIsByThen() {
    ListEntry since = PLANNED.but().comments("since").build();
    ListEntry changed = ListEdit.alter(PLANNED, entry -> entry.tags("slow")).apply(since, NOW);
    assertThat(changed.comments()).isEqualTo("since");
    assertThat(changed.tags()).isEqualTo("slow");
    assertThat(ListEdit.alter(PLANNED, entry -> entry.tags("")).apply(PLANNED, NOW))
        .isSameAs(PLANNED);
  }

  @Test
  void onlyAnotherScoreOrStatusIsATasteOfToday() {
    Instant then = Instant.parse("2020-01-01T12:00:00Z");
    ListEntry seen = PLANNED.but().status(Status.COMPLETED).score(7).seen(2).rated(then).build();
    ListEntry undated = seen.but().rated(null).build();
    for (ListEntry old : new ListEntry[] {seen, undated}) {
      ListEntry mended = ListEdit.alter(old, entry -> entry.comments("typo")).apply(old, NOW);
      assertThat(mended.rated()).isEqualTo(old.rated());
      assertThat(mended.changed()).isEqualTo(NOW);
      assertThat(ListEdit.oneMore(old, 12, TODAY).apply(old, NOW).rated()).isEqualTo(old.rated());
      assertThat(ListEdit.rate(old, 8).apply(old, NOW).rated()).isEqualTo(NOW);
      assertThat(ListEdit.mark(old, Status.DROPPED).apply(old, NOW).rated()).isEqualTo(NOW);
      assertThat(ListEdit.alter(old, entry -> entry.score(1)).apply(old, NOW).rated())
          .isEqualTo(NOW);
    }
    Anime anime = new Anime(7, "Seen", List.of(), "TV", 2, 7, 10);
    ListEntry refused = ListEdit.notInterested(anime, "").apply(null, then);
    ListEntry explained = ListEdit.notInterested(anime, "no mecha").apply(refused, NOW);
    assertThat(explained.reason()).isEqualTo("no mecha");
    assertThat(explained.rated()).isEqualTo(then);
  }

  @Test
  void datesAreReadAsPeopleWriteThem() {
    assertThat(PartialDate.typed(" 2015 ")).isEqualTo(new PartialDate(2015, 0, 0));
    assertThat(PartialDate.typed("2015-03")).isEqualTo(new PartialDate(2015, 3, 0));
    assertThat(PartialDate.typed("2015-03-28")).isEqualTo(new PartialDate(2015, 3, 28));
    assertThat(PartialDate.typed("")).isEqualTo(PartialDate.NONE);
    for (String text : new String[] {"", "2015", "2015-03", "2015-03-28"}) {
      assertThat(PartialDate.typed(text).brief()).isEqualTo(text);
    }
    for (String text : new String[] {"15", "2015-13", "2015-02-30", "soon", "2015-3"}) {
      assertThatThrownBy(() -> PartialDate.typed(text))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aTitleThatLeftTheListMeanwhileComesBackAsItselfAndWithoutAScoreNotAtAll() {
    assertThat(ListEdit.rate(PLANNED, 0).apply(null, NOW)).isNull();
    assertThat(ListEdit.rate(PLANNED, 8).apply(null, NOW).key()).isEqualTo(PLANNED.key());
    ListEntry unwanted = ListEdit.notInterested(PLANNED, "dull").apply(null, NOW);
    assertThat(unwanted.key()).isEqualTo(PLANNED.key());
    assertThat(unwanted.reason()).isEqualTo("dull");
    assertThat(ListEdit.notInterested(PLANNED, "dull").apply(unwanted, NOW)).isSameAs(unwanted);
  }

  @Test
  void anEntryOfAnotherTitleCannotStandForATitle() {
    assertThatThrownBy(() -> new ListChange.OfTitle(TitleKey.mal(7), null, PLANNED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("anilist:7");
  }
}
