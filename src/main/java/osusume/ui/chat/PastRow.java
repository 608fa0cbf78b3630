package osusume.ui.chat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import osusume.chat.talk.ConversationHead;

/** A line of the list of past conversations. */
sealed interface PastRow {
  /** The day of the conversations below it. */
  record Day(LocalDate date) implements PastRow {}

  /** A conversation. */
  record Of(ConversationHead talk) implements PastRow {}

  /**
   * Puts each day above its conversations.
   *
   * @param talks the latest first
   */
  static List<PastRow> of(List<ConversationHead> talks, ZoneId zone) {
    List<PastRow> rows = new ArrayList<>();
    LocalDate day = null;
    for (ConversationHead talk : talks) {
      LocalDate its = talk.last().atZone(zone).toLocalDate();
      if (!its.equals(day)) {
        rows.add(new Day(its));
        day = its;
      }
      rows.add(new Of(talk));
    }
    return rows;
  }
}
