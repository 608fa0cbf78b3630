package osusume.ui.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import osusume.app.DatasetLibrary;
import osusume.app.Opened;
import osusume.app.Workspace;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.text.Texts;

/** Opens, imports and deletes data sets, as jobs; for the JavaFX thread. */
public final class Datasets {
  private final Workspace workspace;
  private final CurrentData data;
  private final Jobs jobs;
  private final Messages messages;
  private final Troubles troubles;
  private final Navigation navigation;
  private final Texts texts;
  private final ObservableList<String> names = FXCollections.observableArrayList();
  private final ObservableList<String> namesView = FXCollections.unmodifiableObservableList(names);
  private final LatestAnswer<List<String>> readNames;

  public Datasets(
      Workspace workspace,
      CurrentData data,
      Jobs jobs,
      Messages messages,
      Troubles troubles,
      Navigation navigation,
      Texts texts) {
    this.workspace = workspace;
    this.data = data;
    this.jobs = jobs;
    this.messages = messages;
    this.troubles = troubles;
    this.navigation = navigation;
    this.texts = texts;
    this.readNames = new LatestAnswer<>(jobs, names::setAll, troubles::tell);
    data.whenOpened(opened -> readNames());
  }

  /** The names of the data sets that are kept, the demo first. */
  public ObservableList<String> names() {
    return namesView;
  }

  private void readNames() {
    readNames.ask(workspace.datasets()::names);
  }

  /** Opens the data set that was open last; the demo where that can't be opened. */
  public JobTask<Opened> openLast() {
    return jobs.create(
            texts.get("job.open"), progress -> workspace.open(null, progress, this::modelTrouble))
        .onFailed(this::openDemoInstead)
        .start();
  }

  private void openDemoInstead(Throwable why) {
    troubles.tell(why);
    jobs.create(
            texts.get("job.open"),
            progress -> workspace.open(DatasetLibrary.DEMO, progress, this::modelTrouble))
        .onFailed(
            trouble -> {
              troubles.tell(trouble);
              data.setTrouble(
                  Troubles.foreseen(trouble)
                      ? trouble.getMessage()
                      : texts.get("trouble.unforeseen"));
            })
        .start();
  }

  /** Opens a data set and remembers it for the next start. What is open stays so if that fails. */
  public JobTask<Opened> open(String name) {
    return jobs.create(
            texts.format("job.openNamed", name),
            progress -> {
              Opened opened = workspace.open(name, progress, this::modelTrouble);
              workspace.datasets().rememberOpen(name);
              return opened;
            })
        .start();
  }

  /** Imports Kaggle's files, opens what came in and shows the import report. */
  public JobTask<Opened> importFiles(List<Path> files) {
    String fileNames =
        files.stream().map(f -> f.getFileName().toString()).collect(Collectors.joining(", "));
    return jobs.create(
            texts.format("job.import", fileNames),
            progress -> workspace.importFiles(null, files, progress, this::modelTrouble))
        .onDone(opened -> showReport())
        .start();
  }

  private void showReport() {
    // The welcome goes on to its next step instead.
    if (navigation.panelProperty().get() != Panel.WELCOME) {
      navigation.panelProperty().set(Panel.IMPORT_REPORT);
    }
  }

  /** Deletes a kept data set; where it is open, the demo is opened first. */
  public JobTask<Void> delete(String name) {
    boolean isOpen = data.opened() != null && data.opened().data().name().equals(name);
    return jobs.<Void>create(
            texts.format("job.delete", name),
            progress -> {
              if (isOpen) {
                workspace.open(DatasetLibrary.DEMO, progress, this::modelTrouble);
                workspace.datasets().rememberOpen(DatasetLibrary.DEMO);
              }
              workspace.datasets().delete(name);
              return null;
            })
        .onDone(
            nothing -> {
              messages.done(texts.format("message.deleted", name));
              readNames();
            })
        .start();
  }

  private void modelTrouble(IOException trouble) {
    Platform.runLater(() -> troubles.tell(trouble));
  }
}
