package osusume.ui.recommend;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import osusume.data.Anime;
import osusume.mylist.ListEntry;
import osusume.mylist.MyList;
import osusume.recommend.PredictedRating;
import osusume.recommend.Recommendation;
import osusume.ui.control.MarkWords;
import osusume.ui.control.ShareBar;
import osusume.ui.control.TitleActionBar;
import osusume.ui.control.TitleRow;
import osusume.ui.state.TitleActions;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** A recommended title: rank, tile, title, facts, why, and what the person would give it. */
final class RecommendationCell extends ListCell<RecommendationRow> {
  private final RecommendationList list;
  private final TitleActions actions;
  private final Texts texts;
  private final Numbers numbers;
  private final ReasonWords words;
  private final Label rank = new Label();
  private final MarkWords marks;
  private final TitleRow title;
  private final Label story = new Label();
  private final ReasonLines reasons;
  private final VBox predicted;
  private final VBox strength;
  private final Label lead = new Label();
  private final Label otherLead = new Label();
  private final Label otherNumber = new Label();
  private final VBox otherPredicted = new VBox(otherLead, otherNumber);
  private final Label predictedNumber = new Label();
  private final ShareBar weight = new ShareBar(80);
  private final Label weightNumber = new Label();
  private final Tooltip predictedHint = new Tooltip();
  private final Tooltip weightHint = new Tooltip();
  private final Hyperlink why = new Hyperlink();
  private final HBox row;
  private final StackPane titlePlace;

  // Kept, for the list knows it only weakly: cells come and go.
  private final ChangeListener<MyList> marked = (_, _, _) -> showMark();

  private TitleActionBar actionBar;
  private RecommendationRow shown;

  /** The row in words, without the mark. */
  private String spoken = "";

  RecommendationCell(RecommendationList list, TitleActions actions, Texts texts, Numbers numbers) {
    this.list = list;
    this.actions = actions;
    this.texts = texts;
    this.numbers = numbers;
    this.words = new ReasonWords(texts, numbers);
    this.reasons = new ReasonLines(list, selectedProperty(), texts, words);
    this.marks = new MarkWords(texts);
    this.title = new TitleRow(numbers, marks);
    rank.getStyleClass().add("rank");
    story.getStyleClass().addAll("caption", "story");
    story.setMinWidth(0);
    title.lines().getChildren().addAll(story, reasons);
    lead.getStyleClass().add("caption");
    predictedNumber.getStyleClass().add("predicted");
    predicted = new VBox(lead, predictedNumber);
    predicted.setAlignment(Pos.TOP_RIGHT);
    Tooltip.install(predicted, predictedHint);
    weightNumber.getStyleClass().add("caption");
    strength = new VBox(4, weightNumber, weight);
    strength.setAlignment(Pos.TOP_RIGHT);
    Tooltip.install(strength, weightHint);
    rank.setTooltip(weightHint);
    why.getStyleClass().add("why");
    why.focusTraversableProperty().bind(selectedProperty());
    why.setOnAction(
        _ -> {
          list.turn(getItem());
          showReasons(getItem());
        });
    otherLead.getStyleClass().add("caption");
    otherLead.setMaxWidth(96);
    otherLead.setAlignment(Pos.TOP_RIGHT);
    otherNumber.getStyleClass().add("predicted");
    otherPredicted.setAlignment(Pos.TOP_RIGHT);
    VBox right = new VBox(8, predicted, otherPredicted, strength, why);
    right.setAlignment(Pos.TOP_RIGHT);
    right.setMinWidth(Region.USE_PREF_SIZE);
    right.getStyleClass().add("strength");
    titlePlace = new StackPane(title);
    titlePlace.setMinWidth(0);
    row = new HBox(16, rank, titlePlace, right);
    HBox.setHgrow(titlePlace, Priority.ALWAYS);
    // The list decides how wide a row is, and not the longest reason.
    row.setMinWidth(0);
    setPrefWidth(0);
    getStyleClass().add("recommendation");
    hoverProperty().addListener((_, _, _) -> showActions());
    selectedProperty().addListener((_, _, _) -> showActions());
    actions.list().listProperty().addListener(new WeakChangeListener<>(marked));
  }

