package osusume.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an installed program brings along ready-made: the demo's data set, and what was learned from
 * it. It is read where the person keeps nothing of their own for the demo, and never written.
 */
final class Shipped {
  private final Path folder;

  private Shipped(Path folder) {
    this.folder = folder;
  }

  /** What lies beside the program; empty in a clone, which learns by itself. */
  static Optional<Shipped> find() {
    return Optional.ofNullable(System.getProperty(Places.INSTALLED_PROPERTY))
        .map(home -> new Shipped(Path.of(home).resolve("demo")));
  }

  /** The demo's store; it need not be there. */
  Path dataset() {
    return folder.resolve("demo.dataset");
  }

  /** A models folder with a manifest of its own; it need not be there. */
  Path models() {
    return folder.resolve("models");
  }
}
