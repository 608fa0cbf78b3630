package osusume.chat.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.chat.NamedTitle;
import osusume.data.Anime;

/** An answer as it is put together: its text, and where it names which title. */
final class Saying {
  /** Stands for a title in a wording. */
  private static final String HERE = "\u0000";

  private final StringBuilder text = new StringBuilder();
  private final List<NamedTitle> titles = new ArrayList<>();
  private final Ground ground;

  Saying(Ground ground) {
    this.ground = ground;
  }

  String text() {
    return text.toString();
  }

  List<NamedTitle> titles() {
    return List.copyOf(titles);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  Saying add(String more) {
    text.append(more);
    return this;
  }

  /** Begins a paragraph, unless nothing was said yet. */
  Saying paragraph() {
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
    return this;
  }

  Saying line() {
    text.append('\n');
    return this;
  }

  /** Names a title, in bold. */
  Saying title(int row) {
    Anime anime = ground.catalogue().anime(row);
    String name = Harmless.line(anime.name());
    text.append("**");
    int from = text.length();
    text.append(name);
    titles.add(
        new NamedTitle(
            from, text.length(), name, OptionalInt.of(anime.id()), ground.asker().knows(row)));
    text.append("**");
    return this;
  }

  /** Names titles with commas and a last word between them. */
  Saying titles(List<Integer> rows, String lastWord) {
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        add(i == rows.size() - 1 ? " " + lastWord + " " : ", ");
      }
      title(rows.get(i));
    }
    return this;
  }

  /**
   * A wording in which titles are named.
   *
   * @param wording with {@link #here()} where they stand
   */
  Saying around(String wording, List<Integer> rows, String lastWord) {
    int at = wording.indexOf(HERE);
    add(wording.substring(0, at));
    titles(rows, lastWord);
    return add(wording.substring(at + HERE.length()));
  }

  /** What stands for the titles in a wording that is handed to {@link #around}. */
  static String here() {
    return HERE;
  }

  /** "Comedy, Slice of Life · TV, 12 episodes · rated 8.45 · 120,000 members". */
  static String facts(Anime anime) {
    List<String> facts = new ArrayList<>();
    facts.add(Harmless.line(anime.genreText()));
    String length =
        anime.episodes() > 0
            ? ", " + anime.episodes() + (anime.episodes() == 1 ? " episode" : " episodes")
            : "";
    facts.add(Harmless.line(anime.type()) + length);
    if (Double.isFinite(anime.rating())) {
      facts.add("rated " + String.format(Locale.ROOT, "%.2f", anime.rating()));
    }
    if (anime.members() >= 0) {
      facts.add(String.format(Locale.ROOT, "%,d members", anime.members()));
    }
    return String.join(" · ", facts);
  }
}
