package osusume.chat.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import osusume.chat.tool.ToolResult;
import osusume.mylist.Status;

/** Proposes changes of the person's list and says what came of them. */
final class Changing {
  private static final int MOST = 5;

  private final Understanding asked;
  private final Desk desk;
  private final Wording wording;
  private final Saying saying;

  Changing(Understanding asked, Desk desk, Wording wording, Saying saying) {
    this.asked = asked;
    this.desk = desk;
    this.wording = wording;
    this.saying = saying;
  }

  void rate() {
    if (asked.rating().isEmpty()) {
      saying.add(wording.of("rating.missing"));
      return;
    }
    for (int row : asked.titles().stream().limit(MOST).toList()) {
      int rating = asked.rating().getAsInt();
      said(
          row,
          desk.call("rate_anime", arguments(row).put("rating", rating)),
          wording.of("done.rate", Saying.here(), rating));
    }
  }

  void mark() {
    String status = asked.status().orElse(Status.PLANNED).name().toLowerCase(Locale.ROOT);
    for (int row : asked.titles().stream().limit(MOST).toList()) {
      said(
          row,
          desk.call("mark_anime", arguments(row).put("status", status)),
          wording.of("done.mark", Saying.here(), status.replace('_', ' ')));
    }
  }

  private ObjectNode arguments(int row) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("anime", desk.ground().catalogue().idOfRow(row));
  }

  private void said(int row, ToolResult result, String done) {
    saying.paragraph();
    List<Integer> title = List.of(row);
    switch (result.json().path("outcome").asText()) {
      case "done" -> saying.around(done, title, "and");
      case "declined" -> saying.around(wording.of("declined", Saying.here()), title, "and");
      case "unavailable" -> saying.around(wording.of("unavailable", Saying.here()), title, "and");
      default -> saying.add(wording.of("failed", result.summary()));
    }
  }
}
