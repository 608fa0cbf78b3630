package osusume.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import osusume.data.Anime;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;
import osusume.data.NumberRange;
import osusume.ui.state.CurrentData;
import osusume.ui.text.Texts;

/**
 * The form that makes an {@link AnimeFilter}; every change counts at once. Included by the FXML
 * files of the tabs that filter titles, each with a form of its own.
 */
public final class AnimeFilterForm {
  private final CurrentData data;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<AnimeFilter> filter =
      new ReadOnlyObjectWrapper<>(AnimeFilter.builder().hideAdult(true).build());
  private boolean several;

  @FXML private Label heading;
  @FXML private Hyperlink reset;
  @FXML private TextField title;
  @FXML private Hyperlink unfold;
  @FXML private Label genreHint;
  @FXML private GenreChips genres;
  @FXML private FlowPane types;
  @FXML private NumberField episodesFrom;
  @FXML private NumberField episodesTo;
  @FXML private NumberField ratingFrom;
  @FXML private NumberField ratingTo;
  @FXML private NumberField membersFrom;
  @FXML private NumberField membersTo;
  @FXML private CheckBox hideAdult;
  @FXML private CheckBox keepUnknown;

  public AnimeFilterForm(CurrentData data, Texts texts) {
    this.data = data;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    InvalidationListener changed = _ -> read();
    title.textProperty().addListener(changed);
    genres.choiceProperty().addListener(changed);
    for (NumberField field : numberFields()) {
      field.setNotANumber(texts.get("filter.notANumber"));
      field.valueProperty().addListener(changed);
    }
    hideAdult.selectedProperty().addListener(changed);
    keepUnknown.selectedProperty().addListener(changed);
    fold(true);
    data.whenOpened(opened -> offer(opened.data().catalogue()));
    read();
  }

  private List<NumberField> numberFields() {
    return List.of(episodesFrom, episodesTo, ratingFrom, ratingTo, membersFrom, membersTo);
  }

  private void offer(Catalogue catalogue) {
    List<String> offered =
        catalogue.genres().stream().filter(g -> !g.equals(Catalogue.ADULT_GENRE)).toList();
    several = true;
    genres.offer(offered, texts);
    List<String> chosen = chosenTypes();
    types.getChildren().clear();
    for (String type : catalogue.types()) {
      ToggleButton button =
          new ToggleButton(type.equals(Anime.UNKNOWN) ? texts.get("facts.unknownType") : type);
      button.getStyleClass().addAll("chip", "small");
      button.setUserData(type);
      button.setSelected(chosen.contains(type));
      button.selectedProperty().addListener(_ -> read());
      types.getChildren().add(button);
    }
    several = false;
    read();
  }

  private List<String> chosenTypes() {
    List<String> chosen = new ArrayList<>();
    types
        .getChildren()
        .forEach(
            node -> {
              if (((ToggleButton) node).isSelected()) {
                chosen.add((String) node.getUserData());
              }
            });
    return chosen;
  }

  private void read() {
    if (several) {
      return;
    }
    AnimeFilter fresh =
        AnimeFilter.builder()
            .title(title.getText().isBlank() ? null : title.getText().strip())
            .genres(genres.choiceProperty().get().wanted())
            .withoutGenres(genres.choiceProperty().get().unwanted())
            .types(chosenTypes())
            .episodes(range(episodesFrom, episodesTo))
            .rating(range(ratingFrom, ratingTo))
            .members(range(membersFrom, membersTo))
            .hideAdult(hideAdult.isSelected())
            .keepUnknown(keepUnknown.isSelected())
            .build();
    int active = FilterPart.active(fresh);
    heading.setText(texts.format("filter.heading", active));
    reset.setVisible(active > 0);
    filter.set(fresh);
  }

  private static NumberRange range(NumberField from, NumberField to) {
    double low = Double.isNaN(from.value()) ? Double.NEGATIVE_INFINITY : from.value();
    double high = Double.isNaN(to.value()) ? Double.POSITIVE_INFINITY : to.value();
    return NumberRange.between(low, high);
  }

  /** What the form asks for; adult titles are hidden until the person wants them. */
  public ReadOnlyObjectProperty<AnimeFilter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  /** Puts the cursor into the title field. */
  public void focus() {
    title.requestFocus();
    title.selectAll();
  }

  /** Empties the field of one part. */
  private void loosen(FilterPart part) {
    several = true;
    empty(part);
    several = false;
    read();
  }

  private void empty(FilterPart part) {
    switch (part) {
      case TITLE -> title.clear();
      case GENRE -> genres.clearWanted();
      case WITHOUT_GENRE -> genres.clearUnwanted();
      case TYPE -> types.getChildren().forEach(node -> ((ToggleButton) node).setSelected(false));
      case EPISODES -> clear(episodesFrom, episodesTo);
      case RATING -> clear(ratingFrom, ratingTo);
      case MEMBERS -> clear(membersFrom, membersTo);
      case ADULT -> hideAdult.setSelected(false);
    }
  }

  private static void clear(NumberField from, NumberField to) {
    from.clear();
    to.clear();
  }

  /** Asks for nothing any more; adult titles stay as they were. */
  @FXML
  public void reset() {
    several = true;
    for (FilterPart part : FilterPart.values()) {
      if (part != FilterPart.ADULT) {
        empty(part);
      }
    }
    several = false;
    read();
  }

  /**
   * Says in place of a list that nothing fits, and offers to loosen what is to blame.
   *
   * @param what that nothing fits, as a sentence
   * @param loosening the part to loosen; empty where no single one would do
   */
  public void offerLoosening(
      StatePane state, String what, Optional<FilterPart.Loosening> loosening) {
    loosening.ifPresentOrElse(
        one ->
            state.showInstead(
                what,
                texts.format("filter.loosen." + one.part().key(), one.count()),
                texts.get("filter.loosen"),
                () -> loosen(one.part())),
        () ->
            state.showInstead(
                what, texts.get("filter.loosen.several"), texts.get("filter.reset"), this::reset));
  }

  @FXML
  private void toggleGenres() {
    fold(genreHint.isManaged());
  }

  private void fold(boolean folded) {
    genres.setFolded(folded);
    genreHint.setVisible(!folded);
    genreHint.setManaged(!folded);
    unfold.setText(texts.get(folded ? "filter.genres.choose" : "filter.genres.fold"));
    unfold.setVisited(false);
  }
}
