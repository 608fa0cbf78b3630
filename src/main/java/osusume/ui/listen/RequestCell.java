package osusume.ui.listen;

import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.http.RequestLog.Served;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * A request: when it came, from where if not from here, what was asked, how it was answered and how
 * long that took.
 */
final class RequestCell extends ListCell<Served> {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final int FIRST_ERROR = 400;
  private static final double EXACT_BELOW_MILLIS = 10;

  /** As addresses of IPv6 are written, in brackets or not. */
  private static final Set<String> HERE =
      Set.of("::1", "[::1]", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]");

  private final Texts texts;
  private final Numbers numbers;
  private final Label time = new Label();
  private final Label from = new Label();
  private final Label request = new Label();
  private final FontIcon sign = new FontIcon(Feather.ALERT_TRIANGLE);
  private final Label status = new Label(null, sign);
  private final Label took = new Label();
  private final HBox row = new HBox(8, time, from, request, status, took);
  private final Tooltip whole = new Tooltip();

  RequestCell(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
    column(time, "request-time");
    column(from, "request-from");
    column(status, "request-status");
    column(took, "request-took");
    request.setMinWidth(0);
    // What is asked for last is as telling as what is asked first.
    request.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    request.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(request, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    // As wide as the list, so that what is long is cut and nothing scrolls sideways.
    row.setMinWidth(0);
    row.setPrefWidth(0);
    whole.setWrapText(true);
    whole.setMaxWidth(480);
  }

  private static void column(Label label, String style) {
    label.getStyleClass().add(style);
    label.setMinWidth(Region.USE_PREF_SIZE);
  }

  @Override
  protected void updateItem(Served served, boolean empty) {
    super.updateItem(served, empty);
    if (empty) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    String asked = served.method() + " " + ReadableTarget.of(served.target());
    boolean here = fromHere(served.from());
    String asker = here ? texts.get("listen.request.here") : served.from();
    boolean left = served.status() == 0;
    boolean refused = left || served.status() >= FIRST_ERROR;
    String millis = millis(served);
    time.setText(numbers.clock(served.at()));
    from.setText(served.from());
    from.setVisible(!here);
    from.setManaged(!here);
    request.setText(asked);
    status.setText(left ? texts.get("listen.request.left") : String.valueOf(served.status()));
    sign.setVisible(refused);
    took.setText(texts.format("listen.request.took", millis));
    pseudoClassStateChanged(REFUSED, refused);
    whole.setText(asked + "\n" + texts.format("listen.request.from", asker));
    setTooltip(whole);
    setAccessibleText(
        texts.format(
            left ? "listen.request.spoken.left" : "listen.request.spoken",
            time.getText(),
            asked,
            status.getText(),
            millis,
            asker));
    setGraphic(row);
  }

  /** Addresses as the log has them; none is looked up. */
  private static boolean fromHere(String address) {
    return address.startsWith("127.") || HERE.contains(address);
  }

  private String millis(Served served) {
    double millis = served.took().toNanos() / 1e6;
    return numbers.decimal(millis, millis < EXACT_BELOW_MILLIS ? 1 : 0);
  }
}
