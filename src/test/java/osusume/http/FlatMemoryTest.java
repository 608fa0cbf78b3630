package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.app.AssistantSource;
import osusume.app.ListenerSettings;
import osusume.app.Places;
import osusume.app.Workspace;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;
import osusume.data.io.DatasetStore;
import osusume.progress.Progress;

/** An answer far larger than what may be in memory of it. */
class FlatMemoryTest {
  private static final int USERS = 2_000;
  private static final int TITLES = 1_000;
  private static final int MEGABYTE = 1 << 20;

  /** The whole answer is more than three times as large. */
  private static final int BOUND = 20 * MEGABYTE;

  @TempDir Path folder;

  private static Dataset everybodyRatedEverything() {
    List<Anime> titles = new ArrayList<>();
    for (int id = 1; id <= TITLES; id++) {
      titles.add(new Anime(id, "Title " + id, List.of("Drama"), "TV", 12, 7, USERS));
    }
    int entries = USERS * TITLES;
    int[] ids = new int[USERS];
    Arrays.setAll(ids, user -> user + 1);
    int[] starts = new int[USERS + 1];
    Arrays.setAll(starts, user -> user * TITLES);
    int[] columns = new int[entries];
    Arrays.setAll(columns, entry -> entry % TITLES);
    byte[] values = new byte[entries];
    Arrays.fill(values, (byte) 7);
    return new Dataset(
        "full",
        true,
        new Catalogue(titles),
        new RatingMatrix(ids, starts, columns, values, TITLES),
        "0".repeat(64),
        new ImportReport(TITLES, USERS, entries, 0, List.of()));
  }

  @Test
  void whatWaitsForASlowReaderIsNotInMemory() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    DatasetStore.write(data.resolve("full.dataset"), everybodyRatedEverything(), Progress.NONE);
    Workspace workspace = new Workspace(Places.find(data, folder.resolve("models")));
    workspace.datasets().rememberOpen("full");
    workspace.openBare("full", Progress.NONE, _ -> {});
    Listener listener =
        Listener.start(
            ListenerSettings.DEFAULT.withPort(0),
            workspace,
            new RequestLog(),
            AssistantSource.OFFLINE);
    try {
      Wire.get(listener.address(), "/user?limit=100000");
      long before = heapInUse();
      long whole = 0;
      try (Socket socket = new Socket("127.0.0.1", listener.address().getPort())) {
        socket
            .getOutputStream()
            .write(Wire.request("GET", "/user?mt_rating=0").getBytes(StandardCharsets.UTF_8));
        InputStream in = new BufferedInputStream(socket.getInputStream(), MEGABYTE);
        for (int part = 0; part < 3; part++) {
          in.skipNBytes(10 * MEGABYTE);
          whole += 10 * MEGABYTE;
          assertThat(heapInUse() - before).as("after %d bytes", whole).isLessThan(BOUND);
        }
        whole += rest(in);
      }
      assertThat(whole).isGreaterThan(3L * BOUND);
    } finally {
      listener.stop(Duration.ofSeconds(1));
    }
  }

  /** How many bytes come until the answer has ended. */
  private static long rest(InputStream in) throws IOException {
    byte[] piece = new byte[MEGABYTE];
    byte[] last = new byte[0];
    long bytes = 0;
    String end = "";
    for (int count = 0; !end.endsWith("\r\n0\r\n\r\n"); count = in.read(piece)) {
      assertThat(count).as("the answer ends in order").isNotNegative();
      bytes += count;
      last = join(last, piece, count);
      end = new String(last, StandardCharsets.ISO_8859_1);
    }
    return bytes;
  }

  /** The last few of the bytes before and those of a piece. */
  private static byte[] join(byte[] before, byte[] piece, int count) {
    byte[] both = Arrays.copyOf(before, before.length + count);
    System.arraycopy(piece, 0, both, before.length, count);
    return Arrays.copyOfRange(both, Math.max(0, both.length - 7), both.length);
  }

  private static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
