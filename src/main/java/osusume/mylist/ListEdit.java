package osusume.mylist;

import java.time.Instant;
import java.util.Objects;
import osusume.data.Anime;

/**
 * A wish of the person for one title, which becomes an entry once it is known what the list says of
 * the title already.
 */
@FunctionalInterface
public interface ListEdit {
  /**
   * @param before what the list says of the title; null: nothing
   * @param now when the person wished it
   * @return what it shall say; null: nothing; {@code before} itself if nothing changes
   */
  ListEntry apply(ListEntry before, Instant now);

  /**
   * Gives a score. Who rates what they only planned, or did not want, has seen it.
   *
   * @param score 1 to 10; 0 takes the score away
   */
  static ListEdit rate(Anime anime, int score) {
    return (before, now) -> {
      if (before == null && score == 0) {
        return null;
      }
      boolean unseen = before == null || (!before.status().seen() && score > 0);
      ListEntry entry = unseen ? marked(anime, before, Status.COMPLETED, now) : before;
      return entry.score() == score && !unseen
          ? before
          : entry.but().score(score).rated(now).changed(now).build();
    };
  }

  /** Sets how the person stands to a title. */
  static ListEdit mark(Anime anime, Status status) {
    return (before, now) ->
        before != null && before.status() == status ? before : marked(anime, before, status, now);
  }

  /**
   * Says that the person does not want to watch a title.
   *
   * @param reason why; may be empty
   */
  static ListEdit notInterested(Anime anime, String reason) {
    return (before, now) ->
        before != null
                && before.status() == Status.NOT_INTERESTED
                && Objects.equals(before.reason(), reason)
            ? before
            : marked(anime, before, Status.NOT_INTERESTED, now).but().reason(reason).build();
  }

  /** Puts an entry as the person wrote it. */
  static ListEdit put(ListEntry entry) {
    return (before, now) ->
        before != null && before.saysTheSame(entry)
            ? before
            : entry.but().rated(now).changed(now).build();
  }

  /** Takes a title off the list. */
  static ListEdit remove() {
    return (_, _) -> null;
  }

  private static ListEntry marked(Anime anime, ListEntry before, Status status, Instant now) {
    ListEntry entry = before == null ? ListEntry.of(anime, status, now) : before;
    ListEntry.Builder fresh = entry.but().status(status).rated(now).changed(now);
    if (status == Status.COMPLETED && entry.episodes() > 0) {
      fresh.seen(entry.episodes());
    }
    if (status != Status.NOT_INTERESTED) {
      fresh.reason("");
    }
    return fresh.build();
  }
}
