import java.util.Locale;

/** The system that packages are built on, which is the one they are for. */
enum Host {
  LINUX("linux", "so"),
  WINDOWS("win", "dll"),
  MAC("mac", "dylib");

  static final Host NOW = now();

  /** As JavaFX's jars are named. */
  final String classifier;

  /** What native libraries end with. */
  final String library;

  Host(String classifier, String library) {
    this.classifier = classifier;
    this.library = library;
  }

  private static Host now() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return WINDOWS;
    }
    return name.startsWith("mac") ? MAC : LINUX;
  }

  /** Whether the processor is a 64-bit ARM one; else it is an x86-64. */
  static boolean isArm() {
    return System.getProperty("os.arch").equals("aarch64");
  }
}
