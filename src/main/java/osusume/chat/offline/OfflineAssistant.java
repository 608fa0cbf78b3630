package osusume.chat.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import osusume.chat.Asker;
import osusume.chat.Assistant;
import osusume.chat.ChatEvent;
import osusume.chat.Ground;
import osusume.chat.Mode;
import osusume.chat.Question;
import osusume.chat.Reply;
import osusume.chat.tool.ListDoor;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.progress.CancelledException;
import osusume.progress.Progress;
import osusume.recommend.Reason;

/**
 * The assistant without a language model: a set of rules, and it says so. No network, the same
 * answer to the same question, in either mode. It reads the message ({@link Reader}), asks the same
 * tools as the others and puts what they found into words.
 */
public final class OfflineAssistant implements Assistant {
  /** Titles known to this many members can stand in an example. */
  private static final int WELL_KNOWN = 12;

  private static final Pattern YOU = Pattern.compile("\\byou\\b");

  /**
   * Makes ready what the first answer over these titles would have to make: the names of all
   * titles, the meanings of words, and the recommender's way to titles like others. Blocks for as
   * long as a first answer; to be called off the JavaFX thread, at any time, from any thread.
   */
  public static void prepare(Ground ground) {
    if (ground.catalogue().size() == 0) {
      return;
    }
    String known = ground.catalogue().anime(ground.catalogue().rowsByMembers()[0]).name();
    for (String message :
        List.of("something like \"%s\"".formatted(known), "a short comedy", "best genre")) {
      new OfflineAssistant()
          .answer(
              new Question(message, Mode.SIMPLE, List.of(), ground),
              _ -> {},
              ListDoor.CLOSED,
              Progress.NONE);
    }
  }

  @Override
  public String name() {
    return "Offline";
  }

  @Override
  public Reply answer(
      Question question, Consumer<ChatEvent> events, ListDoor list, Progress progress) {
    Understanding asked = Reader.read(question.text(), Context.of(question), question.ground());
    Optional<Ground> ground = forWhom(asked, question.ground());
    Wording wording = new Wording(question.text());
    Saying saying = new Saying(ground.orElse(question.ground()));
    Desk desk = new Desk(ground.orElse(question.ground()), events, list, progress);
    Reply.Ending ending = Reply.Ending.COMPLETE;
    try {
      if (ground.isEmpty()) {
        saying.add(wording.of("user.unknown", asked.userId().getAsInt()));
      } else {
        say(asked, desk, wording, saying);
      }
    } catch (CancelledException e) {
      ending = Reply.Ending.STOPPED;
      saying.paragraph().add(wording.of("stopped"));
    }
    events.accept(new ChatEvent.Text(saying.text()));
    return new Reply(
        name(), saying.text(), ending, desk.steps(), saying.titles(), List.of(), Optional.empty());
  }

  /** The ground as the user stands on it who was spoken of; empty if there is no such user. */
  private static Optional<Ground> forWhom(Understanding asked, Ground ground) {
    if (asked.userId().isEmpty() || asked.userId().equals(ground.asker().userId())) {
      return Optional.of(ground);
    }
    int id = asked.userId().getAsInt();
    int row = ground.data().ratings().rowOfId(id);
    if (row < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Ground(
            ground.data(),
            ground.facts(),
            ground.recommendations(),
            ground.strategy(),
            ground.model(),
            ground.groups(),
            reason -> ofSomebodyElse(reason, ground),
            Asker.user(id, Taste.ofUser(ground.data().ratings(), row)),
            ground.hideAdult()));
  }

  /** A reason that is worded for the one who asks, said of another; names stay as they are. */
  private static String ofSomebodyElse(Reason reason, Ground ground) {
    String text = ground.reasons().apply(reason);
    String name =
        reason instanceof Reason.OfTitle title
            ? ground.catalogue().anime(title.animeRow()).name()
            : "";
    int at = name.isEmpty() ? -1 : text.indexOf(name);
    return at < 0
        ? YOU.matcher(text).replaceAll("they")
        : YOU.matcher(text.substring(0, at)).replaceAll("they")
            + name
            + YOU.matcher(text.substring(at + name.length())).replaceAll("they");
  }

  private void say(Understanding asked, Desk desk, Wording wording, Saying saying) {
    if (!asked.unclear().isEmpty() && needsTitles(asked.intent())) {
      askBack(asked, wording, saying);
      return;
    }
    if (asked.titles().isEmpty() && needsTitles(asked.intent())) {
      saying.around(
          wording.of("which.title", Saying.here()), List.of(known(desk.ground(), wording)), "or");
      return;
    }
    switch (asked.intent()) {
      case RECOMMEND, SIMILAR, LIST -> new Offering(asked, desk, wording, saying).answer();
      case COUNT -> new Figures(asked, desk, wording, saying).count();
      case STATISTIC -> new Figures(asked, desk, wording, saying).statistic();
      case DETAILS -> new Telling(asked, desk, wording, saying).details();
      case COMPARE -> new Telling(asked, desk, wording, saying).compare();
      case ORDER -> new Telling(asked, desk, wording, saying).order();
      case EXPLAIN -> new Telling(asked, desk, wording, saying).explain();
      case PROFILE -> new Portrait(asked, desk, wording, saying).answer();
      case RATE -> new Changing(asked, desk, wording, saying).rate();
      case MARK -> new Changing(asked, desk, wording, saying).mark();
      case HELLO -> saying.add(wording.of("hello", "something short and funny"));
      case HELP ->
          saying.add(wording.of("help", "something like the last thing I loved, but shorter"));
      case THANKS -> saying.add(wording.of("thanks"));
      case AWAY -> saying.add(wording.of("away", "a romance movie rated above 8"));
      case FOREIGN -> saying.add(wording.of("foreign", "recommend me a short comedy"));
      case UNCLEAR ->
          saying.add(
              wording.of(
                  "unclear",
                  "recommend me something short and funny",
                  "hidden gems without ecchi"));
    }
  }

  /** Whether such a message is about titles, so that without one there is nothing to say. */
  static boolean needsTitles(Intent intent) {
    return switch (intent) {
      case SIMILAR, DETAILS, COMPARE, ORDER, EXPLAIN, RATE, MARK -> true;
      default -> false;
    };
  }

  private static void askBack(Understanding asked, Wording wording, Saying saying) {
    for (Mention mention : asked.unclear()) {
      List<Integer> nearest = new ArrayList<>(mention.nearest());
      nearest = nearest.subList(0, Math.min(4, nearest.size()));
      boolean ambiguous = mention.ambiguous();
      saying.paragraph().add(wording.of(ambiguous ? "which" : "unknown", mention.said()));
      if (!nearest.isEmpty()) {
        saying.add(" ").around(wording.of("nearest", Saying.here()), nearest, "and").add(".");
      }
    }
  }

  /** A well-known title to name as an example. */
  private static int known(Ground ground, Wording wording) {
    Catalogue catalogue = ground.catalogue();
    int[] rows =
        IntStream.of(catalogue.rowsByMembers())
            .filter(row -> !catalogue.adult(row))
            .limit(WELL_KNOWN)
            .toArray();
    return rows[wording.choice(rows.length)];
  }

  @Override
  public void close() {
    // There is nothing to let go of: every answer is worked out on the calling thread.
  }
}
