package osusume.ui.state;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import osusume.mylist.io.ListFile;
import osusume.ui.job.Jobs;

/** Takes the files a person brings, and hands them to who reads such files; by their content. */
public final class IncomingFiles {
  private final Datasets datasets;
  private final ListImport lists;
  private final Jobs jobs;

  public IncomingFiles(Datasets datasets, ListImport lists, Jobs jobs) {
    this.datasets = datasets;
    this.lists = lists;
    this.jobs = jobs;
  }

  /** Takes files; on the JavaFX thread. */
  public void take(List<Path> files) {
    if (files.size() != 1) {
      datasets.importFiles(files);
      return;
    }
    Path file = files.getFirst();
    jobs.answerers()
        .execute(
            () -> {
              boolean isList = ListFile.startsLikeOne(file);
              Platform.runLater(
                  () -> {
                    if (isList) {
                      lists.read(file);
                    } else {
                      datasets.importFiles(files);
                    }
                  });
            });
  }
}
