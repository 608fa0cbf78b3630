package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.app.Places;
import osusume.app.Settings;
import osusume.app.SettingsFile;
import osusume.app.Workspace;
import osusume.data.download.ArchiveServer;
import osusume.data.download.DownloadAddress;
import osusume.file.FolderLock;
import osusume.progress.CancelledException;
import osusume.progress.Pause;
import osusume.progress.Progress;

/** {@code osusume import --download}, from a server on this machine. */
class DownloadCommandTest {
  @TempDir Path folder;
  private final ArchiveServer server = new ArchiveServer(archive());
  private String out;
  private String err;

  private static byte[] archive() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "anime.csv",
        "anime_id,name,genre,type,episodes,rating,members\n1,One,Drama,TV,12,8.1,10\n".getBytes());
    files.put("rating.csv", "user_id,anime_id,rating\n1,1,8\n2,1,9\n".getBytes());
    return ArchiveServer.zip(files);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private int run(String... words) throws IOException {
    Console console = Console.bare(folder);
    int status = console.run(words);
    out = console.out();
    err = console.err();
    return status;
  }

  private Path data() {
    return folder.resolve("data");
  }

  private List<String> downloads() throws IOException {
    try (Stream<Path> files = Files.list(data().resolve("downloads"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .toList();
    }
  }

  @Test
  void whatIsDownloadedIsImportedAndKeptAsItsSource() throws IOException {
    server.replies(server.good());
    assertThat(run("import", "--download", "--from", server.url())).as(() -> err).isZero();
    assertThat(out).startsWith("Imported as \"kaggle\": 1 anime, 2 users, 2 ratings");
    assertThat(err).contains("Downloading from 127.0.0.1");
    assertThat(downloads()).singleElement().asString().matches("archive-\\w+\\.zip");
    // A damaged store is made anew from it.
    Files.writeString(data().resolve("kaggle.dataset"), "broken");
    assertThat(run("anime", "--name", "One")).as(() -> err).isZero();
    assertThat(err).contains("has been made anew");
  }

  @Test
  void withoutAnAddressThatOfTheSettingsIsTaken() throws IOException {
    Places places = Places.find(data(), folder.resolve("models"));
    new SettingsFile(places.settings())
        .write(Settings.DEFAULT.withDownloadFrom(DownloadAddress.parse(server.url())));
    server.replies(server.good());
    assertThat(run("import", "--download", "--name", "real", "--json")).as(() -> err).isZero();
    assertThat(out).contains("\"dataset\":\"real\"");
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void aNameThatNoDataSetCanHaveIsToldBeforeTheDownload() throws IOException {
    server.replies(server.good());
    assertThat(run("import", "--download", "--from", server.url(), "--name", "My Data"))
        .isEqualTo(1);
    assertThat(err).contains("\"My Data\" can't be the name of a data set");
    assertThat(server.asked).isEmpty();
  }

  @Test
  void anotherProgramThatHoldsTheDataCostsNoSecondDownload() throws IOException {
    server.replies(server.good());
    try (FolderLock _ = FolderLock.of(data())) {
      assertThat(run("import", "--download", "--from", server.url())).isEqualTo(1);
    }
    assertThat(run("import", "--download", "--from", server.url())).as(() -> err).isZero();
    assertThat(server.asked).hasSize(1);
    assertThat(downloads()).singleElement().asString().matches("archive-\\w+\\.zip");
  }

  @Test
  void theSourceOfADataSetStaysWhenItsSecondDownloadIsCancelledWhileItIsImported()
      throws IOException {
    server.replies(server.good());
    assertThat(run("import", "--download", "--from", server.url())).as(() -> err).isZero();
    List<String> source = downloads();
    Workspace workspace = new Workspace(Places.find(data(), folder.resolve("models")));
    DownloadAddress from = DownloadAddress.parse(server.url());
    assertThatThrownBy(
            () -> workspace.download(from, null, new UntilImport(), new Pause(), _ -> {}))
        .isInstanceOf(CancelledException.class);
    assertThat(server.asked).hasSize(2);
    workspace.discardDownload(from);
    assertThat(downloads()).isEqualTo(source);
    Files.writeString(data().resolve("kaggle.dataset"), "broken");
    assertThat(run("anime", "--name", "One")).as(() -> err).isZero();
    assertThat(err).contains("has been made anew");
  }

  /** Cancels as soon as what was downloaded is being imported. */
  private static final class UntilImport implements Progress {
    private static final double DOWNLOADED = 0.9;

    private boolean importing;

    @Override
    public void report(double fraction, String message) {
      importing = fraction > DOWNLOADED;
    }

    @Override
    public boolean cancelled() {
      return importing;
    }
  }

  @Test
  void anArchiveThatIsNoDataSetIsRefusedAndThrownAway() throws IOException {
    server.content = ArchiveServer.zip(Map.of("holiday.txt", new byte[100]));
    server.replies(server.good());
    assertThat(run("import", "--download", "--from", server.url())).isEqualTo(1);
    assertThat(err).contains("neither anime.csv nor rating.csv").contains("holiday.txt");
    assertThat(downloads()).isEmpty();
    assertThat(data().resolve("kaggle.dataset")).doesNotExist();
  }

  @Test
  void aRefusalIsOneLineAndLeavesNothing() throws IOException {
    server.replies(ArchiveServer.status(403, "no"));
    assertThat(run("import", "--download", "--from", server.url())).isEqualTo(1);
    assertThat(err.lines().toList()).hasSize(2);
    assertThat(err).contains("refused the download (403)").contains("https://www.kaggle.com/");
    assertThat(downloads()).isEmpty();
  }

  @Test
  void aCommandLineThatSaysTooMuchOrTooLittleIsWrong() throws IOException {
    assertThat(run("import")).isEqualTo(2);
    assertThat(err).contains("Name the files to import, or --download.");
    assertThat(run("import", "archive.zip", "--download")).isEqualTo(2);
    assertThat(err).contains("not both");
    assertThat(run("import", "archive.zip", "--from", server.url())).isEqualTo(2);
    assertThat(err).contains("goes with --download");
    assertThat(run("import", "--download", "--from", "http://example.org/x")).isEqualTo(1);
    assertThat(err).contains("not encrypted");
  }
}
