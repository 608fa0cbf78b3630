package osusume.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * The program's log: rotating files in the logs folder. The file is opened with the first record,
 * so that a command that has nothing to say leaves none behind; nothing is logged to the terminal,
 * where people read answers.
 */
public final class AppLog {
  private static final int FILE_BYTES = 1_000_000;
  private static final int FILES = 3;

  private AppLog() {}

  /** Sends the log to a folder from now on. */
  public static void start(Path folder) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    root.addHandler(new FirstRecordHandler(folder));
  }

  /** Opens the real file when the first record comes; where that fails, the log is done without. */
  private static final class FirstRecordHandler extends Handler {
    private final Path folder;
    private Handler file;
    private boolean failed;

    FirstRecordHandler(Path folder) {
      this.folder = folder;
    }

    @Override
    public synchronized void publish(LogRecord log) {
      if (file == null && !failed) {
        open();
      }
      if (file != null) {
        file.publish(log);
      }
    }

    private void open() {
      try {
        Files.createDirectories(folder);
        file =
            new FileHandler(folder.resolve("osusume-%g.log").toString(), FILE_BYTES, FILES, true);
        file.setEncoding("UTF-8");
        file.setFormatter(new SimpleFormatter());
      } catch (IOException e) {
        failed = true;
      }
    }

    @Override
    public synchronized void flush() {
      if (file != null) {
        file.flush();
      }
    }

    @Override
    public synchronized void close() {
      if (file != null) {
        file.close();
      }
    }
  }
}
