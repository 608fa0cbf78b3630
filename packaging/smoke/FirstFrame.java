import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Times windows from the start of their process to their first frame, as somebody sees it who looks
 * at the screen: an empty one is of one colour. Two programs by turns, so that both have the same
 * machine. Arguments: how many pairs, a log file, the first command, {@code --}, the second.
 *
 * <p>Prints a line a pair, {@code first second full}, in milliseconds; full is when the second one
 * shows titles, whose tiles are of many colours. Then a line of the medians and the second's
 * resident memory in megabytes, {@code median FIRST SECOND RATIO FULL MEMORY}.
 */
final class FirstFrame {
  /** Anti-aliased text has more. */
  private static final int SOMETHING = 8;

  /** The frame alone has some 800, with controls and text about 3,500, with tiles over 11,000. */
  private static final int TITLES = 8000;

  private static final long PATIENCE = 20_000;

  /** After it the program has nothing more to do. */
  private static final long REST = 30_000;

  private final Robot robot = new Robot();
  private final Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
  private final File log;

  private record Times(long first, long full, long residentMegabytes) {}

  private FirstFrame(File log) throws Exception {
    this.log = log;
  }

  public static void main(String[] args) throws Exception {
    int pairs = Integer.parseInt(args[0]);
    List<String> words = Arrays.asList(args).subList(2, args.length);
    List<String> first = words.subList(0, words.indexOf("--"));
    List<String> second = words.subList(words.indexOf("--") + 1, words.size());
    FirstFrame look = new FirstFrame(new File(args[1]));
    for (int i = 0; i < 20; i++) {
      look.colours();
    }
    List<Long> bare = new ArrayList<>();
    List<Long> own = new ArrayList<>();
    List<Long> full = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    long memory = 0;
    for (int pair = 0; pair < pairs; pair++) {
      Times one = look.start(first, false, false);
      Times other = look.start(second, true, pair == pairs - 1);
      bare.add(one.first());
      own.add(other.first());
      full.add(other.full());
      ratios.add((double) other.first() / one.first());
      memory = other.residentMegabytes();
      System.out.println(one.first() + " " + other.first() + " " + other.full());
    }
    System.out.printf(
        "median %d %d %.2f %d %d%n",
        median(bare), median(own), median(ratios), median(full), memory);
    System.exit(0);
  }

  private static <T extends Comparable<T>> T median(List<T> of) {
    return of.stream().sorted().toList().get(of.size() / 2);
  }

  private Times start(List<String> command, boolean toTitles, boolean toRest) throws Exception {
    while (colours() > 1) {
      Thread.sleep(20);
    }
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    try {
      long first = await(SOMETHING, begun, process);
      long full = toTitles ? await(TITLES, begun, process) : first;
      Thread.sleep(toRest ? REST : 500);
      return new Times(first, full, resident(process.pid()));
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.waitFor();
    }
  }

  private long await(int colours, long begun, Process process) throws Exception {
    while (colours() < colours) {
      long passed = millisSince(begun);
      if (passed > PATIENCE || !process.isAlive()) {
        throw new IllegalStateException(
            "Nothing to see after %d ms:%n%s".formatted(passed, Files.readString(log.toPath())));
      }
      Thread.sleep(2);
    }
    return millisSince(begun);
  }

  private static long millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }

  private int colours() {
    BufferedImage image = robot.createScreenCapture(screen);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    Set<Integer> seen = new HashSet<>();
    int last = -1;
    for (int pixel : pixels) {
      if (pixel != last) {
        seen.add(pixel);
        last = pixel;
      }
    }
    return seen.size();
  }

  /** Of the process and of what it started. */
  private static long resident(long pid) throws IOException {
    long kilobytes = 0;
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      if (line.startsWith("Rss:")) {
        kilobytes += Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    return kilobytes / 1000;
  }
}
