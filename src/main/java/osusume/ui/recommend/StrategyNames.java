package osusume.ui.recommend;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import osusume.ui.text.Texts;

/**
 * A strategy in plain words, with the short name commands know it by. One that has no text is shown
 * by its short name.
 */
final class StrategyNames extends StringConverter<String> {
  /** More rows than there are strategies: none hides behind a scroll bar. */
  private static final int ALL_AT_ONCE = 20;

  private final Texts texts;

  StrategyNames(Texts texts) {
    this.texts = texts;
  }

  void applyTo(ComboBox<String> box) {
    box.setConverter(this);
    box.setCellFactory(_ -> new Explained());
    box.setVisibleRowCount(ALL_AT_ONCE);
  }

  @Override
  public String toString(String strategy) {
    return strategy == null ? "" : orElse("strategy." + strategy, strategy);
  }

  /** How it chooses, in a sentence; empty if there is nothing to say. */
  String explained(String strategy) {
    return strategy == null ? "" : orElse("strategy." + strategy + ".hint", "");
  }

  private String orElse(String key, String otherwise) {
    return texts.bundle().containsKey(key) ? texts.get(key) : otherwise;
  }

  @Override
  public String fromString(String text) {
    throw new UnsupportedOperationException("Strategies are chosen, not typed.");
  }

  private final class Explained extends ListCell<String> {
    @Override
    protected void updateItem(String strategy, boolean empty) {
      super.updateItem(strategy, empty);
      String hint = empty ? "" : explained(strategy);
      setText(empty ? null : StrategyNames.this.toString(strategy));
      setTooltip(hint.isEmpty() ? null : new Tooltip(hint));
    }
  }
}
