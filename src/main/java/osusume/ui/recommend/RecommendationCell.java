package osusume.ui.recommend;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import osusume.app.Opened;
import osusume.data.Anime;
import osusume.recommend.Reason;
import osusume.recommend.Recommendation;
import osusume.ui.control.ShareBar;
import osusume.ui.control.TitleRow;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** A recommended title: rank, tile, title, facts, why, and how strongly. */
final class RecommendationCell extends ListCell<RecommendationRow> {
  private static final int REASONS_OF_A_KIND = 3;

  private final Texts texts;
  private final Numbers numbers;
  private final Label rank = new Label();
  private final TitleRow title;
  private final HBox because = new HBox(16);
  private final HBox groups = new HBox(16);
  private final ShareBar weight = new ShareBar(96);
  private final Label weightNumber = new Label();
  private final Tooltip weightHint = new Tooltip();
  private final HBox row;

  RecommendationCell(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
    this.title = new TitleRow(numbers);
    rank.getStyleClass().add("rank");
    because.getStyleClass().add("reasons");
    groups.getStyleClass().add("reasons");
    title.lines().getChildren().addAll(because, groups);
    weightNumber.getStyleClass().add("caption");
    VBox strength = new VBox(4, weightNumber, weight);
    strength.setAlignment(Pos.TOP_RIGHT);
    strength.setMinWidth(Region.USE_PREF_SIZE);
    strength.getStyleClass().add("strength");
    Tooltip.install(strength, weightHint);
    row = new HBox(16, rank, title, strength);
    HBox.setHgrow(title, Priority.ALWAYS);
    // The list decides how wide a row is, and not the longest reason.
    row.setMinWidth(0);
    setPrefWidth(0);
    getStyleClass().add("recommendation");
  }

  @Override
  protected void updateItem(RecommendationRow item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Recommendation recommendation = item.recommendation();
    Anime anime = item.opened().data().catalogue().anime(recommendation.animeRow());
    rank.setText(numbers.count(recommendation.rank()));
    title.show(anime);
    weight.show(item.relativeWeight());
    weightNumber.setText(weightText(recommendation));
    weightHint.setText(texts.format("recommend.weight.hint", numbers.share(item.relativeWeight())));
    List<Reason> reasons = recommendation.reasons();
    show(because, reasons.stream().filter(r -> !(r instanceof Reason.Group)).toList(), item);
    show(groups, reasons.stream().filter(r -> r instanceof Reason.Group).toList(), item);
    setAccessibleText(
        texts.format(
            "recommend.spoken", recommendation.rank(), anime.name(), numbers.facts(anime)));
    setGraphic(row);
  }

  private String weightText(Recommendation recommendation) {
    double weightGiven = recommendation.weight();
    boolean whole = weightGiven == Math.rint(weightGiven);
    return whole ? numbers.count((long) weightGiven) : numbers.decimal(weightGiven, 3);
  }

  private void show(HBox line, List<Reason> reasons, RecommendationRow item) {
    line.setVisible(!reasons.isEmpty());
    line.setManaged(!reasons.isEmpty());
    line.getChildren()
        .setAll(
            reasons.stream().limit(REASONS_OF_A_KIND).map(reason -> reason(reason, item)).toList());
  }

  private HBox reason(Reason reason, RecommendationRow item) {
    Label text = new Label(phrase(reason, item));
    text.setMinWidth(0);
    Label share = new Label(numbers.share(reason.share()));
    share.setMinWidth(Region.USE_PREF_SIZE);
    ShareBar bar = new ShareBar(32);
    bar.show(reason.share());
    HBox box = new HBox(8, text, bar, share);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(0);
    return box;
  }

  private String phrase(Reason reason, RecommendationRow item) {
    Opened opened = item.opened();
    return switch (reason) {
      case Reason.Watched watched ->
          texts.format(
              "reason.watched",
              opened.data().catalogue().anime(watched.animeRow()).name(),
              watched.rating());
      case Reason.Group group ->
          opened
              .trained()
              .map(trained -> trained.groups().groups().get(group.group()).label())
              .orElse("");
      case Reason.Popular popular ->
          texts.format("reason.popular", popular.watchers(), opened.data().ratings().rowCount());
    };
  }
}
