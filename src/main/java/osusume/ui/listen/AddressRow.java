package osusume.ui.listen;

import java.net.URI;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.ui.control.CopyButton;
import osusume.ui.state.Links;
import osusume.ui.text.Texts;

/** An address to be copied, or opened in the browser. */
final class AddressRow extends HBox {
  AddressRow(URI address, Links links, Texts texts) {
    super(4);
    Label shown = new Label(address.toString());
    shown.getStyleClass().add("address");
    CopyButton copy = new CopyButton();
    copy.connect(texts, texts.format("listen.copy", address), address::toString);
    Button open = new Button(null, new FontIcon(Feather.EXTERNAL_LINK));
    open.getStyleClass().addAll("flat", "button-icon");
    open.setAccessibleText(texts.format("listen.browse", address));
    open.setTooltip(new Tooltip(texts.format("listen.browse", address)));
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(_ -> links.web(address));
    setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(shown, copy, open);
  }
}
