package osusume.ui.recommend;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import osusume.app.Settings.Asked;
import osusume.recommend.Aim;
import osusume.recommend.Request;
import osusume.ui.control.ValueSlider;
import osusume.ui.control.WholeNumberSpinner;
import osusume.ui.state.CurrentPerson;
import osusume.ui.state.SettingsModel;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * The form that makes {@link AnswerOptions}; every change counts at once. How many and by which
 * strategy is for this run of the program, all else is remembered.
 */
public final class AnswerOptionsForm {
  private static final int MOST = 100;

  /** The strategy whose parts have weights. */
  private static final String BLEND = "blend";

  /** In years; 0: all ratings count alike. */
  private static final List<Integer> HALF_LIVES = List.of(0, 1, 2, 5, 10);

  private final CurrentPerson person;
  private final SettingsModel settings;
  private final Texts texts;
  private final Numbers numbers;
  private final StrategyNames names;
  private final ReadOnlyObjectWrapper<AnswerOptions> options = new ReadOnlyObjectWrapper<>();
  private final ToggleGroup aims = new ToggleGroup();
  private Aim wantedAim;
  private boolean chosenByPerson;
  private boolean offering;

  @FXML private WholeNumberSpinner howMany;
  @FXML private ToggleButton watch;
  @FXML private ToggleButton rate;
  @FXML private Label aimHint;
  @FXML private ComboBox<String> strategy;
  @FXML private Label strategyHint;
  @FXML private BlendSliders weights;
  @FXML private ValueSlider novelty;
  @FXML private ValueSlider diversity;
  @FXML private CheckBox franchises;
  @FXML private VBox halfLifeBox;
  @FXML private ComboBox<Integer> halfLife;

  public AnswerOptionsForm(
      CurrentPerson person, SettingsModel settings, Texts texts, Numbers numbers) {
    this.person = person;
    this.settings = settings;
    this.texts = texts;
    this.numbers = numbers;
    this.names = new StrategyNames(texts);
  }

  @FXML
  private void initialize() {
    Asked last = settings.get().asked();
    wantedAim = last.aim();
    howMany.setRange(1, MOST, Request.DEFAULT_K);
    aims.getToggles().setAll(watch, rate);
    novelty.setUp(-1, 1, 0, value -> turned(value, numbers.signed(value, 1)));
    novelty.setEnds(
        texts.get("options.novelty"),
        texts.get("options.novelty.least"),
        texts.get("options.novelty.most"),
        texts.get("options.novelty.hint"));
    novelty.setValue(last.novelty());
    diversity.setUp(0, 1, 0, value -> turned(value, numbers.decimal(value, 1)));
    diversity.setEnds(
        texts.get("options.diversity"),
        texts.get("options.diversity.least"),
        texts.get("options.diversity.most"),
        texts.get("options.diversity.hint"));
    diversity.setValue(last.diversity());
    franchises.setSelected(last.franchises());
    weights.setUp(texts, numbers, last.weights());
    halfLife.getItems().setAll(HALF_LIVES);
    halfLife.setConverter(new HalfLifeText(texts));
    halfLife.setValue(last.halfLifeYears());
    halfLifeBox.visibleProperty().bind(person.meProperty());
    halfLifeBox.managedProperty().bind(halfLifeBox.visibleProperty());
    names.applyTo(strategy);

    InvalidationListener changed = _ -> read();
    howMany.valueProperty().addListener(changed);
    aims.selectedToggleProperty().addListener((_, old, now) -> aimChosen(old, now));
    strategy.valueProperty().addListener((_, _, _) -> strategyChosen());
    weights.weightsProperty().addListener(changed);
    novelty.valueProperty().addListener(changed);
    diversity.valueProperty().addListener(changed);
    franchises.selectedProperty().addListener(changed);
    halfLife.valueProperty().addListener(changed);
  }

  /** Nought is what the strategy itself does. */
  private String turned(double value, String number) {
    return value == 0 ? texts.get("options.asRanked") : number;
  }

  /**
   * Offers what a door can do: the default strategy, unless the person chose one that is still
   * there, and to aim at high ratings where ratings can be predicted.
   */
  void offer(Door door) {
    List<String> offered = door.strategies();
    String old = strategy.getValue();
    offering = true;
    strategy.getItems().setAll(offered);
    strategy.setValue(chosenByPerson && offered.contains(old) ? old : offered.getFirst());
    rate.setDisable(!door.predictsRatings());
    aims.selectToggle(wantedAim == Aim.RATE && door.predictsRatings() ? rate : watch);
    offering = false;
    read();
  }

  private void aimChosen(Toggle old, Toggle now) {
    if (now == null) {
      // One of the two holds, so pressing the chosen one again leaves it chosen.
      aims.selectToggle(old);
      return;
    }
    if (!offering) {
      wantedAim = aim();
      read();
    }
  }

  private void strategyChosen() {
    if (!offering) {
      chosenByPerson = true;
      read();
    }
  }

  private Aim aim() {
    return rate.isSelected() ? Aim.RATE : Aim.WATCH;
  }

  private void read() {
    String name = strategy.getValue();
    if (offering || name == null) {
      return;
    }
    // Ranked by predicted ratings, the titles are the same whatever the strategy.
    boolean byStrategy = aim() == Aim.WATCH;
    strategy.setDisable(!byStrategy);
    boolean blended = byStrategy && name.equals(BLEND);
    weights.setVisible(blended);
    weights.setManaged(blended);
    show(aimHint, aimHintText());
    show(strategyHint, byStrategy ? names.explained(name) : "");
    AnswerOptions fresh =
        new AnswerOptions(
            name,
            howMany.getValue(),
            aim(),
            novelty.value(),
            diversity.value(),
            franchises.isSelected(),
            weights.weightsProperty().get(),
            halfLife.getValue());
    settings.change(
        old ->
            old.withAsked(
                new Asked(
                    wantedAim,
                    fresh.novelty(),
                    fresh.diversity(),
                    fresh.franchises(),
                    fresh.weights(),
                    fresh.halfLifeYears())));
    options.set(fresh);
  }

  private String aimHintText() {
    if (rate.isDisabled()) {
      return texts.get("options.aim.rate.notYet");
    }
    return aim() == Aim.RATE ? texts.get("options.aim.rate.hint") : "";
  }

  private static void show(Label label, String sentence) {
    label.setText(sentence);
    label.setVisible(!sentence.isEmpty());
    label.setManaged(!sentence.isEmpty());
  }

  /** What the form asks for; null until a door was offered. */
  ReadOnlyObjectProperty<AnswerOptions> optionsProperty() {
    return options.getReadOnlyProperty();
  }
}
