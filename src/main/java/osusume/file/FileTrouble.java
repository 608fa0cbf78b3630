package osusume.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Turns what the system says of a file into a sentence that says what happened, where, and what to
 * do.
 */
public final class FileTrouble {
  private FileTrouble() {}

  /**
   * The sentence for a failed write to {@code file}; the system's own words are kept as the cause.
   */
  public static IOException writing(Path file, IOException cause) {
    if (cause instanceof SentenceException) {
      return cause;
    }
    return new SentenceException("Could not write " + file + ": " + why(cause, file), cause);
  }

  /**
   * The sentence for a failed read of {@code file}; the system's own words are kept as the cause.
   */
  public static IOException reading(Path file, IOException cause) {
    if (cause instanceof SentenceException) {
      return cause;
    }
    String why =
        cause instanceof AccessDeniedException
            ? "you have no permission for it. Change its permissions or choose another file."
            : why(cause, file);
    return new SentenceException("Could not read " + file + ": " + why, cause);
  }

  private static String why(IOException cause, Path file) {
    if (cause instanceof AccessDeniedException) {
      return "you have no permission for it. Change the permissions of "
          + file.toAbsolutePath().getParent()
          + " or choose another folder.";
    }
    if (cause instanceof NoSuchFileException) {
      return "there is no such file or folder.";
    }
    if (cause instanceof NotDirectoryException) {
      return "it is a file, but a folder is needed there.";
    }
    String said = cause instanceof FileSystemException f ? f.getReason() : cause.getMessage();
    if (said == null) {
      said = cause.getClass().getSimpleName();
    }
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left") || lower.contains("not enough space")) {
      return "the disk is full. Free some space and try again.";
    }
    if (lower.contains("read-only file system")) {
      return "the disk is read-only. Choose another folder.";
    }
    return said + ".";
  }

  /** Already worded for a person, so not worded again on its way up. */
  private static final class SentenceException extends IOException {
    private static final long serialVersionUID = 1L;

    SentenceException(String sentence, IOException cause) {
      super(sentence, cause);
    }
  }
}
