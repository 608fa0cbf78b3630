package osusume.ui.state;

import java.io.IOException;
import java.nio.file.Path;
import osusume.ui.job.Jobs;
import osusume.ui.text.Texts;

/** Writes what a view shows to a CSV file of the person's choice, and says so. */
public final class CsvExport {
  private final FileChoices files;
  private final Jobs jobs;
  private final Messages messages;
  private final Texts texts;

  /** What writes the file; not on the JavaFX thread. */
  public interface Content {
    void write(Path target) throws IOException;
  }

  public CsvExport(FileChoices files, Jobs jobs, Messages messages, Texts texts) {
    this.files = files;
    this.jobs = jobs;
    this.messages = messages;
    this.texts = texts;
  }

  /**
   * Asks where to, and writes; nothing if the person thinks better of it.
   *
   * @param suggestion name of the file
   * @param titles how many are written
   */
  public void save(String suggestion, int titles, Content content) {
    files
        .toSaveCsv(suggestion)
        .ifPresent(
            target ->
                jobs.create(
                        texts.format("csv.job", target.getFileName()),
                        progress -> {
                          content.write(target);
                          return target;
                        })
                    .onDone(file -> messages.done(texts.format("csv.done", titles, file)))
                    .start());
  }
}
