package osusume.ui.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.ui.text.Texts;

/** What could be asked first, made of titles and genres the asker likes. */
final class Openers {
  /** Longer series are what somebody may want shorter. */
  private static final int LONG = 13;

  private final Catalogue catalogue;
  private final Taste taste;
  private final Texts texts;

  private Openers(Catalogue catalogue, Taste taste, Texts texts) {
    this.catalogue = catalogue;
    this.taste = taste;
    this.texts = texts;
  }

  /**
   * @param userId of the user that is asked for; empty: the person
   */
  static List<String> of(Catalogue catalogue, Taste taste, OptionalInt userId, Texts texts) {
    return new Openers(catalogue, taste, texts).all(userId);
  }

  private List<String> all(OptionalInt userId) {
    List<String> all = new ArrayList<>();
    Optional<Anime> liked = liked();
    List<Anime> famous = famous();
    liked
        .or(() -> famous.stream().findFirst())
        .ifPresent(
            anime ->
                all.add(
                    texts.format(
                        anime.episodes() > LONG ? "chat.opener.shorter" : "chat.opener.like",
                        anime.name())));
    favouriteGenre().ifPresent(genre -> all.add(texts.format("chat.opener.genre", genre)));
    if (!famous.isEmpty()) {
      all.add(texts.format("chat.opener.would", famous.getLast().name()));
    }
    all.add(
        userId.isPresent()
            ? texts.format("chat.opener.taste.user", String.valueOf(userId.getAsInt()))
            : texts.get(taste.size() > 0 ? "chat.opener.taste" : "chat.opener.best"));
    return all;
  }

  /** The best rated of their titles, of which the best known. */
  private Optional<Anime> liked() {
    int best = -1;
    for (int entry = 0; entry < taste.size(); entry++) {
      if (!taste.dropped(entry)
          && (best < 0
              || taste.rating(entry) > taste.rating(best)
              || taste.rating(entry) == taste.rating(best) && members(entry) > members(best))) {
        best = entry;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(catalogue.anime(taste.row(best)));
  }

  private int members(int entry) {
    return catalogue.anime(taste.row(entry)).members();
  }

  /** The two best known titles that they do not know. */
  private List<Anime> famous() {
    return IntStream.of(catalogue.rowsByMembers())
        .filter(row -> !taste.holds(row) && !taste.leavesOut(row) && !catalogue.adult(row))
        .limit(2)
        .mapToObj(catalogue::anime)
        .toList();
  }

  private Optional<String> favouriteGenre() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int entry = 0; entry < taste.size(); entry++) {
      int row = taste.row(entry);
      if (!catalogue.adult(row)) {
        catalogue.anime(row).genres().forEach(genre -> counts.merge(genre, 1, Integer::sum));
      }
    }
    counts.remove(Anime.UNKNOWN);
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }
}
