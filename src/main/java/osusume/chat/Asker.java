package osusume.chat;

import java.util.Optional;
import java.util.OptionalInt;
import osusume.data.Taste;
import osusume.mylist.MyList;

/**
 * For whom the assistant speaks.
 *
 * @param userId of a user of the data set; empty: the person at the keyboard
 * @param taste what is known of theirs; empty where nothing is
 * @param list the person's own list; empty for a user of the data set
 */
public record Asker(OptionalInt userId, Taste taste, Optional<MyList> list) {
  /** The person at the keyboard. */
  public static Asker me(Taste taste, MyList list) {
    return new Asker(OptionalInt.empty(), taste, Optional.of(list));
  }

  /** A user of the data set. */
  public static Asker user(int userId, Taste taste) {
    return new Asker(OptionalInt.of(userId), taste, Optional.empty());
  }

  /** Whether the title was watched, or may not be recommended for what the person said of it. */
  public boolean knows(int animeRow) {
    return taste.holds(animeRow) || taste.leavesOut(animeRow);
  }
}
