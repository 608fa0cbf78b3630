package osusume.ui.recommend;

import java.util.List;
import osusume.data.Anime;
import osusume.data.Taste;

/** For whom titles are asked for, or by which titles. */
sealed interface Whom {
  /** What the titles are chosen by. */
  Taste taste();

  /** The person at the keyboard, who is spoken to. */
  record Me(Taste taste) implements Whom {}

  /** A user of the data set. */
  record User(int id, Taste taste) implements Whom {}

  /** Nobody: titles like some that were chosen. */
  record Like(List<Anime> titles, Taste taste) implements Whom {}

  /** Whether it is the person at the keyboard. */
  default boolean isMe() {
    return this instanceof Me;
  }
}
