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
import osusume.ui.control.FittingRow;
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
  private final FittingRow watched = new FittingRow(16, 2);
  private final FittingRow groups = new FittingRow(16, 2);
  private final FittingRow popular = new FittingRow(16, 2);
  private final ShareBar weight = new ShareBar(96);
  private final Label weightNumber = new Label();
  private final Tooltip weightHint = new Tooltip();
  private final HBox row;

  RecommendationCell(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
    this.title = new TitleRow(numbers);
    rank.getStyleClass().add("rank");
    for (FittingRow line : List.of(watched, groups, popular)) {
      line.getStyleClass().add("reasons");
      title.lines().getChildren().add(line);
    }
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
    weightNumber.setText(texts.format("recommend.weight", weightText(recommendation)));
    weightHint.setText(texts.format("recommend.weight.hint", numbers.share(item.relativeWeight())));
    List<Reason> reasons = recommendation.reasons();
    show(watched, "reason.gave", of(Reason.Watched.class, reasons), item);
    show(groups, "reason.groups", of(Reason.Group.class, reasons), item);
    show(popular, "reason.popular.lead", of(Reason.Popular.class, reasons), item);
    setAccessibleText(
        texts.format(
            "recommend.spoken", recommendation.rank(), anime.name(), numbers.facts(anime)));
    setGraphic(row);
  }

  private static List<Reason> of(Class<? extends Reason> kind, List<Reason> reasons) {
    return reasons.stream().filter(kind::isInstance).toList();
  }

  private String weightText(Recommendation recommendation) {
    double weightGiven = recommendation.weight();
    boolean whole = weightGiven == Math.rint(weightGiven);
    return whole ? numbers.count((long) weightGiven) : numbers.decimal(weightGiven, 3);
  }

  private void show(FittingRow line, String lead, List<Reason> reasons, RecommendationRow item) {
    line.setVisible(!reasons.isEmpty());
    line.setManaged(!reasons.isEmpty());
    Label first = new Label(texts.get(lead));
    first.getStyleClass().add("reason-lead");
    line.getChildren().setAll(first);
    reasons.stream()
        .limit(REASONS_OF_A_KIND)
        .forEach(reason -> line.getChildren().add(reason(reason, item)));
  }

  private HBox reason(Reason reason, RecommendationRow item) {
    Label text = new Label(name(reason, item));
    text.setMinWidth(0);
    Label rating = new Label(rating(reason));
    rating.setMinWidth(Region.USE_PREF_SIZE);
    rating.setManaged(!rating.getText().isEmpty());
    ShareBar bar = new ShareBar(32);
    bar.show(reason.share());
    Label share = new Label(numbers.share(reason.share()));
    share.setMinWidth(Region.USE_PREF_SIZE);
    HBox box = new HBox(4, text, rating, bar, share);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(0);
    return box;
  }

  private String name(Reason reason, RecommendationRow item) {
    Opened opened = item.opened();
    return switch (reason) {
      case Reason.Watched watched -> opened.data().catalogue().anime(watched.animeRow()).name();
      case Reason.Group group ->
          opened
              .trained()
              .map(trained -> trained.groups().groups().get(group.group()).label())
              .orElse("");
      case Reason.Popular popular ->
          texts.format("reason.popular", popular.watchers(), opened.data().ratings().rowCount());
      case Reason.People people ->
          texts.format("reason.people", people.watchers(), people.people());
      case Reason.Rated rated ->
          texts.format("reason.rated", numbers.decimal(rated.mean(), 1), rated.raters());
      case Reason.Choice choice ->
          texts.format("reason.habit." + choice.habit().key(), choice.value());
    };
  }

  private String rating(Reason reason) {
    return reason instanceof Reason.Watched watched && watched.rating() > 0
        ? texts.format("reason.rating", watched.rating())
        : "";
  }
}
