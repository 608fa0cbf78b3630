package osusume.chat.offline;

import java.util.List;
import java.util.Set;

/** Decides what a message is for; of several readings the one that stands first here counts. */
final class IntentRules {
  static final Set<String> ANIME_WORDS =
      Set.of(
          "anime",
          "animes",
          "show",
          "shows",
          "series",
          "movie",
          "movies",
          "film",
          "films",
          "title",
          "titles",
          "watch",
          "episodes",
          "genre",
          "genres",
          "watched",
          "ova",
          "ovas",
          "cartoon",
          "binge",
          "catalogue");

  /**
   * What was read of a message.
   *
   * @param titles how many titles are spoken of
   * @param named whether they are named, not pointed at
   */
  record Message(
      Clues clues,
      WishReader.Read read,
      Numbers numbers,
      int titles,
      boolean named,
      List<Mention> unclear,
      Context context) {}

  private final Message message;
  private final Clues clues;
  private final WishReader.Read read;
  private final int titles;
  private final boolean named;
  private final List<Mention> unclear;
  private final Context context;

  IntentRules(Message message) {
    this.message = message;
    this.clues = message.clues();
    this.read = message.read();
    this.titles = message.titles();
    this.named = message.named();
    this.unclear = message.unclear();
    this.context = message.context();
  }

  Intent intent() {
    boolean title = titles > 0 || !unclear.isEmpty();
    if (!clues.language().isEmpty()) {
      return Intent.FOREIGN;
    }
    if (small() instanceof Intent intent) {
      return intent;
    }
    if (away()) {
      return Intent.AWAY;
    }
    if (title || lost()) {
      Intent intent = new TitleIntents(message).intent();
      if (intent != null) {
        return intent;
      }
    }
    return new PlainIntents(message).intent();
  }

  /** Whether a title is spoken of that was never named. */
  private boolean lost() {
    boolean points =
        clues.pointsBack() || clues.matches("^ (rate|give|score) (it|that|this) ") || clues.about();
    boolean compares =
        clues.matches(
            "^ (please |can you )?compare (them|these|those|both|the two)"
                + "|(like|as|similar to) (that|this|the|the other) (one|show|anime|movie|series|thing) ");
    boolean wants =
        clues.ask("more") && !clues.about()
            || clues.has(
                    "recommend", "suggest", "give me", "find me", "looking for", "i want", "i need")
                && !compares
            || !read.wishes().isNone()
                && !compares
                && !clues.matches(
                    "^ (please |can you |ok )?(rate|give|score|mark|add|put|drop|bookmark) (it|that|this|them) ");
    return context.named().isEmpty() && titles == 0 && points && !wants;
  }

  private Intent small() {
    if (clues.matches(
        " (ignore|forget|disregard) .*(instructions?|rules?|prompt|above|everything)|system prompt"
            + "|(your|the) (instructions|api key|password|secret key|configuration)")) {
      return Intent.AWAY;
    }
    boolean bare = read.wishes().isNone() && titles == 0 && unclear.isEmpty();
    if ((clues.ask("help") || clues.matches("^ (please )?help( me)?( please)? $"))
        && titles == 0
        && unclear.isEmpty()
        && !clues.has("help me find", "help me choose", "help me pick", "me find")
        && read.wishes().genres().isEmpty()) {
      return Intent.HELP;
    }
    if (bare && clues.ask("hello") && clues.size() <= 6 && !clues.ask("recommend")) {
      return Intent.HELLO;
    }
    boolean more = clues.ask("more") || clues.ask("recommend") || clues.ask("explain");
    return bare && clues.ask("thanks") && clues.size() <= 8 && !more ? Intent.THANKS : null;
  }

  private boolean away() {
    if (clues.matches(
        "^ (please |can you |could you )?(translate|calculate|solve|write me|write a|compose|sing) ")) {
      return true;
    }
    if (!clues.ask("away") || named) {
      return false;
    }
    boolean strong =
        clues.has(
            "weather",
            "python",
            "code",
            "instructions",
            "system prompt",
            "api key",
            "password",
            "recipe",
            "president",
            "capital of",
            "poem",
            "essay",
            "homework",
            "bitcoin",
            "write me",
            "tell me a joke",
            "ignore all",
            "previous instructions",
            "delete everything",
            "delete all",
            "javascript",
            "translate",
            "restaurant",
            "manga",
            "book",
            "books",
            "novel",
            "novels");
    return strong
        || !clues.hasWord(ANIME_WORDS) && read.wishes().isNone()
        || !clues.hasWord(ANIME_WORDS)
            && clues.begins(
                "what", "who", "how", "when", "where", "write", "tell", "can you", "fix", "buy");
  }
}
