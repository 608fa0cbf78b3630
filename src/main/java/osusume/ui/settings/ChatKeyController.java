package osusume.ui.settings;

import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import osusume.app.ApiKeys;
import osusume.app.ApiKeys.Source;
import osusume.chat.model.ApiKey;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.state.ChatSetup;
import osusume.ui.state.Troubles;
import osusume.ui.text.Texts;

/** Takes the key of an account to where it is kept, and tells where one is; shows none. */
public final class ChatKeyController {
  private final ChatSetup setup;
  private final Jobs jobs;
  private final Troubles troubles;
  private final Texts texts;

  @FXML private Parent root;
  @FXML private PasswordField field;
  @FXML private Label fieldTrouble;
  @FXML private Button keep;
  @FXML private Button use;
  @FXML private Button forget;
  @FXML private Label says;
  @FXML private Label trouble;

  private boolean busy;

  /** null: not known yet. */
  private ApiKeys.State state;

  public ChatKeyController(ChatSetup setup, Jobs jobs, Troubles troubles, Texts texts) {
    this.setup = setup;
    this.jobs = jobs;
    this.troubles = troubles;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    field.textProperty().addListener((_, _, _) -> fit());
    show(fieldTrouble, "");
    show(trouble, "");
    root.sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                field.clear();
              } else {
                look();
              }
            });
    root.visibleProperty().addListener((_, _, _) -> look());
    fit();
  }

  /** Asks the key store only where the row is seen, for it may ask the person to open it. */
  private void look() {
    if (root.getScene() != null && root.isVisible() && !busy) {
      run("chatset.key.job.look", setup.keys()::state);
    }
  }

  private void run(String title, Callable<ApiKeys.State> work) {
    busy = true;
    fit();
    JobTask<ApiKeys.State> job = jobs.createBrief(texts.get(title), _ -> work.call());
    job.onDone(this::isNow)
        .onCancelled(this::rest)
        .onFailed(
            fault -> {
              rest();
              troubles.tell(fault);
            })
        .start();
  }

  private void isNow(ApiKeys.State now) {
    boolean changed = state == null || state.source() != now.source();
    state = now;
    show(trouble, now.trouble().orElse(""));
    rest();
    if (changed) {
      setup.keyChanged();
    }
  }

  private void rest() {
    busy = false;
    fit();
  }

  private void fit() {
    boolean nothing = field.getText().isBlank();
    keep.setDisable(busy || nothing);
    use.setDisable(busy || nothing);
    forget.setDisable(
        busy
            || state == null
            || state.source() == Source.NONE
            || state.source() == Source.ENVIRONMENT);
    says.setText(
        texts.get(
            busy
                ? "chatset.key.busy"
                : "chatset.key.is."
                    + (state == null ? Source.NONE : state.source())
                        .name()
                        .toLowerCase(Locale.ROOT)));
  }

  private static void show(Label label, String sentence) {
    label.setText(sentence);
    label.setVisible(!sentence.isEmpty());
    label.setManaged(!sentence.isEmpty());
  }

  /** What a key becomes; off the JavaFX thread. */
  @FunctionalInterface
  private interface Keeping {
    ApiKeys.State keep(ApiKey key);
  }

  private void take(String title, Keeping keeping) {
    ApiKey key;
    try {
      key = ApiKey.of(field.getText());
    } catch (IllegalArgumentException e) {
      show(fieldTrouble, e.getMessage());
      return;
    }
    field.clear();
    show(fieldTrouble, "");
    // Another key from the same place is another too.
    state = null;
    run(title, () -> keeping.keep(key));
  }

  @FXML
  private void keep() {
    take("chatset.key.job.keep", setup.keys()::keep);
  }

  @FXML
  private void use() {
    take("chatset.key.job.keep", setup.keys()::useNow);
  }

  @FXML
  private void forget() {
    state = null;
    run("chatset.key.job.forget", setup.keys()::forget);
  }
}
