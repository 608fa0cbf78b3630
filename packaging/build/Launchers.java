import java.util.ArrayList;
import java.util.List;

/**
 * The options that Java is started with, the same for every system; {@code packaging/linux/osusume}
 * chooses among them by command, and a test holds that it names these.
 */
final class Launchers {
  private Launchers() {}

  /** What is started. */
  enum Kind {
    WINDOW,
    QUICK,
    LEARNING
  }

  /** Options of all. */
  static final List<String> COMMON =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=20",
          "-Dfile.encoding=UTF-8",
          "-Djna.nounpack=true",
          "--enable-native-access=javafx.graphics,ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  static List<String> options(Kind kind) {
    List<String> all = new ArrayList<>(COMMON);
    switch (kind) {
      case WINDOW -> all.addAll(List.of("-Xmx2g", "-Xmn24m", "-XX:TieredStopAtLevel=1"));
      case QUICK -> {
        all.add("-Xmx1250m");
        all.add("-XX:TieredStopAtLevel=1");
      }
      case LEARNING -> {
        all.add("-Xmx1250m");
        all.add("--add-modules=jdk.incubator.vector");
      }
    }
    return all;
  }
}
