package osusume.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import osusume.mylist.io.ListFormat;
import osusume.ui.state.FileChoices;
import osusume.ui.text.Texts;

/** The system's own file dialogs, over the program's window. */
final class FileDialogs implements FileChoices {
  private final Stage owner;
  private final Texts texts;

  FileDialogs(Stage owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public List<Path> toImport() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("data.import.title"));
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter(texts.get("data.import.files"), "*.zip", "*.csv"));
    List<File> files = chooser.showOpenMultipleDialog(owner);
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> toSaveCsv(String suggestion) {
    return toSave("csv.title", suggestion, new ExtensionFilter(texts.get("csv.files"), "*.csv"));
  }

  @Override
  public Optional<Path> toSaveJson(String suggestion) {
    return toSave("json.title", suggestion, new ExtensionFilter(texts.get("json.files"), "*.json"));
  }

  @Override
  public Optional<Path> listToImport() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("mylist.import.title"));
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(
                texts.get("mylist.import.files"), "*.xml", "*.gz", "*.csv", "*.json"),
            new ExtensionFilter(texts.get("mylist.import.any"), "*"));
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> toSaveList(String suggestion, ListFormat format) {
    return toSave(
        "mylist.export.title",
        suggestion,
        new ExtensionFilter(texts.get("mylist.files." + format.suffix()), "*." + format.suffix()));
  }

  private Optional<Path> toSave(String title, String suggestion, ExtensionFilter kind) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(title));
    chooser.setInitialFileName(suggestion);
    chooser.getExtensionFilters().add(kind);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }
}
