package osusume.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import osusume.data.download.DatasetDownload;
import osusume.data.download.DownloadAddress;
import osusume.data.io.BadInputException;
import osusume.file.FolderLock;
import osusume.progress.CancelledException;
import osusume.progress.Pause;
import osusume.progress.Progress;

/**
 * The archives that were downloaded. An archive stays after its import, named after its bytes, for
 * a damaged data set is made anew from it; one that turns out to be no data set goes at once.
 */
final class ArchiveDownloads {
  private final Path folder;

  ArchiveDownloads(Path folder) {
    this.folder = folder;
  }

  /** What is done with an archive that was downloaded. */
  @FunctionalInterface
  interface Import<T> {
    T of(Path archive) throws IOException;
  }

  /**
   * Downloads an archive and hands it on. Nobody else downloads into the folder until that is done.
   *
   * @throws IOException if either can't be done; worded for a person
   */
  <T> T fetch(DownloadAddress address, Progress progress, Pause pause, Import<T> then)
      throws IOException {
    try (FolderLock _ = FolderLock.of(folder)) {
      Path archive = download(address).fetch(progress, pause);
      try {
        return then.of(archive);
      } catch (BadInputException | CancelledException e) {
        Files.deleteIfExists(archive);
        throw e;
      }
    }
  }

  /** Deletes what has arrived of a download that was cancelled. */
  void discard(DownloadAddress address) throws IOException {
    try (FolderLock _ = FolderLock.of(folder)) {
      download(address).discard();
    }
  }

  private DatasetDownload download(DownloadAddress address) {
    return new DatasetDownload(address, folder, Version.CURRENT);
  }
}
