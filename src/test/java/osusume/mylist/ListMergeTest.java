package osusume.mylist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import osusume.data.Anime;
import osusume.data.Catalogue;

class ListMergeTest {
  private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");
  private static final Catalogue CATALOGUE =
      new Catalogue(List.of(new Anime(1, "One", List.of("Drama"), "TV", 12, 8, 100)));
  private static final int CASES = 400;

  @TempDir Path folder;

  private static ListEntry entry(int id, int score, Instant changed) {
    return ListEntry.of(TitleKey.mal(id), "Title " + id, "TV", 12, Status.COMPLETED, changed)
        .but()
        .score(score)
        .build();
  }

  private static ImportedList imported(ListOrigin origin, ListEntry... entries) {
    return new ImportedList("file", origin, LATER, List.of(entries), List.of("A note."));
  }

  private static ListMerge merge(MergeRule rule, ListEntry mine, ListEntry theirs) {
    return ListMerge.of(
        MyList.of(List.of(mine)), imported(ListOrigin.MYANIMELIST, theirs), rule, CATALOGUE);
  }

  @Test
  void theFourKindsOfTitlesAreToldApart() {
    MyList mine = MyList.of(List.of(entry(1, 5, OLD), entry(2, 6, OLD), entry(3, 7, OLD)));
    ImportedList theirs =
        imported(ListOrigin.CSV, entry(2, 6, LATER), entry(3, 8, LATER), entry(4, 9, LATER));
    ListMerge merge = ListMerge.of(mine, theirs, MergeRule.THEIRS, CATALOGUE);
    assertThat(merge.onlyMine()).containsExactly(entry(1, 5, OLD));
    assertThat(merge.same()).containsExactly(entry(2, 6, OLD));
    assertThat(merge.filled()).isEmpty();
    assertThat(merge.differing())
        .containsExactly(
            new ListMerge.Difference(entry(3, 7, OLD), entry(3, 8, LATER), entry(3, 8, LATER)));
    assertThat(merge.fresh()).containsExactly(entry(4, 9, LATER));
    assertThat(merge.unknown())
        .extracting(ListEntry::key)
        .doesNotContain(TitleKey.mal(1))
        .hasSize(3);
    assertThat(merge.notes()).containsExactly("A note.");
    assertThat(merge.changes())
        .containsExactly(
            new ListChange.OfTitle(TitleKey.mal(3), entry(3, 7, OLD), entry(3, 8, LATER)),
            new ListChange.OfTitle(TitleKey.mal(4), null, entry(4, 9, LATER)));
  }

  @Test
  void theRuleSaysWhoWins() {
    ListEntry early = entry(1, 5, OLD);
    ListEntry late = entry(1, 9, LATER);
    assertThat(merge(MergeRule.THEIRS, late, early).differing().getFirst().after())
        .isEqualTo(early);
    assertThat(merge(MergeRule.MINE, early, late).differing().getFirst().after()).isEqualTo(early);
    assertThat(merge(MergeRule.NEWEST, early, late).differing().getFirst().after()).isEqualTo(late);
    assertThat(merge(MergeRule.NEWEST, late, early).differing().getFirst().after()).isEqualTo(late);
    assertThat(merge(MergeRule.NEWEST, late, early).changes()).isEmpty();
    assertThat(merge(MergeRule.NEWEST, early, entry(1, 7, OLD)).changes())
        .as("at the same moment the list's stays")
        .isEmpty();
  }

  @Test
  void whatOnlyTheListKnowsIsNotLost() {
    ListEntry mine =
        entry(1, 5, OLD)
            .but()
            .reason("boring")
            .rated(OLD)
            .tags("mine")
            .others(Map.of("my_priority", "HIGH", "my_id", "3"))
            .build();
    ListEntry theirs =
        entry(1, 6, LATER).but().title("Another name", "", -1).others(Map.of("my_id", "4")).build();
    ListEntry expected =
        mine.but()
            .score(6)
            .changed(LATER)
            .tags("")
            .others(Map.of("my_priority", "HIGH", "my_id", "4"))
            .build();
    assertThat(merge(MergeRule.THEIRS, mine, theirs).differing().getFirst().after())
        .isEqualTo(expected);
    assertThat(
            ListMerge.of(
                    MyList.of(List.of(mine)),
                    imported(ListOrigin.ANILIST, theirs),
                    MergeRule.THEIRS,
                    CATALOGUE)
                .differing()
                .getFirst()
                .after()
                .tags())
        .as("AniList has no tags")
        .isEqualTo("mine");
  }

