package osusume.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import osusume.app.AnswerDocument;
import osusume.app.Opened;
import osusume.data.Catalogue;
import osusume.data.Taste;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words of {@code recommend} that say for whom: one person or two, many, or some titles. */
final class ForWhom {
  @Parameters(
      arity = "0..1",
      paramLabel = "USER",
      description = "a user of the data set, by id; or: me, by your own list",
      converter = Somebody.Named.class)
  private Somebody user;

  @Option(
      names = "--with",
      paramLabel = "USER|FILE",
      description =
          "somebody else for whom the titles shall be good as well, by id, or by a file with their"
              + " list; what either watched is left out, and what one of the two would hate stays"
              + " behind",
      converter = Somebody.NamedOrFile.class)
  private Somebody companion;

  @Option(
      names = "--like",
      paramLabel = "ANIME_ID",
      split = ",",
      description =
          "more like these titles, with commas between them; of USER, if given, only what they"
              + " watched counts, which is left out")
  private List<Integer> like = List.of();

  @Option(
      names = "--users",
      paramLabel = "all|FILE",
      description =
          "all users, or those whose ids stand in FILE, one a line; prints one JSON line a user")
  private String users;

  @Option(
      names = "--lists",
      paramLabel = "FILE",
      description =
          "people outside the data set, as CSV user_id,anime_id,rating; prints one JSON line a"
              + " person")
  private Path lists;

  @Mixin private OwnTasteOptions own;

  /**
   * Holds the words against each other.
   *
   * @throws IllegalArgumentException with a sentence
   */
  void check() {
    boolean one = user != null || !like.isEmpty();
    int ways = (one ? 1 : 0) + (users == null ? 0 : 1) + (lists == null ? 0 : 1);
    if (ways != 1) {
      throw new IllegalArgumentException(
          "Say for whom: either USER, or --like ANIME_ID, or --users all|FILE, or --lists FILE.");
    }
    if (companion != null && (user == null || !like.isEmpty())) {
      throw new IllegalArgumentException(
          "--with names the second of two people, so USER must name the first, and neither --like"
              + " nor a file can stand beside it.");
    }
    if (own.given() && !isMe(user) && !isMe(companion)) {
      throw new IllegalArgumentException(
          "--half-life is about your own list, so USER or --with must be: me.");
    }
  }

  private static boolean isMe(Somebody somebody) {
    return somebody instanceof Somebody.Me;
  }

  /** Whether there is one answer, to be printed with its reasons. */
  boolean one() {
    return users == null && lists == null;
  }

  /** Whether it is for titles that are nobody's list. */
  boolean ofTitles() {
    return !like.isEmpty();
  }

  /**
   * Whose one answer it is.
   *
   * @throws IllegalArgumentException if the data set lacks a title
   * @throws osusume.app.UnknownUserException if there is no such user
   * @throws IOException if the person's own list can't be read
   */
  Taste taste(Opened opened, WorkspaceOptions options) throws IOException {
    if (like.isEmpty()) {
      return taste(user, opened, options);
    }
    Taste titles = Taste.ofTitles(rows(opened.data().catalogue()));
    return titles.leavingOut(user == null ? new BitSet() : taste(user, opened, options).leaveOut());
  }

  private int[] rows(Catalogue catalogue) {
    Set<Integer> rows = new LinkedHashSet<>();
    for (int id : like) {
      int row = catalogue.rowOfId(id);
      if (row < 0) {
        throw new IllegalArgumentException(
            "--like names %d, but the data set has no title with that id.".formatted(id));
      }
      rows.add(row);
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The second of two people.
   *
   * @throws osusume.app.UnknownUserException if there is no such user
   * @throws IOException if the list of one of them can't be read
   */
  Optional<Taste> companion(Opened opened, WorkspaceOptions options) throws IOException {
    return companion == null ? Optional.empty() : Optional.of(taste(companion, opened, options));
  }

  private Taste taste(Somebody somebody, Opened opened, WorkspaceOptions options)
      throws IOException {
    return somebody.taste(opened, of -> own.taste(options, of.data().catalogue()), options::say);
  }

  /** The answer in words, each person spoken of as who they are. */
  AnswerText text(Opened opened) {
    return companion == null
        ? AnswerText.forOne(opened)
        : AnswerText.forTwo(opened, user, companion);
  }

  /** The answer as a document, in the same words. */
  AnswerDocument document(Opened opened) {
    return companion == null
        ? new AnswerDocument(opened)
        : new AnswerDocument(opened, user.reasons(opened), companion.reasons(opened));
  }

  /** What the titles stand on that count. */
  String list() {
    if (ofTitles()) {
      return "among the titles of --like";
    }
    return companion == null ? list(user) : "%s or %s".formatted(list(user), list(companion));
  }

  private static String list(Somebody somebody) {
    return isMe(somebody) ? "on your list" : "on the list of " + somebody.name();
  }

  /** Those who are answered one line each. */
  People people(Opened opened, Consumer<String> say) throws IOException {
    if (lists != null) {
      return People.lists(opened, lists, say);
    }
    return People.users(
        opened,
        users.equals("all") ? opened.data().ratings().rowIds() : UserIdFile.read(Path.of(users)));
  }
}
