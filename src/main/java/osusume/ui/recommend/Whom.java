package osusume.ui.recommend;

import java.util.List;
import java.util.Optional;
import osusume.data.Anime;
import osusume.data.Taste;

/** For whom titles are asked for, or by which titles. */
sealed interface Whom {
  /** What the titles are chosen by. */
  Taste taste();

  /** Who else they shall be good for. */
  Optional<Companion> companion();

  /** The person at the keyboard, who is spoken to. */
  record Me(Taste taste, Optional<Companion> companion) implements Whom {}

  /** A user of the data set. */
  record User(int id, Taste taste, Optional<Companion> companion) implements Whom {}

  /** Nobody: titles like some that were chosen. */
  record Like(List<Anime> titles, Taste taste) implements Whom {
    @Override
    public Optional<Companion> companion() {
      return Optional.empty();
    }
  }

  /** Whether it is the person at the keyboard. */
  default boolean isMe() {
    return this instanceof Me;
  }
}
