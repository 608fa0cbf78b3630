import java.io.IOException;

/** One step of the build, said when it is done. */
@FunctionalInterface
interface Step {
  void run() throws IOException, InterruptedException;

  static void run(String name, Step step) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    step.run();
    System.out.printf("%6.1f s   %s%n", (System.nanoTime() - begun) / 1e9, name);
  }
}
