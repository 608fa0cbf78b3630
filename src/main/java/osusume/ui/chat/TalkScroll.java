package osusume.ui.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/**
 * The column of a conversation's exchanges, of which only those in sight and close to it hold
 * anything. What the person reads stays where it is while something above or below it changes its
 * height; whoever is at the end stays there while more comes.
 */
final class TalkScroll {
  /** What is this close to the end is at it, in pixels. */
  private static final double CLOSE = 24;

  private static final double WIDEST = 840;

  /** So many exchanges are filled in a frame. */
  private static final int AT_ONCE = 1;

  private final ScrollPane scroll;
  private final Column column = new Column();
  private boolean atEnd = true;

  /** What is at the upper edge, and how far it reaches above it; where the end is not kept. */
  private ExchangeView edge;

  private double above;

  /** Whether it scrolls by itself. */
  private boolean following;

  /** For which heights of what is shown, and of where it is shown, the place was found last. */
  private double placedHeight;

  private double placedViewport;

  private final AnimationTimer looks =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          look();
        }
      };

  TalkScroll(ScrollPane scroll) {
    this.scroll = scroll;
    VBox around = new VBox(column);
    around.setAlignment(javafx.geometry.Pos.TOP_CENTER);
    around.setMinWidth(0);
    scroll.setContent(around);
    scroll.viewportBoundsProperty().addListener((_, _, _) -> place());
    scroll
        .vvalueProperty()
        .addListener(
            (_, _, _) -> {
              // A scroll pane moves by itself when a height changes; all else is the person's
              // doing.
              if (!following && placedHeight == height() && placedViewport == viewport()) {
                notePlace();
                looks.start();
              }
            });
  }

  /** Shows these, the oldest first. */
  void show(List<ExchangeView> views) {
    var shown = column.getChildren();
    int same = 0;
    while (same < Math.min(shown.size(), views.size()) && shown.get(same) == views.get(same)) {
      same++;
    }
    // What is taken out and put back would have to find its looks again.
    shown.remove(same, shown.size());
    shown.addAll(views.subList(same, views.size()));
    if (atEnd && !views.isEmpty()) {
      views.getLast().setThere(true);
    }
  }

  /** Goes to the end, and stays there until the person scrolls. */
  void toEnd() {
    atEnd = true;
    place();
  }

  private double viewport() {
    return scroll.getViewportBounds().getHeight();
  }

  private double height() {
    return scroll.getContent().getLayoutBounds().getHeight();
  }

  /** How much of the column is out of sight. */
  private double hidden() {
    return Math.max(0, height() - viewport());
  }

  private double top() {
    return scroll.getVvalue() * hidden();
  }

  private void notePlace() {
    atEnd = hidden() - top() < CLOSE;
    edge = null;
    for (ExchangeView view : column.views()) {
      if (edge == null && view.getLayoutY() + view.getHeight() > top()) {
        edge = view;
        above = top() - view.getLayoutY();
      }
    }
  }

  private void place() {
    placedHeight = height();
    placedViewport = viewport();
    double wanted = scroll.getVvalue();
    if (atEnd) {
      wanted = 1;
    } else if (edge != null && edge.getParent() == column && hidden() > 0) {
      wanted = Math.clamp((edge.getLayoutY() + above) / hidden(), 0, 1);
    }
    if (Math.abs(wanted - scroll.getVvalue()) * hidden() > 0.5 || atEnd) {
      following = true;
      scroll.setVvalue(wanted);
      following = false;
    }
    // Nothing may be put into the column while it is being laid out.
    looks.start();
  }

  /** Fills what is in sight and close to it, as much a frame as it has the time for. */
  private void look() {
    double from = top();
    double to = from + viewport();
    double margin = viewport() / 2;
    List<ExchangeView> close = new ArrayList<>();
    List<ExchangeView> seen = new ArrayList<>();
    for (ExchangeView view : column.views()) {
      double y = view.getLayoutY();
      double end = y + view.getHeight();
      if (view.getHeight() == 0) {
        // It came after the last layout, and nobody knows yet where it will be.
        continue;
      }
      if (end > from && y < to) {
        seen.add(view);
      } else if (end > from - margin && y < to + margin) {
        close.add(view);
      } else if (end < from - 2 * margin || y > to + 2 * margin) {
        view.setThere(false);
      }
    }
    if (atEnd) {
      // The end is what is read first.
      Collections.reverse(seen);
    }
    seen.addAll(close);
    seen.removeIf(ExchangeView::isThere);
    int made = 0;
    for (ExchangeView view : seen) {
      if (made < AT_ONCE) {
        view.setThere(true);
        made++;
      }
    }
    if (seen.size() <= made) {
      looks.stop();
    }
  }

  private final class Column extends VBox {
    Column() {
      super(24);
      setId("chat-exchanges");
      getStyleClass().add("exchanges");
      setMinWidth(0);
      setMaxWidth(WIDEST);
    }

    List<ExchangeView> views() {
      return getChildren().stream().map(ExchangeView.class::cast).toList();
    }

    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      place();
    }
  }
}