  @Test
  void whenATitleWasRatedIsFilledInWhereTheListDoesNotKnow() {
    ListEntry mine = entry(1, 5, LATER);
    ListEntry theirs = entry(1, 5, OLD).but().rated(OLD).build();
    ListEntry filled = mine.but().rated(OLD).build();
    for (MergeRule rule : List.of(MergeRule.NEWEST, MergeRule.THEIRS)) {
      assertThat(merge(rule, mine, theirs).filled())
          .containsExactly(new ListMerge.Filled(mine, filled));
      assertThat(merge(rule, filled, entry(1, 5, OLD)).changes()).isEmpty();
    }
    assertThat(merge(MergeRule.MINE, mine, theirs).changes()).isEmpty();
    assertThat(merge(MergeRule.NEWEST, entry(1, 6, LATER), theirs).changes())
        .as("it is another score that was given then")
        .isEmpty();
  }

  @Test
  void factsAndOtherProgramsFieldsAreFilledInQuietly() {
    ListEntry mine = entry(1, 5, OLD).but().title("One", "", -1).build();
    ListEntry theirs = entry(1, 5, LATER).but().others(Map.of("my_id", "4")).build();
    ListEntry filled = mine.but().title("One", "TV", 12).others(Map.of("my_id", "4")).build();
    ListMerge merge = merge(MergeRule.NEWEST, mine, theirs);
    assertThat(merge.filled()).containsExactly(new ListMerge.Filled(mine, filled));
    assertThat(merge.differing()).isEmpty();
    assertThat(merge.changes())
        .containsExactly(new ListChange.OfTitle(TitleKey.mal(1), mine, filled));
    assertThat(merge(MergeRule.MINE, mine, theirs).changes()).isEmpty();
    assertThat(merge(MergeRule.THEIRS, entry(1, 5, OLD), entry(1, 5, LATER)).changes()).isEmpty();
  }

  /** Two lists that share most of their titles, some of them word for word. */
  private static List<MyList> pair(int seed) {
    RandomLists lists = new RandomLists(seed);
    Random random = new Random(seed);
    MyList one = lists.next(12);
    List<ListEntry> other = new ArrayList<>();
    for (ListEntry entry : one.entries()) {
      switch (random.nextInt(4)) {
        case 0 -> other.add(entry);
        case 1 -> other.add(entry.but().changed(entry.changed().plusSeconds(9)).build());
        case 2 -> other.add(lists.entry(entry.key()));
        default -> {
          // Only in the one.
        }
      }
    }
    lists.next(4).entries().stream()
        .filter(entry -> one.get(entry.key()).isEmpty())
        .forEach(other::add);
    Collections.shuffle(other, random);
    return List.of(one, MyList.of(other));
  }

  private static MyList merged(MyList mine, MyList theirs, MergeRule rule) {
    return mine.after(plan(mine, theirs, rule).changes());
  }

  private static ListMerge plan(MyList mine, MyList theirs, MergeRule rule) {
    return ListMerge.of(
        mine,
        imported(ListOrigin.JSON, theirs.entries().toArray(ListEntry[]::new)),
        rule,
        CATALOGUE);
  }

