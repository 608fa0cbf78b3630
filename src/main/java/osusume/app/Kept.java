package osusume.app;

import java.nio.file.Path;

/**
 * A part of a data set that is open.
 *
 * @param file where it is kept; null where that did not work
 */
public record Kept<T>(Part<T> part, T content, Path file) {
  /** When it was learned, and how long that took. */
  public Part.Origin origin() {
    return part.origin(content);
  }
}
