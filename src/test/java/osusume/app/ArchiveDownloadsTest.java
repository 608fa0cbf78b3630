package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.data.download.ArchiveServer;
import osusume.data.download.DownloadAddress;
import osusume.data.io.BadInputException;
import osusume.progress.CancelledException;
import osusume.progress.Pause;
import osusume.progress.Progress;

class ArchiveDownloadsTest {
  @TempDir Path temp;
  private final ArchiveServer server =
      new ArchiveServer(ArchiveServer.zip(Map.of("a.txt", new byte[1000])));
  private boolean inUse;

  @AfterEach
  void close() {
    server.close();
  }

  private ArchiveDownloads downloads() {
    return new ArchiveDownloads(temp.resolve("downloads"), _ -> inUse);
  }

  private Path fetch(ArchiveDownloads.Import<Path> then) throws IOException {
    return downloads().fetch(address(), Progress.NONE, new Pause(), then);
  }

  private DownloadAddress address() {
    return DownloadAddress.parse(server.url());
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve("downloads"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .toList();
    }
  }

  private static Path cancelled() {
    throw new CancelledException();
  }

  @Test
  void anImportThatFailsOrIsStoppedCostsNoSecondDownload() throws IOException {
    server.replies(server.good());
    assertThatThrownBy(
            () ->
                fetch(
                    _ -> {
                      throw new IOException("The disk is full.");
                    }))
        .hasMessage("The disk is full.");
    // As when the window is closed.
    assertThatThrownBy(() -> fetch(_ -> cancelled())).isInstanceOf(CancelledException.class);
    Path archive = fetch(there -> there);
    assertThat(server.asked).hasSize(1);
    assertThat(archive).hasBinaryContent(server.content);
    assertThat(kept()).containsExactly(archive.getFileName().toString());
    // It was imported; who downloads again asks for what is there now.
    fetch(there -> there);
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void aCancelledImportThrowsItsArchiveAway() throws IOException {
    server.replies(server.good());
    assertThatThrownBy(() -> fetch(_ -> cancelled())).isInstanceOf(CancelledException.class);
    downloads().discard(address());
    assertThat(kept()).isEmpty();
  }

  @Test
  void anArchiveThatADataSetIsMadeOfStaysWhateverBecomesOfItsNextImport() throws IOException {
    server.replies(server.good());
    Path archive = fetch(there -> there);
    inUse = true;
    assertThatThrownBy(() -> fetch(_ -> cancelled())).isInstanceOf(CancelledException.class);
    downloads().discard(address());
    assertThat(kept()).containsExactly(archive.getFileName().toString());
    assertThatThrownBy(
            () ->
                fetch(
                    there -> {
                      throw new BadInputException(there + " is odd.");
                    }))
        .isInstanceOf(BadInputException.class);
    assertThat(kept()).containsExactly(archive.getFileName().toString());
  }
}
