package osusume.mylist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal still says where lines of it are damaged, or it ends too soon. */
class JournalDamageTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  /** Seven lines of 50, and one. */
  private static final int IMPORTED = 351;

  private static final int IN_LINE = 50;

  @TempDir Path place;
  private Path folder;
  private final List<String> troubles = new ArrayList<>();

  @BeforeEach
  void name() {
    folder = place.resolve("mylist");
  }

  private ListStore open() throws IOException {
    return ListStore.open(
        folder, Clock.fixed(NOW, ZoneOffset.UTC), trouble -> troubles.add(trouble.getMessage()));
  }

  private Path journal() {
    return folder.resolve("list.journal");
  }

  private static void rate(ListStore store, int id, int score) throws IOException {
    store.edit(TitleKey.mal(id), ListEdit.rate(ListWriter.anime(id), score));
  }

  private static void importAll(ListStore store, int score) throws IOException {
    store.change(
        ListChange.Kind.IMPORT,
        list ->
            IntStream.rangeClosed(1, IMPORTED)
                .mapToObj(
                    id ->
                        new ListChange.OfTitle(
                            TitleKey.mal(id),
                            list.ofAnime(id).orElse(null),
                            ListEdit.rate(ListWriter.anime(id), score)
                                .apply(list.ofAnime(id).orElse(null), NOW)))
                .toList());
  }

  /** Flips a bit in the middle of a line, counted from 0. */
  private void harm(int line) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(journal()));
    StringBuilder text = new StringBuilder(lines.get(line));
    text.setCharAt(40, (char) (text.charAt(40) ^ 1));
    lines.set(line, text.toString());
    Files.writeString(journal(), String.join("\n", lines) + "\n");
  }

  @Test
  void aDamagedLineOfALargeImportCostsTheTitlesInItAndABackupIsOffered() throws IOException {
    ListStore store = open();
    rate(store, 1000, 5);
    importAll(store, 8);
    byte[] whole = Files.readAllBytes(journal());
    int lines = Files.readAllLines(journal()).size();
    assertThat(lines).isEqualTo(2 + 8);
    for (int line = 2; line < lines; line++) {
      troubles.clear();
      Files.write(journal(), whole);
      harm(line);
      int lost = line == lines - 1 ? 1 : IN_LINE;
      assertThat(open().list().size()).isEqualTo(1 + IMPORTED - lost);
      assertThat(troubles)
          .singleElement()
          .asString()
          .startsWith("1 of 9 lines of your list in " + folder)
          .contains("what those lines said is lost")
          .contains("There are backups of it, the latest of " + LocalMoment.text(NOW));
      ListStore mended = open();
      mended.undo();
      assertThat(mended.list().size()).as("what is left of the import is one change").isEqualTo(1);
    }
  }

  @Test
  void aDamagedLineOfAJournalWrittenAnewCostsTheTitlesInItToo() throws IOException {
    importAll(open(), 8);
    MyList list = open().list();
    new Journal(journal()).write(new ListHistory().condensed(list, NOW));
    assertThat(open().list()).isEqualTo(list);
    harm(3);
    assertThat(open().list().size()).isEqualTo(IMPORTED - IN_LINE);
    assertThat(troubles).singleElement().asString().startsWith("1 of 8 lines");
  }

  @Test
  void aFirstLineThatIsDamagedIsCountedOnce() throws IOException {
    rate(open(), 1, 5);
    rate(open(), 2, 6);
    harm(0);
    assertThat(open().list().size()).isEqualTo(2);
    assertThat(troubles).singleElement().asString().startsWith("1 of 3 lines");
  }

  @Test
  void anImportThatWasNotWrittenToItsEndNeverCounted() throws IOException {
    ListStore store = open();
    rate(store, 1000, 5);
    MyList before = store.list();
    int start = (int) Files.size(journal());
    importAll(store, 8);
    MyList imported = store.list();
    byte[] whole = Files.readAllBytes(journal());
    List<Integer> cuts = new ArrayList<>(List.of(start, start + 1, whole.length - 1));
    for (int i = start; i < whole.length - 1; i++) {
      if (whole[i] == '\n') {
        cuts.addAll(List.of(i, i + 1, i + 2));
      }
    }
    assertThat(cuts).hasSize(3 + 3 * 7);
    for (int cut : cuts) {
      Files.write(journal(), Arrays.copyOf(whole, cut));
      ListStore next = open();
      assertThat(next.list()).as("cut at %d", cut).isEqualTo(before);
      importAll(next, 8);
      assertThat(open().list()).isEqualTo(imported);
    }
    assertThat(troubles).isEmpty();
  }

  @Test
  void aJournalWrittenAnewThatEndsInItsFirstChangeIsDamagedAndKeepsWhatIsThere()
      throws IOException {
    importAll(open(), 8);
    MyList list = open().list();
    new Journal(journal()).write(new ListHistory().condensed(list, NOW));
    List<String> lines = Files.readAllLines(journal());
    Files.writeString(
        journal(), String.join("\n", lines.subList(0, 4)) + "\n", StandardCharsets.UTF_8);
    assertThat(open().list().size()).isEqualTo(3 * IN_LINE);
    assertThat(troubles).hasSize(1);
  }

  @Test
  void whatTookBackALostChangeTakesNoOtherBack() throws IOException {
    ListStore store = open();
    rate(store, 1, 5);
    rate(store, 2, 6);
    rate(store, 3, 7);
    store.undo();
    // The change of title 3, which the next line takes back.
    harm(3);
    ListStore next = open();
    assertThat(next.list().size()).isEqualTo(2);
    assertThat(next.undo().orElseThrow().titles().getFirst().key()).isEqualTo(TitleKey.mal(2));
    assertThat(open().undo().orElseThrow().titles().getFirst().key()).isEqualTo(TitleKey.mal(1));
  }

  @Test
  void aJournalIsNeverWrittenAnewAsAnotherList() throws IOException {
    ListStore store = open();
    rate(store, 1, 5);
    rate(store, 1, 6);
    rate(store, 1, 7);
    store.undo();
    // What is left: 5, then 7, and what took the 7 back, to a 6 of which no line tells any more.
    harm(2);
    assertThat(open().list().ofAnime(1).orElseThrow().score()).isEqualTo(6);
    String generation = new Journal(journal()).state().generation();
    ListStore brief =
        ListStore.open(
            folder, Clock.fixed(NOW, ZoneOffset.UTC), e -> troubles.add(e.getMessage()), 1, 1);
    rate(brief, 2, 9);
    assertThat(new Journal(journal()).state().generation()).isNotEqualTo(generation);
    assertThat(open().list().ofAnime(1).orElseThrow().score()).isEqualTo(6);
    assertThat(open().list()).isEqualTo(brief.list());
  }

  @Test
  void whatWasMadeInAnotherJournalIsNotTakenBackThoughItsNumberComesAgain() throws IOException {
    ListStore store = open();
    rate(store, 1, 5);
    ListChange made = store.undoable().orElseThrow();
    Files.delete(journal());
    ListStore later =
        ListStore.open(
            folder,
            Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC),
            e -> troubles.add(e.getMessage()));
    rate(later, 2, 6);
    assertThat(later.undoable().orElseThrow().number()).isEqualTo(made.number());
    assertThat(later.undo(made)).isEmpty();
    assertThat(later.list().size()).isEqualTo(1);
  }

  @Test
  void anOldBackupThatCannotBeDeletedStopsNoImport() throws IOException {
    ListStore store = open();
    rate(store, 1, 5);
    // Folders with something in them can't be deleted, whoever tries.
    for (int day = 10; day < 40; day++) {
      Path old =
          folder.resolve(
              "backups/list-2020-01-%02dT00-00-00-0%02dZ.journal".formatted(1 + day % 28, day));
      Files.createDirectories(old.resolve("x"));
    }
    importAll(store, 8);
    assertThat(open().list().size()).isEqualTo(IMPORTED);
    assertThat(troubles)
        .singleElement()
        .asString()
        .startsWith("The new backup of your list is there, but old ones could not be deleted.");
  }
}
