package osusume.mylist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that changes the list until no more can be written, in the middle of a line mostly: the
 * system lets no file of it grow beyond a size, as a full disk would.
 */
class FullDiskTest {
  private static final int KILOBYTES = 300;
  private static final int TIMES = 4;

  @TempDir Path place;

  @Test
  void whatCouldNotBeWrittenIsToldAndTheListIsAsItWas() throws Exception {
    assumeTrue(Files.exists(Path.of("/bin/sh")), "Limits are set by a shell.");
    Path folder = place.resolve("mylist");
    List<IOException> troubles = new ArrayList<>();
    MyList before = MyList.EMPTY;
    int changes = 0;
    for (int time = 1; time <= TIMES; time++) {
      List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c"));
      // POSIX counts blocks of 512 bytes, some shells of 1,024.
      limited.add("ulimit -f " + KILOBYTES + " && exec \"$@\"");
      limited.add("sh");
      limited.addAll(ListWriter.command(folder, time));
      Path said = place.resolve("said.txt");
      Process process = new ProcessBuilder(limited).redirectError(said.toFile()).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(said).content().contains("Could not write " + folder);
      ToldChanges told = ToldChanges.of(before, out.lines().toList());
      ListStore store = ListStore.open(folder, Clock.systemUTC(), troubles::add);
      assertThat(store.list()).isEqualTo(told.saved());
      assertThat(troubles).isEmpty();
      changes += told.changes();
      before = store.list();
    }
    assertThat(changes).isPositive();
  }
}
