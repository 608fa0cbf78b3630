package osusume.mylist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that changes the list is killed (SIGKILL) again and again, whatever it is doing: no
 * change may be lost that it had said was saved, and the list must open each time. {@code
 * -Dosusume.kills=1000} does it a thousand times.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("osusume.kills", 25);

  /** Long enough for a few dozen changes, an import or two and now and then a new journal. */
  private static final int LONGEST_MILLIS = 250;

  /** Of so many kills one falls anywhere in a program's life, before its first change too. */
  private static final int ANY_MOMENT = 4;

  private static final int START_MILLIS = 500;

  @TempDir Path place;
  private Path folder;
  private final List<IOException> troubles = new ArrayList<>();
  private final Set<String> journals = new HashSet<>();
  private int saved;
  private int unannounced;

  @BeforeEach
  void name() {
    folder = place.resolve("mylist");
  }

  @Test
  void noChangeIsLostThatWasSaidToBeSavedAndTheListOpensEachTime() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    MyList expected = MyList.EMPTY;
    int undone = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      List<String> told = killed(random);
      String when = "kill %d of %d, seed %d".formatted(kill, KILLS, seed);
      ListStore store = open();
      journals.add(new Journal(folder.resolve("list.journal")).state().generation());
      assertKept(expected, told, store.list(), when);
      MyList before = store.list();
      ListChange last = store.undoable().orElse(null);
      if (last != null) {
        assertThat(store.undo()).as(when).hasValue(last);
        assertThat(store.list()).as(when).isEqualTo(before.after(last.inverse()));
        undone++;
      }
      expected = open().list();
      assertThat(expected).as(when).isEqualTo(store.list());
      assertThat(troubles).as(when).isEmpty();
    }
    List<ListBackup> backups = open().backups();
    for (ListBackup backup : backups) {
      backup.read();
    }
    System.out.printf(
        "%d kills (seed %d): %d changes said to be saved, none lost; %d more were on the disk when"
            + " the kill came; %d journals, %d backups, %d undone, %d titles.%n",
        KILLS, seed, saved, unannounced, journals.size(), backups.size(), undone, expected.size());
    assertThat(saved).isPositive();
  }

  private ListStore open() throws IOException {
    return ListStore.open(
        folder, Clock.systemUTC(), troubles::add, ListWriter.SMALL, ListWriter.GROWTH);
  }

  /** What was said to be saved is there; what was about to be done may be there, or not at all. */
  private void assertKept(MyList before, List<String> lines, MyList found, String when)
      throws IOException {
    ToldChanges told = ToldChanges.of(before, lines);
    saved += told.changes();
    if (!found.equals(told.saved())) {
      assertThat(found).as(when).isEqualTo(told.next());
      unannounced++;
    }
  }

  /** Starts the program and kills it; the lines that it told to their end. */
  private List<String> killed(Random random) throws Exception {
    // To a file: what was in a pipe is lost with the process.
    Path told = folder.resolveSibling("told.txt");
    Files.deleteIfExists(told);
    Process process =
        new ProcessBuilder(ListWriter.command(folder, random.nextLong()))
            .redirectOutput(told.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    boolean atWork = random.nextInt(ANY_MOMENT) > 0;
    while (atWork && process.isAlive() && Files.size(told) == 0) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    TimeUnit.MICROSECONDS.sleep(random.nextInt(1000 * (atWork ? LONGEST_MILLIS : START_MILLIS)));
    assertThat(process.isAlive()).as("still at work when it is killed").isTrue();
    process.destroyForcibly().waitFor();
    String text = Files.readString(told);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }
}