  @ParameterizedTest
  @EnumSource
  void noTitleIsLostAndASecondTimeNothingChanges(MergeRule rule) {
    for (int seed = 0; seed < CASES; seed++) {
      MyList mine = pair(seed).getFirst();
      MyList theirs = pair(seed).getLast();
      ListMerge plan = plan(mine, theirs, rule);
      assertThat(
              plan.differing().size()
                  + plan.filled().size()
                  + plan.same().size()
                  + plan.onlyMine().size())
          .isEqualTo(mine.size());
      assertThat(theirs.size() - plan.fresh().size())
          .isEqualTo(mine.size() - plan.onlyMine().size());
      MyList merged = mine.after(plan.changes());
      assertThat(merged.size()).isEqualTo(mine.size() + plan.fresh().size());
      assertThat(theirs.entries()).allMatch(entry -> merged.get(entry.key()).isPresent());
      assertThat(plan(merged, theirs, rule).changes()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void mineNeverAltersWhatIsThere() {
    for (int seed = 0; seed < CASES; seed++) {
      MyList mine = pair(seed).getFirst();
      MyList merged = merged(mine, pair(seed).getLast(), MergeRule.MINE);
      assertThat(merged.entries()).containsAll(mine.entries());
    }
  }

  /** What a person says of a title, but for what only one of the programs knows. */
  private static List<Object> said(ListEntry entry) {
    return List.of(
        entry.status(),
        entry.score(),
        entry.seen(),
        entry.started(),
        entry.finished(),
        entry.rewatches(),
        entry.tags(),
        entry.comments());
  }

  @Test
  void theirsMakesEveryTitleOfTheFileWhatTheFileSays() {
    for (int seed = 0; seed < CASES; seed++) {
      MyList theirs = pair(seed).getLast();
      MyList merged = merged(pair(seed).getFirst(), theirs, MergeRule.THEIRS);
      for (ListEntry entry : theirs.entries()) {
        assertThat(said(merged.get(entry.key()).orElseThrow())).isEqualTo(said(entry));
      }
    }
  }

  @Test
  void newestSaysTheSameWhicheverListIsMine() {
    for (int seed = 0; seed < CASES; seed++) {
      MyList one = pair(seed).getFirst();
      MyList other = pair(seed).getLast();
      MyList there = merged(one, other, MergeRule.NEWEST);
      MyList back = merged(other, one, MergeRule.NEWEST);
      assertThat(back.size()).isEqualTo(there.size());
      for (ListEntry entry : there.entries()) {
        assertThat(said(back.get(entry.key()).orElseThrow())).isEqualTo(said(entry));
      }
    }
  }

  @Test
  void anImportIsOneChangeOfTheStoreAndCanBeUndone() throws IOException {
    ListStore store = ListStore.open(folder, Clock.systemUTC(), _ -> {});
    ImportedList theirs = imported(ListOrigin.CSV, entry(1, 5, OLD), entry(2, 6, OLD));
    for (int i = 0; i < 2; i++) {
      boolean first = i == 0;
      assertThat(
              store.change(
                  ListChange.Kind.IMPORT,
                  now -> ListMerge.of(now, theirs, MergeRule.THEIRS, CATALOGUE).changes()))
          .matches(change -> change.isPresent() == first);
    }
    assertThat(store.list().size()).isEqualTo(2);
    store.undo();
    assertThat(store.list().isEmpty()).isTrue();
  }

  private static ImportedList exported(Instant when, int score) {
    return new ImportedList(
        "export", ListOrigin.MYANIMELIST, when, List.of(entry(1, score, when)), List.of());
  }

  private static void imports(ListStore store, ImportedList read) throws IOException {
    ImportedList theirs = store.dated(read);
    store.change(
        ListChange.Kind.IMPORT,
        now -> ListMerge.of(now, theirs, MergeRule.NEWEST, CATALOGUE).changes());
    store.remember(theirs);
  }

  @Test
  void anExportThatSaysWhatTheLastOneSaidTakesNothingBackThatWasSaidSince() throws IOException {
    ListStore store =
        ListStore.open(folder, Clock.fixed(OLD.plusSeconds(50), ZoneOffset.UTC), _ -> {});
    imports(store, exported(OLD, 7));
    store.edit(TitleKey.mal(1), ListEdit.rate(entry(1, 7, OLD), 10));
    imports(store, exported(OLD.plusSeconds(100), 7));
    imports(store, exported(LATER, 7));
    assertThat(store.list().ofAnime(1).orElseThrow().score()).isEqualTo(10);
    imports(store, exported(LATER.plusSeconds(1), 8));
    assertThat(store.list().ofAnime(1).orElseThrow().score())
        .as("what was changed there since is newer")
        .isEqualTo(8);
    imports(store, exported(LATER.plusSeconds(2), 7));
    assertThat(store.list().ofAnime(1).orElseThrow().score()).isEqualTo(7);
  }

  @Test
  void theReasonGoesWithWhatItIsTheReasonFor() {
    ListEntry mine =
        entry(1, 0, OLD).but().status(Status.NOT_INTERESTED).reason("no mecha").build();
    ListEntry planned = entry(1, 0, LATER).but().status(Status.PLANNED).build();
    assertThat(merge(MergeRule.NEWEST, mine, planned).differing().getFirst().after().reason())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aTitleOfWhichAniListKnowsTheOtherNumberByNowIsTheSameTitle(MergeRule rule) {
    for (int score : new int[] {5, 6}) {
      ListEntry mine = entry(1, 5, OLD).but().key(TitleKey.aniList(101)).build();
      ImportedList theirs =
          new ImportedList(
              "user",
              ListOrigin.ANILIST,
              LATER,
              List.of(entry(1, score, LATER)),
              Map.of(TitleKey.mal(1), TitleKey.aniList(101)),
              List.of());
      MyList list = MyList.of(List.of(mine));
      ListMerge merge = ListMerge.of(list, theirs, rule, CATALOGUE);
      assertThat(merge.fresh()).isEmpty();
      assertThat(merge.onlyMine()).isEmpty();
      MyList merged = list.after(merge.changes());
      assertThat(merged.entries())
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.key()).isEqualTo(TitleKey.mal(1));
                assertThat(entry.score()).isEqualTo(rule == MergeRule.MINE ? 5 : score);
              });
      assertThat(ListMerge.of(merged, theirs, rule, CATALOGUE).changes()).isEmpty();
    }
  }
}
