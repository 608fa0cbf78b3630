package osusume.ui.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import osusume.recommend.Reason;
import osusume.recommend.Recommendation;
import osusume.ui.control.FittingRow;
import osusume.ui.text.Texts;

/**
 * Why a title is recommended: the strongest reasons of the strongest kinds, a line each, or all of
 * them one below the other. Of two people each has a line.
 */
final class ReasonLines extends VBox {
  private static final int MOST_REASONS = 10;
  private static final int MOST_LINES = 2;

  /** What says less than this of a score is told only to those who ask why. */
  private static final double WORTH_SAYING = 0.02;

  private static final double GAP = 8;

  private final RecommendationList list;
  private final ReadOnlyBooleanProperty chosen;
  private final Texts texts;
  private final ReasonWords words;
  private final WhomWords whomWords;

  /**
   * @param chosen whether the row is chosen, so that its crosses are reached by Tab
   */
  ReasonLines(
      RecommendationList list, ReadOnlyBooleanProperty chosen, Texts texts, ReasonWords words) {
    this.list = list;
    this.chosen = chosen;
    this.texts = texts;
    this.words = words;
    this.whomWords = new WhomWords(texts);
    getStyleClass().add("reasons");
    setMinWidth(0);
  }

  /** One below the other, the strongest first. */
  void showAll(RecommendationRow item) {
    getChildren().clear();
    Optional<Recommendation.OfCompanion> other = item.recommendation().companion();
    showAll(item.recommendation().reasons(), item, other.isPresent() ? Side.FIRST : Side.ALONE);
    other.ifPresent(companion -> showAll(companion.reasons(), item, Side.OTHER));
    showSomething();
  }

  private void showAll(List<Reason> reasons, RecommendationRow item, Side side) {
    String before = "";
    for (Reason reason : reasons.stream().limit(MOST_REASONS).toList()) {
      String key = side == Side.ALONE ? leadKey(reason) : side.name();
      Label lead = lead(reason, item, side);
      if (key.equals(before)) {
        lead.setText("");
      }
      before = key;
      getChildren().add(new HBox(GAP, lead, box(reason, item, side)));
    }
  }

  /**
   * As many as fit of the strongest.
   *
   * @return whether that is all there is to say
   */
  BooleanExpression showStrongest(RecommendationRow item) {
    List<FittingRow> lines = new ArrayList<>();
    boolean all =
        item.recommendation()
            .companion()
            .map(other -> showStrongestOfBoth(item, other, lines))
            .orElseGet(() -> showStrongest(item, lines));
    getChildren().setAll(lines);
    showSomething();
    return lines.stream()
        .<BooleanExpression>map(FittingRow::allFitProperty)
        .reduce(new SimpleBooleanProperty(all), BooleanExpression::and);
  }

  /** A line for each of the strongest kinds of reason. */
  private boolean showStrongest(RecommendationRow item, List<FittingRow> shown) {
    List<Reason> all = item.recommendation().reasons();
    Map<String, FittingRow> lines = new LinkedHashMap<>();
    int said = 0;
    for (Reason reason : all) {
      FittingRow line = lines.get(leadKey(reason));
      if (line == null && lines.size() < MOST_LINES) {
        line = line(lead(reason, item, Side.ALONE));
      } else if (reason.share() < WORTH_SAYING) {
        line = null;
      }
      if (line != null) {
        lines.put(leadKey(reason), line);
        line.getChildren().add(box(reason, item, Side.ALONE));
        said++;
      }
    }
    shown.addAll(lines.values());
    return said == all.size();
  }

  private boolean showStrongestOfBoth(
      RecommendationRow item, Recommendation.OfCompanion other, List<FittingRow> shown) {
    return showStrongest(item.recommendation().reasons(), item, Side.FIRST, shown)
        & showStrongest(other.reasons(), item, Side.OTHER, shown);
  }

  private boolean showStrongest(
      List<Reason> all, RecommendationRow item, Side side, List<FittingRow> shown) {
    List<Reason> said = all.stream().filter(reason -> reason.share() >= WORTH_SAYING).toList();
    if (!said.isEmpty()) {
      FittingRow line = line(lead(said.getFirst(), item, side));
      said.forEach(reason -> line.getChildren().add(box(reason, item, side)));
      shown.add(line);
    }
    return said.size() == all.size();
  }

  private void showSomething() {
    setVisible(!getChildren().isEmpty());
    setManaged(!getChildren().isEmpty());
  }

  private static FittingRow line(Label lead) {
    FittingRow line = new FittingRow(GAP, 2);
    line.getChildren().add(lead);
    return line;
  }

  /** Whose reasons are told. */
  private enum Side {
    ALONE,
    FIRST,
    OTHER
  }

  private static String leadKey(Reason reason) {
    return switch (reason) {
      case Reason.Watched _ -> "reason.watched.lead";
      case Reason.Disliked _, Reason.Dropped _ -> "reason.unlike.lead";
      case Reason.Chosen _ -> "reason.chosen.lead";
      case Reason.Group _ -> "reason.groups.lead";
      case Reason.Choice _ -> "reason.habit.lead";
      case Reason.People _, Reason.Rated _, Reason.Popular _ -> "reason.other.lead";
    };
  }

  private Label lead(Reason reason, RecommendationRow item, Side side) {
    String text =
        switch (side) {
          case ALONE -> texts.get(leadKey(reason, item.own()));
          case FIRST -> texts.format("reason.for", whomWords.name(item.whom()));
          case OTHER -> texts.format("reason.for", whomWords.companion(item.whom()));
        };
    Label lead = new Label(text);
    lead.getStyleClass().add("reason-lead");
    lead.setMinHeight(ReasonBox.HEIGHT);
    lead.setPrefHeight(ReasonBox.HEIGHT);
    if (side == Side.OTHER) {
      lead.setTooltip(new Tooltip(text));
    }
    return lead;
  }

  private static String leadKey(Reason reason, boolean own) {
    return switch (reason) {
      case Reason.Watched watched when own && watched.rating() > 0 -> "reason.youGave.lead";
      case Reason.Watched _ when own -> "reason.youSaw.lead";
      default -> leadKey(reason);
    };
  }

  private ReasonBox box(Reason reason, RecommendationRow item, Side side) {
    boolean own = item.own() && side != Side.OTHER;
    ReasonBox box = new ReasonBox(reason, item.opened(), own, words);
    if (TakenOutChips.takes(reason)) {
      box.setRemovable(texts, chosen, () -> list.takeOut(reason, item));
    }
    return box;
  }
}
