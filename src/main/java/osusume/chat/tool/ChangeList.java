package osusume.chat.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.mylist.Status;

/** Changes what the person's list says of a title, after asking them. */
abstract class ChangeList extends ArgumentTool {
  ChangeList(String name, String description, Argument change) {
    super(
        name,
        description,
        List.of(Argument.title("anime", "the title: its anime_id or name").needed(), change));
  }

  /** The tool by which a rating is given. */
  static Tool rate() {
    return new ChangeList(
        "rate_anime",
        "Proposes to give a title a rating on the person's list. They are asked first. Call it"
            + " only when the person says what they rate it.",
        Argument.whole("rating", 1, 10, "1 to 10, as the person said").needed()) {
      @Override
      Proposal proposal(int animeId, Arguments arguments) {
        return new Proposal.Rate(animeId, arguments.whole("rating").orElseThrow());
      }

      @Override
      String change(Arguments arguments) {
        return arguments.whole("rating").stream()
            .mapToObj(rating -> "rating " + rating)
            .findFirst()
            .orElse("rating");
      }
    };
  }

  /** The tool by which it is said how the person stands to a title. */
  static Tool mark() {
    return new ChangeList(
        "mark_anime",
        "Proposes to mark a title on the person's list, for instance as planned. They are asked"
            + " first. Call it only when the person wants that.",
        Argument.choice(
                "status",
                Stream.of(Status.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList(),
                "how the person stands to it")
            .needed()) {
      @Override
      Proposal proposal(int animeId, Arguments arguments) {
        return new Proposal.Mark(
            animeId,
            Status.valueOf(arguments.text("status").orElseThrow().toUpperCase(Locale.ROOT)));
      }

      @Override
      String change(Arguments arguments) {
        return arguments.text("status").orElse("mark").replace('_', ' ');
      }
    };
  }

  abstract Proposal proposal(int animeId, Arguments arguments);

  /** The change in words: "rating 9". */
  abstract String change(Arguments arguments);

  @Override
  String inWords(Arguments arguments, Ground ground) {
    return "propose: %s, %s"
        .formatted(arguments.text("anime").map(Harmless::line).orElse(""), change(arguments));
  }

  @Override
  ToolResult call(Arguments arguments, Call call) throws ToolArgumentException {
    int row = MeantTitle.row(arguments, "anime", call.ground().catalogue());
    int id = call.ground().catalogue().idOfRow(row);
    String name = Harmless.line(call.ground().catalogue().anime(row).name());
    ListDoor.Outcome outcome = call.list().propose(proposal(id, arguments), call.progress());
    ObjectNode json = TitleJson.object();
    json.put("anime_id", id).put("name", name);
    json.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
    json.put(
        "meaning",
        switch (outcome) {
          case DONE -> "The person agreed, and it is on their list.";
          case DECLINED -> "The person said no; nothing was changed. Do not propose it again.";
          case UNAVAILABLE -> "There is no list here that can be changed; nothing was changed.";
        });
    return new ToolResult(
        json,
        "%s, %s (%s)".formatted(name, change(arguments), outcome.name().toLowerCase(Locale.ROOT)),
        List.of(id),
        outcome != ListDoor.Outcome.DONE);
  }
}
