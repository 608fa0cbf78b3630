package osusume.ui.listen;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import osusume.app.AccessToken;
import osusume.app.ListenerSettings;
import osusume.ui.control.CopyButton;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.state.Listening;
import osusume.ui.state.Troubles;
import osusume.ui.text.Texts;

/**
 * Makes the token that programs must show, and takes it away. It can be seen and copied until the
 * panel is closed; what another has replaced can be taken back as long.
 */
public final class TokenController {
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

  private final Listening listening;
  private final Texts texts;
  private final LatestAnswer<Made> making;

  @FXML private Parent root;
  @FXML private HBox freshBox;
  @FXML private TextField fresh;
  @FXML private CopyButton copy;
  @FXML private Label says;
  @FXML private Button make;
  @FXML private Button remove;
  @FXML private HBox before;
  @FXML private Label beforeSays;
  @FXML private Hyperlink back;

  private Optional<AccessToken.Fresh> shown = Optional.empty();

  /** What the last press here replaced; null: nothing was pressed. */
  private Before last;

  /** A token, and what else shall change with it. */
  private record Made(AccessToken.Fresh token, UnaryOperator<ListenerSettings> also) {}

  /** The token there was, and the one that was shown then. */
  private record Before(AccessToken token, Optional<AccessToken.Fresh> shown) {}

  public TokenController(Listening listening, Jobs jobs, Troubles troubles, Texts texts) {
    this.listening = listening;
    this.texts = texts;
    this.making = new LatestAnswer<>(jobs, this::use, troubles::tell);
  }

  @FXML
  private void initialize() {
    copy.connect(texts, texts.get("listen.token.copy"), fresh::getText);
    root.sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                // A token nobody saw would let nobody in.
                forget();
              }
            });
    listening
        .settingsValue()
        .when(root.sceneProperty().map(Objects::nonNull))
        .subscribe(this::show);
  }

  private void show(ListenerSettings settings) {
    // Shown once does not mean: beside another that holds.
    shown = shown.filter(made -> settings.token().equals(Optional.of(made.known())));
    boolean needed = settings.token().isPresent();
    fresh.setText(shown.map(AccessToken.Fresh::text).orElse(""));
    show(freshBox, shown.isPresent());
    says.setText(
        texts.get(
            shown.isPresent()
                ? "listen.token.fresh"
                : needed ? "listen.token.kept" : "listen.token.none"));
    says.pseudoClassStateChanged(ALONE, shown.isEmpty());
    make.setText(texts.get(needed ? "listen.token.renew" : "listen.token.make"));
    show(remove, needed && settings.forThisMachine());
    show(before, last != null && !settings.token().equals(Optional.of(last.token())));
    beforeSays.setText(texts.get(needed ? "listen.token.replaced" : "listen.token.removed"));
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  /**
   * Makes a token and shows it. That takes a moment, for randomness is not always at hand.
   *
   * @param also what else changes with it, at once
   */
  void make(UnaryOperator<ListenerSettings> also) {
    making.ask(() -> new Made(AccessToken.fresh(), also));
  }

  /** Lets go of a token that is being made. */
  void forget() {
    making.forget();
  }

  private void use(Made made) {
    remember();
    shown = Optional.of(made.token());
    listening.change(now -> made.also().apply(now).withToken(Optional.of(made.token().known())));
  }

  private void remember() {
    listening.settings().token().ifPresent(token -> last = new Before(token, shown));
  }

  @FXML
  private void make() {
    make(UnaryOperator.identity());
  }

  @FXML
  private void remove() {
    forget();
    remember();
    listening.change(now -> now.withToken(Optional.empty()));
  }

  @FXML
  private void takeBack() {
    forget();
    Before taken = last;
    last = null;
    shown = taken.shown();
    listening.change(now -> now.withToken(Optional.of(taken.token())));
  }
}
