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

  /**
   * Whether the same is asked for as with another, be it by an older list of the person: for the
   * person and the same companion, or for more like the same titles.
   */
  default boolean isAskedLike(Whom other) {
    return switch (this) {
      case Me me ->
          other.isMe()
              && me.companion.map(Companion::name).equals(other.companion().map(Companion::name));
      case Like like ->
          other instanceof Like before
              && like.titles.stream()
                  .map(Anime::id)
                  .toList()
                  .equals(before.titles.stream().map(Anime::id).toList());
      case User _ -> false;
    };
  }

  /** Whether it is the person at the keyboard. */
  default boolean isMe() {
    return this instanceof Me;
  }
}
