package osusume.mylist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.data.Anime;

/** What may happen to the files of a list, and to the program, and what is there afterwards. */
class ListHarmTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  @TempDir Path place;
  private Path folder;
  private final List<String> troubles = new ArrayList<>();
  private final SetClock clock = new SetClock();

  @BeforeEach
  void name() {
    folder = place.resolve("mylist");
  }

  private ListStore open() throws IOException {
    return ListStore.open(folder, clock, trouble -> troubles.add(trouble.getMessage()));
  }

  /** One that writes its journal anew as soon as that makes it shorter. */
  private ListStore openBrief() throws IOException {
    return ListStore.open(folder, clock, trouble -> troubles.add(trouble.getMessage()), 1, 1);
  }

  private Path journal() {
    return folder.resolve("list.journal");
  }

  private static void rate(ListStore store, int id, int score) throws IOException {
    store.edit(TitleKey.mal(id), ListEdit.rate(ListWriter.anime(id), score));
  }

  private static int score(ListStore store, int id) {
    return store.list().ofAnime(id).orElseThrow().score();
  }

  private void importAll(ListStore store, int first, int score) throws IOException {
    store.change(
        ListChange.Kind.IMPORT,
        list -> {
          List<ListChange.OfTitle> titles = new ArrayList<>();
          for (int id = first; id < first + 10; id++) {
            ListEntry before = list.ofAnime(id).orElse(null);
            Anime anime = ListWriter.anime(id);
            titles.add(
                new ListChange.OfTitle(
                    TitleKey.mal(id), before, ListEdit.rate(anime, score).apply(before, NOW)));
          }
          return titles;
        });
  }

  @Test
  void aJournalThatAnotherProgramWroteAnewIsNoticedThoughItIsJustAsLong() throws IOException {
    ListStore one = open();
    rate(one, 1, 5);
    long length = Files.size(journal());
    ListEntry entry = one.list().ofAnime(1).orElseThrow().but().score(7).build();
    new Journal(journal())
        .write(
            List.of(
                new JournalChange(
                    1,
                    one.undoable().orElseThrow().at(),
                    ListChange.Kind.EDIT,
                    0,
                    List.of(new JournalChange.Entry(entry.key(), entry)))));
    assertThat(Files.size(journal())).isEqualTo(length);
    ListStore other = open();
    assertThat(score(other, 1)).isEqualTo(7);
    rate(one, 2, 9);
    assertThat(score(one, 1)).as("taken from the disk before the change").isEqualTo(7);
    assertThat(other.refresh()).isTrue();
    assertThat(other.list()).isEqualTo(one.list());
  }

  @Test
  void oneProgramWritesTheJournalAnewWhileAnotherHoldsWhatWasThereBefore() throws IOException {
    ListStore brief = openBrief();
    ListStore other = open();
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      rate(i % 2 == 0 ? brief : other, 1 + random.nextInt(5), 1 + random.nextInt(10));
      if (i % 3 == 0) {
        (random.nextBoolean() ? brief : other).undo();
      }
    }
    brief.refresh();
    other.refresh();
    assertThat(brief.list()).isEqualTo(other.list()).isEqualTo(open().list());
    assertThat(troubles).isEmpty();
  }

  @Test
  void undoGoesOnAcrossStartsAndAcrossAJournalWrittenAnewAndNoNumberIsGivenTwice()
      throws IOException {
    List<MyList> states = new ArrayList<>();
    ListStore store = openBrief();
    for (int i = 0; i < 30; i++) {
      states.add(store.list());
      rate(store, 1 + i % 7, 1 + i % 10);
    }
    importAll(store, 3, 8);
    rate(store, 50, 5);
    String generation = new Journal(journal()).state().generation();
    store.undo();
    store.undo();
    long last =
        new Journal(journal())
            .read().changes().stream().mapToLong(JournalChange::number).max().orElseThrow();
    assertThat(new Journal(journal()).state().generation()).isNotEqualTo(generation);
    assertThat(last).isEqualTo(34);
    for (MyList state : states.reversed()) {
      store = openBrief();
      assertThat(store.undo()).isPresent();
      assertThat(store.list()).isEqualTo(state);
    }
    assertThat(openBrief().undo()).isEmpty();
    rate(store, 1, 1);
    assertThat(store.undoable().orElseThrow().number()).isEqualTo(34 + 30 + 1);
  }

  @Test
  void undoTakesBackWhatAnotherProgramChangedLastAndKeepsTheRest() throws IOException {
    ListStore one = open();
    rate(one, 1, 5);
    ListStore other = open();
    rate(other, 1, 6);
    rate(other, 2, 7);
    assertThat(one.undo().orElseThrow().titles().getFirst().key()).isEqualTo(TitleKey.mal(2));
    assertThat(score(one, 1)).isEqualTo(6);
    ListChange offered = one.undoable().orElseThrow();
    rate(other, 3, 8);
    assertThat(one.undo(offered)).as("no longer the last").isEmpty();
    assertThat(one.list().size()).as("the other program's change stays").isEqualTo(2);
    other.undo();
    assertThat(one.undo(offered)).hasValue(offered);
    assertThat(score(open(), 1)).isEqualTo(5);
  }

  @Test
  void aJournalThatIsDeletedUnderAnOpenListIsWrittenAnewWithAllThatWasShown() throws IOException {
    ListStore store = open();
    rate(store, 1, 5);
    rate(store, 2, 6);
    MyList shown = store.list();
    Files.delete(journal());
    rate(store, 3, 7);
    assertThat(troubles).singleElement().asString().contains("was deleted while it was open");
    assertThat(open().list().size()).isEqualTo(3);
    open().undo();
    assertThat(open().list()).isEqualTo(shown);
    open().undo();
    assertThat(open().list().size()).as("undone across all that").isEqualTo(1);
  }

  @Test
  void damageUnderAnOpenListLosesNothingThatWasShown() throws IOException {
    ListStore store = open();
    rate(store, 1, 5);
    long first = Files.size(journal());
    rate(store, 2, 6);
    MyList shown = store.list();
    rate(open(), 3, 7);
    byte[] bytes = Files.readAllBytes(journal());
    bytes[(int) first + 30] ^= 1;
    Files.write(journal(), bytes);
    assertThat(store.refresh()).isTrue();
    assertThat(store.list().size()).isEqualTo(shown.size() + 1);
    assertThat(troubles).singleElement().asString().startsWith("1 of 3 lines");
    assertThat(open().list()).isEqualTo(store.list());
  }

  @Test
  void aListThatIsGoneIsToldAndItsLatestBackupPutsItBack() throws IOException {
    ListStore store = open();
    importAll(store, 1, 8);
    importAll(store, 5, 9);
    MyList before = open().list();
    importAll(store, 100, 3);
    Files.delete(journal());
    ListStore next = open();
    assertThat(next.list()).isEqualTo(MyList.EMPTY);
    assertThat(troubles)
        .singleElement()
        .asString()
        .startsWith("There is no list in " + folder)
        .contains("the latest of " + LocalMoment.text(NOW));
    next.restore(next.backups().getFirst());
    assertThat(open().list()).isEqualTo(before);
    open().undo();
    assertThat(open().list()).as("a restore can be undone").isEqualTo(MyList.EMPTY);
    assertThat(troubles).hasSize(1);
  }

  @Test
  void aJournalOfWhichNothingIsWholeIsKeptAsideAndTold() throws IOException {
    ListStore store = open();
    importAll(store, 1, 8);
    importAll(store, 5, 9);
    for (byte[] harm : List.of(new byte[5000], "no journal".getBytes(), "x\ny\n".getBytes())) {
      troubles.clear();
      Files.write(journal(), harm);
      assertThat(open().list()).isEqualTo(MyList.EMPTY);
      assertThat(troubles)
          .singleElement()
          .asString()
          .contains("damaged")
          .contains("is kept as")
          .contains("Restore that");
      try (var files = Files.list(folder.resolve("backups"))) {
        assertThat(files.filter(file -> file.getFileName().toString().startsWith("damaged-")))
            .anySatisfy(file -> assertThat(file).hasBinaryContent(harm));
      }
      assertThat(open().list()).isEqualTo(MyList.EMPTY);
      assertThat(troubles).as("told once").hasSize(1);
    }
  }

  @Test
  void anyByteThatFlipsCostsTheLineItStandsInAtTheMost() throws IOException {
    ListStore store = open();
    for (int id = 1; id <= 6; id++) {
      rate(store, id, id);
    }
    byte[] whole = Files.readAllBytes(journal());
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(journal(), bytes);
      // A line break that is gone joins two lines, and the last one's is what ends it.
      assertThat(open().list().size()).isBetween(4, 6);
      assertThat(open().list().entries())
          .allSatisfy(entry -> assertThat(entry.score()).isEqualTo(entry.key().id()));
    }
  }

  @Test
  void aClockThatGoesBackwardsBringsOneBackupADayAndNoOtherOrder() throws IOException {
    ListStore store = open();
    rate(store, 1, 1);
    rate(store, 1, 2);
    clock.now = NOW.minus(Duration.ofDays(40));
    for (int i = 3; i <= 9; i++) {
      rate(store, 1, i);
    }
    assertThat(open().backups()).hasSize(2);
    assertThat(score(open(), 1)).isEqualTo(9);
    open().undo();
    assertThat(score(open(), 1)).isEqualTo(8);
    clock.now = Instant.EPOCH;
    importAll(store, 20, 5);
    importAll(store, 20, 6);
    assertThat(open().backups()).hasSize(4);
    assertThat(open().list().size()).isEqualTo(11);
  }

  @Test
  void backupsRotateButTheOldOnesOfAListAreNotAllRotatedOut() throws IOException {
    ListStore store = open();
    importAll(store, 1, 8);
    importAll(store, 100, 8);
    Path old = store.backups().getFirst().file();
    clock.now = NOW.plus(Duration.ofDays(40));
    for (int i = 0; i < 60; i++) {
      importAll(store, 1, 1 + i % 10);
      clock.now = clock.now.plusSeconds(1);
    }
    assertThat(open().backups()).hasSizeBetween(20, 22);
    assertThat(old).exists();
    for (ListBackup backup : open().backups()) {
      assertThat(backup.read().size()).isPositive();
    }
  }

  @Test
  void aBackupThatIsGoneOrDamagedIsRefusedAndTheListIsAsItWas() throws IOException {
    ListStore store = open();
    importAll(store, 1, 8);
    importAll(store, 100, 8);
    ListBackup backup = store.backups().getFirst();
    byte[] journal = Files.readAllBytes(journal());
    byte[] bytes = Files.readAllBytes(backup.file());
    bytes[bytes.length - 40] ^= 1;
    Files.write(backup.file(), bytes);
    assertThatThrownBy(() -> store.restore(backup)).hasMessageContaining("is damaged");
    Files.delete(backup.file());
    assertThatThrownBy(() -> store.restore(backup)).hasMessageContaining("There is no backup");
    assertThat(journal()).hasBinaryContent(journal);
    assertThat(store.list().size()).isEqualTo(20);
  }

  @Test
  void whereNoBackupCanBeMadeARatingIsKeptAndAnImportRefused() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("backups"), "a file where the folder should be");
    ListStore store = open();
    rate(store, 1, 5);
    rate(store, 2, 6);
    rate(store, 3, 7);
    assertThat(troubles).singleElement().asString().startsWith("Your list has no backup.");
    byte[] journal = Files.readAllBytes(journal());
    assertThatThrownBy(() -> importAll(store, 10, 8)).isInstanceOf(IOException.class);
    assertThat(journal()).hasBinaryContent(journal);
    assertThat(store.list().size()).isEqualTo(3);
  }

  @Test
  void aFileWhereTheFolderShouldBeIsLeftAloneAndTold() throws IOException {
    Files.writeString(folder, "mine");
    assertThatThrownBy(this::open)
        .hasMessage(
            folder + " is a file, but your list is kept in a folder of that name. Move the file.");
    assertThat(folder).hasContent("mine");
  }

  @Test
  void aFolderByAnotherNameIsTheSameFolder() throws IOException {
    Path real = Files.createDirectories(place.resolve("elsewhere"));
    Files.createSymbolicLink(folder, real);
    ListStore linked = open();
    rate(linked, 1, 5);
    ListStore direct = ListStore.open(real, clock, trouble -> troubles.add(trouble.getMessage()));
    rate(direct, 2, 6);
    rate(linked, 3, 7);
    assertThat(linked.list().size()).isEqualTo(3);
    assertThat(Files.isSymbolicLink(folder)).isTrue();
  }

  @Test
  void aThreadThatIsInterruptedLeavesTheListAsItWasOrTheChangeMade() throws IOException {
    ListStore store = open();
    rate(store, 1, 5);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> rate(store, 1, 6)).isInstanceOf(IOException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(score(open(), 1)).isEqualTo(score(store, 1)).isEqualTo(5);
    rate(store, 1, 7);
    assertThat(score(open(), 1)).isEqualTo(7);
  }

  /** A clock that shows what it is set to. */
  private static final class SetClock extends Clock {
    private Instant now = NOW;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
