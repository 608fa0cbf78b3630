package osusume.chat.exam;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import osusume.chat.Asker;
import osusume.chat.Ground;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.mylist.MyList;
import osusume.mylist.MyTaste;
import osusume.mylist.Status;

/**
 * Where the exam takes place: a data set, and the people who put the requests. Immutable.
 *
 * <p>{@link Who#USER} is the user whose number of titles is nearest {@link #TITLES_OF_THE_USER},
 * the lowest id of several; {@link Who#ME} has a list that is made up.
 */
public final class Scene {
  private static final int TITLES_OF_THE_USER = 150;

  private final Map<Who, Ground> grounds = new EnumMap<>(Who.class);
  private final TitleReader reader;
  private final int userId;

  /**
   * @param data the open data set
   * @param groundOf what an answer stands on, for somebody
   * @throws IllegalArgumentException if the data set has no users; worded for a person
   */
  public Scene(Dataset data, Function<Asker, Ground> groundOf) {
    RatingMatrix ratings = data.ratings();
    if (ratings.rowCount() == 0) {
      throw new IllegalArgumentException(
          "\"%s\" has no users, but some of the requests are theirs. Import ratings too."
              .formatted(data.name()));
    }
    int row = userRow(ratings);
    userId = ratings.idOfRow(row);
    MyList list = MadeUpList.in(data.catalogue());
    grounds.put(Who.ME, groundOf.apply(Asker.me(MyTaste.of(list, data.catalogue()), list)));
    grounds.put(Who.USER, groundOf.apply(Asker.user(userId, Taste.ofUser(ratings, row))));
    reader = new TitleReader(data.catalogue());
  }

  private static int userRow(RatingMatrix ratings) {
    int best = 0;
    for (int row = 1; row < ratings.rowCount(); row++) {
      if (away(ratings, row) < away(ratings, best)) {
        best = row;
      }
    }
    return best;
  }

  private static int away(RatingMatrix ratings, int row) {
    return Math.abs(ratings.starts()[row + 1] - ratings.starts()[row] - TITLES_OF_THE_USER);
  }

  Ground ground(Who who) {
    return grounds.get(who);
  }

  Dataset data() {
    return grounds.get(Who.ME).data();
  }

  Catalogue catalogue() {
    return data().catalogue();
  }

  Taste taste(Who who) {
    return ground(who).asker().taste();
  }

  TitleReader reader() {
    return reader;
  }

  /** What is said, with {@code {user}} filled in. */
  String filled(String say) {
    return say.replace("{user}", String.valueOf(userId));
  }

  /**
   * The catalogue rows that may not be offered to somebody: what they watched, and what they do not
   * want. To offer what they plan to watch is no fault.
   */
  BitSet known(Who who) {
    BitSet known = taste(who).rows();
    ground(who)
        .asker()
        .list()
        .ifPresent(list -> known.or(list.rows(Status.NOT_INTERESTED, catalogue())));
    return known;
  }

  boolean has(int animeId) {
    return catalogue().rowOfId(animeId) >= 0;
  }

  /** Which of some titles the data set lacks, in a sentence; empty: none. */
  Optional<String> missing(List<Integer> animeIds) {
    return animeIds.stream()
        .filter(id -> !has(id))
        .findFirst()
        .map(id -> "The data set has no title with the id %d.".formatted(id));
  }

  /** A title by its MyAnimeList id, which the catalogue must have. */
  Anime anime(int animeId) {
    return catalogue().anime(catalogue().rowOfId(animeId));
  }
}
