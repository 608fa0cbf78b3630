package osusume.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import osusume.data.download.DatasetDownload;
import osusume.data.download.DownloadAddress;
import osusume.data.io.BadInputException;
import osusume.file.FolderLock;
import osusume.progress.Pause;
import osusume.progress.Progress;

/**
 * The archives that were downloaded. An archive stays after its import, named after its bytes, for
 * a damaged data set is made anew from it. One whose import failed or was stopped is found again by
 * the next download; one that turns out to be no data set goes at once.
 */
final class ArchiveDownloads {
  private static final Logger LOG = Logger.getLogger(ArchiveDownloads.class.getName());

  private final Path folder;
  private final Sources sources;

  /** Knows the files that data sets are made anew from. */
  @FunctionalInterface
  interface Sources {
    boolean has(Path file) throws IOException;
  }

  /**
   * @param sources are never deleted: the same bytes may have been downloaded before
   */
  ArchiveDownloads(Path folder, Sources sources) {
    this.folder = folder;
    this.sources = sources;
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
      DatasetDownload download = download(address);
      Path archive = download.fetch(progress, pause);
      T made;
      try {
        made = then.of(archive);
      } catch (BadInputException e) {
        discard(download);
        throw e;
      }
      forget(download);
      return made;
    }
  }

  private static void forget(DatasetDownload download) {
    try {
      download.discard();
    } catch (IOException e) {
      // What was wanted is there; at the worst the next download gives the same archive.
      LOG.log(Level.WARNING, e.getMessage(), e);
    }
  }

  /** Deletes what has arrived of a download that was cancelled, or the archive if it is whole. */
  void discard(DownloadAddress address) throws IOException {
    try (FolderLock _ = FolderLock.of(folder)) {
      discard(download(address));
    }
  }

  private void discard(DatasetDownload download) throws IOException {
    Optional<Path> whole = download.discard();
    if (whole.isPresent() && !sources.has(whole.get())) {
      Files.deleteIfExists(whole.get());
    }
  }

  private DatasetDownload download(DownloadAddress address) {
    return new DatasetDownload(address, folder, Version.CURRENT);
  }
}
