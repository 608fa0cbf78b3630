package osusume.ui.recommend;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import osusume.app.Opened;
import osusume.data.Catalogue;
import osusume.mylist.MyList;
import osusume.mylist.MyTaste;
import osusume.mylist.io.ListFile;
import osusume.ui.control.UserPicker;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.state.CurrentData;
import osusume.ui.state.CurrentUser;
import osusume.ui.state.FileChoices;
import osusume.ui.state.Troubles;
import osusume.ui.text.Texts;

/** Together with whom: nobody, a user of the data set, or somebody whose list is in a file. */
public final class CompanionChoice {
  /** Who it can be. */
  private enum Kind {
    NOBODY,
    USER,
    LIST
  }

  /**
   * A list that was read.
   *
   * @param fileName what the file is called
   */
  private record Read(String fileName, MyList list) {}

  /** The companion that follows from a list and a catalogue. */
  private record OfList(Read read, Catalogue catalogue, Companion companion) {}

  private final CurrentData data;
  private final CurrentUser user;
  private final FileChoices files;
  private final Jobs jobs;
  private final Troubles troubles;
  private final Texts texts;
  private final UserPicker picker = new UserPicker();
  private Runnable onChanged = () -> {};

  /** What was read from a file; null: nothing yet. */
  private Read read;

  /** What reads a file; null: nothing. */
  private JobTask<Read> reading;

  /** The list that was read as a companion; null: it was not asked for yet. */
  private OfList ofList;

  @FXML private VBox box;
  @FXML private ComboBox<Kind> kind;
  @FXML private VBox fileBox;
  @FXML private Button file;
  @FXML private Label trouble;

  public CompanionChoice(
      CurrentData data, FileChoices files, Jobs jobs, Troubles troubles, Texts texts) {
    this.data = data;
    this.user = new CurrentUser(data, new Random());
    this.files = files;
    this.jobs = jobs;
    this.troubles = troubles;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    picker.connect(user, data, texts);
    kind.getItems().setAll(Kind.values());
    kind.setConverter(new KindText());
    kind.setValue(Kind.NOBODY);
    fileBox.managedProperty().bind(fileBox.visibleProperty());
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    kind.valueProperty().addListener((_, _, _) -> chosen());
    user.idProperty().addListener((_, _, _) -> onChanged.run());
    show();
  }

  private void chosen() {
    say("");
    show();
    if (kind.getValue() == Kind.LIST && read == null) {
      chooseFile();
    }
    onChanged.run();
  }

  private void show() {
    box.getChildren().remove(picker);
    if (kind.getValue() == Kind.USER) {
      box.getChildren().add(1, picker);
    }
    fileBox.setVisible(kind.getValue() == Kind.LIST);
    file.setText(read == null ? texts.get("companion.file.choose") : read.fileName());
  }

  @FXML
  private void chooseFile() {
    files.listToImport().ifPresent(this::read);
  }

  /**
   * A list that can't be read leaves the one before; of two files the one that was chosen last
   * counts, however long either takes.
   */
  private void read(Path path) {
    say("");
    if (reading != null) {
      reading.cancel();
    }
    String fileName = path.getFileName().toString();
    JobTask<Read> job =
        jobs.create(
            texts.format("companion.job", fileName),
            progress -> new Read(fileName, MyList.of(ListFile.read(path, progress).entries())));
    reading = job;
    job.onDone(
            list -> {
              if (reading == job) {
                read = list;
                show();
                onChanged.run();
              }
            })
        .onFailed(
            why -> {
              if (reading == job) {
                failed(why);
              }
            })
        .start();
  }

  /** Not logged where it was foreseen: the sentence may quote the list. */
  private void failed(Throwable why) {
    if (Troubles.foreseen(why)) {
      say(why.getMessage());
    } else {
      troubles.tell(why);
    }
  }

  private void say(String sentence) {
    trouble.setText(sentence);
  }

  /**
   * @param changed is run when it is somebody else, or nobody any more
   */
  void listen(Runnable changed) {
    onChanged = changed;
  }

  /** Who it is now; empty: nobody. */
  Optional<Companion> now(Opened opened) {
    return switch (kind.getValue()) {
      case NOBODY -> Optional.empty();
      case USER ->
          Optional.ofNullable(user.id())
              .filter(id -> opened.data().ratings().rowOfId(id) >= 0)
              .map(id -> user(id, opened));
      case LIST -> Optional.ofNullable(read).map(list -> ofList(list, opened.data().catalogue()));
    };
  }

  private Companion user(int id, Opened opened) {
    return new Companion(
        texts.format("companion.name.user", String.valueOf(id)), opened.tasteOf(id));
  }

  /** Kept, for it is asked for at every key that is typed into the filter. */
  private Companion ofList(Read list, Catalogue catalogue) {
    if (ofList == null || ofList.read != list || ofList.catalogue != catalogue) {
      Companion fresh =
          new Companion(personOf(list.fileName()), MyTaste.of(list.list(), catalogue));
      ofList = new OfList(list, catalogue, fresh);
    }
    return ofList.companion;
  }

  /**
   * What to call somebody by their file: without its endings, and without the numbers that
   * MyAnimeList puts behind the name of an export.
   */
  static String personOf(String fileName) {
    String name = fileName.replaceFirst("(?i)(\\.(xml|gz|csv|json))+$", "");
    String plain = name.replaceFirst("([ _-]+\\(?\\d+\\)?)+$", "");
    return plain.isEmpty() ? fileName : plain;
  }

  private final class KindText extends StringConverter<Kind> {
    @Override
    public String toString(Kind value) {
      return value == null
          ? ""
          : texts.get("companion." + value.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Never asked for, for nothing can be typed. */
    @Override
    public Kind fromString(String text) {
      throw new UnsupportedOperationException("Who it is is chosen and not typed.");
    }
  }
}
