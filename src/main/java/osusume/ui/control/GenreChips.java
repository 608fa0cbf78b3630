package osusume.ui.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import osusume.ui.text.Texts;

/**
 * The genres, each of them wanted, unwanted or neither; a press goes from one to the next. While it
 * is folded only the chosen ones are shown.
 */
public final class GenreChips extends FlowPane {
  private static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");
  private static final PseudoClass UNWANTED = PseudoClass.getPseudoClass("unwanted");

  private final Map<String, Wish> wishes = new LinkedHashMap<>();
  private final Map<String, Button> chips = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<Choice> choice =
      new ReadOnlyObjectWrapper<>(new Choice(List.of(), List.of()));
  private Texts texts;
  private boolean folded = true;

  private enum Wish {
    EITHER,
    WANTED,
    UNWANTED
  }

  /** The genres that were chosen. */
  public record Choice(List<String> wanted, List<String> unwanted) {
    public Choice {
      wanted = List.copyOf(wanted);
      unwanted = List.copyOf(unwanted);
    }
  }

  public GenreChips() {
    super(4, 4);
    getStyleClass().add("chips");
  }

  /** Offers other genres; what was chosen stays chosen where it is still offered. */
  public void offer(List<String> genres, Texts words) {
    texts = words;
    wishes.keySet().retainAll(genres);
    chips.clear();
    for (String genre : genres) {
      wishes.putIfAbsent(genre, Wish.EITHER);
      Button chip = new Button();
      chip.getStyleClass().addAll("chip", "small");
      chip.setMnemonicParsing(false);
      chip.setOnAction(_ -> turn(genre));
      chips.put(genre, chip);
    }
    show();
  }

  public ReadOnlyObjectProperty<Choice> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  /** Shows only the chosen genres, or all of them. */
  public void setFolded(boolean fold) {
    folded = fold;
    show();
  }

  public void clearWanted() {
    wishes.replaceAll((genre, wish) -> wish == Wish.WANTED ? Wish.EITHER : wish);
    show();
  }

  public void clearUnwanted() {
    wishes.replaceAll((genre, wish) -> wish == Wish.UNWANTED ? Wish.EITHER : wish);
    show();
  }

  private void turn(String genre) {
    Wish[] all = Wish.values();
    wishes.merge(genre, Wish.EITHER, (old, _) -> all[(old.ordinal() + 1) % all.length]);
    boolean wasFocused = chips.get(genre).isFocused();
    show();
    if (wasFocused && chips.get(genre).getParent() != null) {
      chips.get(genre).requestFocus();
    }
  }

  private void show() {
    List<Button> visible = new ArrayList<>();
    chips.forEach(
        (genre, chip) -> {
          Wish wish = wishes.get(genre);
          chip.pseudoClassStateChanged(WANTED, wish == Wish.WANTED);
          chip.pseudoClassStateChanged(UNWANTED, wish == Wish.UNWANTED);
          chip.setText(
              switch (wish) {
                case EITHER -> genre;
                case WANTED -> "+ " + genre;
                case UNWANTED -> "− " + genre;
              });
          chip.setAccessibleText(
              switch (wish) {
                case EITHER -> genre;
                case WANTED -> texts.format("filter.genre.wanted", genre);
                case UNWANTED -> texts.format("filter.genre.unwanted", genre);
              });
          if (!folded || wish != Wish.EITHER) {
            visible.add(chip);
          }
        });
    if (!getChildren().equals(visible)) {
      getChildren().setAll(visible);
    }
    setManaged(!visible.isEmpty());
    choice.set(new Choice(those(Wish.WANTED), those(Wish.UNWANTED)));
  }

  private List<String> those(Wish wish) {
    return wishes.keySet().stream().filter(genre -> wishes.get(genre) == wish).sorted().toList();
  }
}
