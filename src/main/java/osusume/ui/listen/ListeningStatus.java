package osusume.ui.listen;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.http.Reachable;
import osusume.ui.state.Links;
import osusume.ui.state.Listening;
import osusume.ui.state.Listening.State;
import osusume.ui.text.Texts;

/** Where other programs can ask now, or why they can't, with what helps. */
public final class ListeningStatus extends VBox {
  private Listening listening;
  private Links links;
  private Texts texts;

  public ListeningStatus() {
    super(4);
  }

  /** To be called once. */
  void connect(Listening shown, Links ways, Texts words) {
    listening = shown;
    links = ways;
    texts = words;
    shown.stateProperty().when(sceneProperty().map(Objects::nonNull)).subscribe(this::show);
  }

  private void show(State state) {
    boolean focusHere = within(focused());
    if (focusHere) {
      // While nothing here takes it, so that the window does not give it to something else.
      requestFocus();
    }
    getChildren()
        .setAll(
            switch (state) {
              case State.Off() -> List.<Node>of(first(muted(texts.get("listen.off"))));
              case State.Starting() -> List.<Node>of(first(muted(texts.get("listen.starting"))));
              case State.Stopping() ->
                  List.<Node>of(first(muted(texts.get("listen.stopping.hint"))));
              case State.On(Reachable at) -> addresses(at);
              case State.Failed(String sentence, OptionalInt free) -> failure(sentence, free);
            });
    // What was pressed is gone: the keys go on from what came of it.
    Node next = lookup(".button");
    if (focusHere && next != null) {
      next.requestFocus();
    }
  }

  private Node focused() {
    return getScene() == null ? null : getScene().getFocusOwner();
  }

  private boolean within(Node node) {
    return node == this || node != null && within(node.getParent());
  }

  private static Label first(Label label) {
    label.getStyleClass().add("status-text");
    return label;
  }

  private static Label muted(String text) {
    Label label = wrapped(text);
    label.getStyleClass().add("muted");
    return label;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private List<Node> addresses(Reachable at) {
    List<Node> rows = new ArrayList<>();
    rows.add(new AddressRow(at.here(), links, texts));
    if (!listening.settings().forThisMachine()) {
      rows.add(
          muted(
              texts.get(at.elsewhere().isEmpty() ? "listen.others.unknown" : "listen.others.at")));
      for (URI address : at.elsewhere()) {
        rows.add(new AddressRow(address, links, texts));
      }
    }
    return rows;
  }

  private List<Node> failure(String sentence, OptionalInt free) {
    Label why = first(wrapped(sentence));
    why.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
    why.getStyleClass().add("listening-failed");
    HBox ways = new HBox(8);
    ways.setAlignment(Pos.CENTER_LEFT);
    if (free.isPresent()) {
      String name = texts.format("listen.usePort", String.valueOf(free.getAsInt()));
      ways.getChildren().add(way(name, "use-port", () -> listening.usePort(free.getAsInt())));
    }
    ways.getChildren().add(way(texts.get("listen.again"), "listen-again", listening::tryAgain));
    return List.of(why, ways);
  }

  private static Button way(String name, String id, Runnable action) {
    Button button = new Button(name);
    button.setId(id);
    button.getStyleClass().add("small");
    button.setOnAction(_ -> action.run());
    return button;
  }
}
