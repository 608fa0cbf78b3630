package osusume.http;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import osusume.app.AssistantSource;
import osusume.app.ListenerSettings;
import osusume.app.Part;
import osusume.app.Places;
import osusume.app.Workspace;
import osusume.progress.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A listener whose process learns everything anew again and again, as the window's does while
 * somebody trains: a program, not a test, for {@link SteadyLoad} to ask meanwhile.
 *
 * <pre>
 * ./osusume --version
 * mvn test-compile
 * java -Xmx2g --add-modules jdk.incubator.vector -cp "target/test-classes:target/classes:target/lib/*"
 *     osusume.http.TrainingListener --data DIR --models DIR [--port 5000] [--times 1000]
 * </pre>
 *
 * DIR are folders of Osusume's with an imported data set and what was learned from it, which is
 * replaced by each training: use copies. The first line puts the libraries into {@code target/lib}.
 * It tells of every part that was learned, and listens until it is ended. With {@code --times 0} it
 * only listens.
 */
@Command(name = "TrainingListener", mixinStandardHelpOptions = true)
final class TrainingListener implements Callable<Integer> {
  @Option(names = "--data", required = true)
  private Path data;

  @Option(names = "--models", required = true)
  private Path models;

  @Option(names = "--port", defaultValue = "" + ListenerSettings.USUAL_PORT)
  private int port;

  @Option(names = "--times", defaultValue = "1000", description = "how often everything is learned")
  private int times;

  public static void main(String[] args) {
    System.exit(new CommandLine(new TrainingListener()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = new Workspace(Places.find(data, models));
    workspace.open(null, Progress.NONE, trouble -> System.err.println(trouble.getMessage()));
    var settings =
        new ListenerSettings(true, ListenerSettings.THIS_MACHINE, port, Optional.empty());
    Listener listener =
        Listener.start(settings, workspace, new RequestLog(), AssistantSource.OFFLINE);
    System.out.println(listener.address());
    for (int time = 1; time <= times; time++) {
      for (Part<?> part : Part.ALL) {
        long begin = System.nanoTime();
        workspace.learn(part, Progress.NONE);
        System.out.printf(
            Locale.ROOT,
            "training %d: %s learned in %.1f s%n",
            time,
            part.name(),
            (System.nanoTime() - begin) / 1e9);
      }
    }
    Thread.currentThread().join();
    return 0;
  }
}