  /** On the row that is pointed at or chosen. Made when first needed: few rows ever are. */
  private void showActions() {
    boolean wanted = shown != null && (isHover() || isSelected());
    if (wanted && actionBar == null) {
      actionBar = new TitleActionBar(actions, texts, selectedProperty());
      actionBar.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
      StackPane.setAlignment(actionBar, Pos.TOP_RIGHT);
      titlePlace.getChildren().add(actionBar);
    }
    if (actionBar != null) {
      actionBar.setVisible(wanted);
      if (wanted) {
        actionBar.show(shown.anime());
      }
    }
  }

  private void showMark() {
    if (shown != null) {
      ListEntry entry = actions.entry(shown.anime());
      title.showMark(entry);
      setAccessibleText(entry == null ? spoken : spoken + ". " + marks.spoken(entry));
    }
  }

  @Override
  protected void updateItem(RecommendationRow item, boolean empty) {
    super.updateItem(item, empty);
    if (item != null && item == shown) {
      return;
    }
    shown = item;
    showActions();
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Recommendation recommendation = item.recommendation();
    Anime anime = item.anime();
    rank.setText(numbers.count(recommendation.rank()));
    title.show(anime);
    show(story, !recommendation.story().isEmpty());
    story.setText(words.story(recommendation, item.opened()));
    story.setTooltip(new Tooltip(story.getText()));
    showPrediction(item);
    weight.show(item.relativeWeight());
    String number = numbers.decimal(recommendation.weight(), item.weightDigits());
    weightNumber.setText(texts.format("recommend.weight", number));
    weightHint.setText(
        texts.format("recommend.weight.hint", number, numbers.share(item.relativeWeight())));
    showReasons(item);
    spoken = spoken(recommendation, anime);
    showMark();
    setGraphic(row);
  }

  private static void show(Region node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void showPrediction(RecommendationRow item) {
    Recommendation recommendation = item.recommendation();
    lead.setText(texts.get(item.own() ? "recommend.predicted.me" : "recommend.predicted"));
    predictedHint.setText(
        texts.get(item.own() ? "recommend.predicted.me.hint" : "recommend.predicted.hint"));
    boolean known = recommendation.predicted().isPresent();
    show(predicted, known);
    // One number beside a title is enough, and a bar below it would be taken for its size; the
    // weight is in the tooltip of the rank.
    show(strength, !known);
    recommendation.predicted().ifPresent(rating -> predictedNumber.setText(predictionText(rating)));
    Optional<PredictedRating> other =
        recommendation.companion().flatMap(Recommendation.OfCompanion::predicted);
    show(otherPredicted, other.isPresent());
    other.ifPresent(
        rating -> {
          otherLead.setText(new WhomWords(texts).companion(item.whom()));
          otherNumber.setText(predictionText(rating));
        });
  }

  private String predictionText(PredictedRating rating) {
    return texts.format(
        "recommend.predicted.number",
        numbers.decimal(rating.rating(), 1),
        numbers.decimal(rating.plusMinus(), 1));
  }

  private String spoken(Recommendation recommendation, Anime anime) {
    String spoken =
        texts.format("recommend.spoken", recommendation.rank(), anime.name(), numbers.facts(anime));
    return recommendation.predicted().isEmpty()
        ? spoken
        : "%s. %s %s".formatted(spoken, lead.getText(), predictedNumber.getText());
  }

  private void showReasons(RecommendationRow item) {
    boolean unfolded = list.isUnfolded(item);
    why.visibleProperty().unbind();
    if (unfolded) {
      why.setVisible(true);
      reasons.showAll(item);
    } else {
      why.visibleProperty().bind(reasons.showStrongest(item).not());
    }
    why.setText(texts.get(unfolded ? "recommend.why.fold" : "recommend.why"));
    why.setVisited(false);
  }
}
