package osusume.mylist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.data.Anime;

class ListStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final Anime MUSHISHI =
      new Anime(457, "Mushishi", List.of("Mystery"), "TV", 26, 8.78, 250_000);
  private static final Anime MONSTER =
      new Anime(19, "Monster", List.of("Drama"), "TV", 74, 8.72, 247_000);

  @TempDir Path folder;
  private final List<IOException> troubles = new ArrayList<>();

  private ListStore open() throws IOException {
    return ListStore.open(folder, Clock.fixed(NOW, ZoneOffset.UTC), troubles::add);
  }

  private Path journal() {
    return folder.resolve("list.journal");
  }

  @Test
  void whatWasChangedIsThereAfterTheNextStartAndCanStillBeUndone() throws IOException {
    ListStore store = open();
    assertThat(store.list()).isEqualTo(MyList.EMPTY);
    assertThat(journal()).doesNotExist();
    store.edit(TitleKey.mal(457), ListEdit.rate(MUSHISHI, 10));
    store.edit(TitleKey.mal(19), ListEdit.mark(MONSTER, Status.PLANNED));
    store.edit(TitleKey.mal(457), ListEdit.rate(MUSHISHI, 9));
    ListStore next = open();
    assertThat(next.list()).isEqualTo(store.list());
    assertThat(next.list().ofAnime(457).orElseThrow().score()).isEqualTo(9);
    next.undo();
    assertThat(next.list().ofAnime(457).orElseThrow().score()).isEqualTo(10);
    assertThat(open().undo().orElseThrow().titles().getFirst().key()).isEqualTo(TitleKey.mal(19));
    assertThat(open().list().size()).isEqualTo(1);
    open().undo();
    assertThat(open().list().isEmpty()).isTrue();
    assertThat(open().undo()).isEmpty();
  }

  @Test
  void beforeAnImportIsTakenBackThereIsABackupAndItCanBeMadeAgain() throws IOException {
    ListStore store = open();
    store.edit(TitleKey.mal(457), ListEdit.rate(MUSHISHI, 10));
    MyList before = store.list();
    ListEntry monster = ListEntry.of(MONSTER, Status.PLANNED, NOW);
    ListChange made =
        store
            .change(
                ListChange.Kind.IMPORT,
                list -> List.of(new ListChange.OfTitle(monster.key(), null, monster)))
            .orElseThrow();
    MyList merged = store.list();
    int backups = store.backups().size();
    ListChange undone = store.undo(made).orElseThrow();
    assertThat(store.list()).isEqualTo(before);
    assertThat(store.backups()).hasSize(backups + 1);
    assertThat(store.backups().getFirst().read()).isEqualTo(merged);
    store.edit(TitleKey.mal(457), ListEdit.rate(MUSHISHI, 9));
    store.undo();
    assertThat(store.backups()).as("none before a rating is taken back").hasSize(backups + 1);
    store.change(undone.kind(), undone::again);
    assertThat(store.list()).isEqualTo(merged);
    assertThat(store.change(undone.kind(), undone::again)).as("it is made already").isEmpty();
    store.undo();
    assertThat(store.list()).isEqualTo(before);
  }

  @Test
  void aLineThatWasNotWrittenToItsEndNeverCountedAndIsCutOff() throws IOException {
    open().edit(TitleKey.mal(457), ListEdit.rate(MUSHISHI, 10));
    byte[] whole = Files.readAllBytes(journal());
    open().edit(TitleKey.mal(19), ListEdit.rate(MONSTER, 8));
    byte[] longer = Files.readAllBytes(journal());
    for (int cut = whole.length; cut < longer.length; cut++) {
      Files.write(journal(), java.util.Arrays.copyOf(longer, cut));
      ListStore store = open();
      assertThat(store.list().size()).isEqualTo(1);
      store.edit(TitleKey.mal(19), ListEdit.rate(MONSTER, 7));
      assertThat(open().list().ofAnime(19).orElseThrow().score()).isEqualTo(7);
    }
    assertThat(troubles).isEmpty();
  }

  @Test
  void aDamagedLineIsLeftOutAndEverythingElseIsThere() throws IOException {
    open().edit(TitleKey.mal(457), ListEdit.rate(MUSHISHI, 10));
    int from = (int) Files.size(journal());
    open().edit(TitleKey.mal(19), ListEdit.rate(MONSTER, 8));
    open().edit(TitleKey.mal(457), ListEdit.rate(MUSHISHI, 9));
    byte[] bytes = Files.readAllBytes(journal());
    bytes[from + 20] ^= 1;
    Files.write(journal(), bytes, StandardOpenOption.TRUNCATE_EXISTING);
    assertThat(open().list().entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.score()).isEqualTo(9));
    assertThat(troubles)
        .singleElement()
        .satisfies(trouble -> assertThat(trouble).hasMessageStartingWith("1 of 3 lines"));
    troubles.clear();
    assertThat(open().list().size()).isEqualTo(1);
    assertThat(troubles).as("mended once").isEmpty();
  }

  @Test
  void aJournalOfANewerProgramIsLeftAlone() throws IOException {
    Files.write(
        journal(),
        JournalLine.summed("{\"format\":\"osusume-list\",\"version\":2,\"generation\":\"x\"}"));
    byte[] before = Files.readAllBytes(journal());
    assertThatThrownBy(this::open).hasMessageContaining("newer Osusume");
    assertThat(journal()).hasBinaryContent(before);
  }

  @Test
  void twoProgramsSeeEachOthersChanges() throws IOException {
    ListStore one = open();
    ListStore other = open();
    one.edit(TitleKey.mal(457), ListEdit.rate(MUSHISHI, 10));
    other.edit(TitleKey.mal(19), ListEdit.rate(MONSTER, 8));
    assertThat(other.list().size()).isEqualTo(2);
    assertThat(one.refresh()).isTrue();
    assertThat(one.list()).isEqualTo(other.list());
  }
}
