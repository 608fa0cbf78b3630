package osusume.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import osusume.app.Opened;
import osusume.app.Part;
import osusume.app.UsualTraining;
import osusume.app.Workspace;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/**
 * Learns what the open data set lacks, part after part as the window does on a first start, while
 * others ask; each part is in use as soon as it is done.
 */
final class BackgroundLearning {
  private static final Logger LOG = Logger.getLogger(BackgroundLearning.class.getName());

  private final Workspace workspace;
  private final DatasetOptions options;
  private final Progress progress;
  private final Thread thread;
  private volatile boolean cancelled;

  private BackgroundLearning(Workspace workspace, DatasetOptions options) {
    this.workspace = workspace;
    this.options = options;
    this.progress = cancellable(options.progress(), () -> cancelled);
    this.thread = Thread.ofPlatform().name("learning").daemon().unstarted(this::run);
  }

  static BackgroundLearning start(Workspace workspace, DatasetOptions options) {
    BackgroundLearning learning = new BackgroundLearning(workspace, options);
    learning.thread.start();
    return learning;
  }

  /** The same progress, which is cancelled when somebody says so. */
  static Progress cancellable(Progress shown, BooleanSupplier cancelled) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        if (!cancelled.getAsBoolean()) {
          shown.report(fraction, message);
        }
      }

      @Override
      public boolean cancelled() {
        return cancelled.getAsBoolean();
      }
    };
  }

  /** Asks it to stop; what it is learning just then is not kept. */
  void cancel() {
    cancelled = true;
  }

  /**
   * Waits until it has stopped.
   *
   * @param patience how long at the most
   */
  void await(Duration patience) {
    try {
      thread.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      learn(missing(workspace.opened()));
    } catch (CancelledException e) {
      options.say("The learning was stopped; what was learned before is kept.");
    } catch (IOException e) {
      options.tell(e);
    } catch (RuntimeException | Error e) {
      // What is there already is answered all the same.
      LOG.log(Level.SEVERE, "Learning in the background failed", e);
      options.say("osusume: The learning failed (" + e + "). The log has the details.");
    }
  }

  /** A part that is there and can't be used is told when it is opened; taste groups then stay. */
  private static List<Part<?>> missing(Opened opened) {
    return Part.ALL.stream()
        .filter(part -> opened.part(part).isEmpty())
        .filter(part -> part != Part.NMF || opened.trouble(part).isEmpty())
        .filter(part -> part != Part.NMF || UsualTraining.of(opened.data()).isPresent())
        .<Part<?>>map(part -> part)
        .toList();
  }

  private void learn(List<Part<?>> parts) throws IOException {
    if (parts.isEmpty()) {
      return;
    }
    options.say(
        "Not everything is learned yet from \"%s\"; learning it now, and keeping it. What needs it is"
                .formatted(workspace.opened().data().name())
            + " answered as soon as it is there.");
    List<Progress> shares = Part.shares(parts, progress);
    for (int i = 0; i < parts.size(); i++) {
      learn(parts.get(i), shares.get(i));
    }
  }

  private void learn(Part<?> part, Progress share) throws IOException {
    progress.check();
    try {
      double seconds = workspace.learn(part, share).part(part).orElseThrow().origin().seconds();
      options.say("Learned %s in %.1f s.".formatted(part.meaning(), seconds));
    } catch (IllegalArgumentException e) {
      // Too few ratings for this part say nothing about the others.
      options.say("osusume: " + e.getMessage());
    }
  }
}
