package osusume.mylist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
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
    return (before, now) -> rated(before, score, now, ListEntry.of(anime, Status.COMPLETED, now));
  }

  /** The same for a title of the list, which no data set need know. */
  static ListEdit rate(ListEntry entry, int score) {
    return (before, now) -> rated(before, score, now, entry);
  }

  private static ListEntry rated(ListEntry before, int score, Instant now, ListEntry fresh) {
    if (before == null && score == 0) {
      return null;
    }
    boolean unseen = before == null || (!before.status().seen() && score > 0);
    ListEntry entry = unseen ? marked(before, Status.COMPLETED, now, fresh) : before;
    return entry.score() == score && !unseen
        ? before
        : dated(before, entry.but().score(score), now);
  }

  /** Sets how the person stands to a title. */
  static ListEdit mark(Anime anime, Status status) {
    return (before, now) ->
        before != null && before.status() == status
            ? before
            : marked(before, status, now, ListEntry.of(anime, status, now));
  }

  /** The same for a title of the list, which no data set need know. */
  static ListEdit mark(ListEntry entry, Status status) {
    return (before, now) ->
        before != null && before.status() == status ? before : marked(before, status, now, entry);
  }

  /**
   * Says that one more episode was seen. Who saw the first one watches the title, and who saw the
   * last one has completed it; the dates follow where none was written.
   *
   * @param episodes how many there are; −1: unknown
   * @param today the day in the person's time zone
   */
  static ListEdit oneMore(ListEntry entry, int episodes, LocalDate today) {
    return (before, now) -> {
      ListEntry old = before == null ? entry : before;
      int seen = old.seen() + 1;
      ListEntry.Builder fresh = old.but().seen(seen);
      if (seen == 1 && !old.started().known()) {
        fresh.started(PartialDate.of(today));
      }
      if (!old.status().seen()) {
        fresh.status(Status.WATCHING).reason("");
      }
      if (seen == episodes) {
        fresh.status(Status.COMPLETED);
        if (!old.finished().known()) {
          fresh.finished(PartialDate.of(today));
        }
      }
      return dated(before, fresh, now);
    };
  }

  /** Changes parts of an entry, as it is by then. */
  static ListEdit alter(ListEntry entry, Consumer<ListEntry.Builder> change) {
    return (before, now) -> {
      ListEntry.Builder fresh = (before == null ? entry : before).but();
      change.accept(fresh);
      return put(fresh.build()).apply(before, now);
    };
  }

  /**
   * Says that the person does not want to watch a title.
   *
   * @param reason why; may be empty
   */
  static ListEdit notInterested(Anime anime, String reason) {
    return (before, now) ->
        notInterested(before, reason, now, ListEntry.of(anime, Status.NOT_INTERESTED, now));
  }

  /** The same for a title of the list, which no data set need know. */
  static ListEdit notInterested(ListEntry entry, String reason) {
    return (before, now) -> notInterested(before, reason, now, entry);
  }

  private static ListEntry notInterested(
      ListEntry before, String reason, Instant now, ListEntry fresh) {
    return before != null
            && before.status() == Status.NOT_INTERESTED
            && Objects.equals(before.reason(), reason)
        ? before
        : dated(
            before, marked(before, Status.NOT_INTERESTED, now, fresh).but().reason(reason), now);
  }

  /** Puts an entry as the person wrote it. */
  static ListEdit put(ListEntry entry) {
    return (before, now) ->
        before != null && before.saysTheSame(entry) ? before : dated(before, entry.but(), now);
  }

  /** Takes a title off the list. */
  static ListEdit remove() {
    return (_, _) -> null;
  }

  /**
   * @param fresh what to begin with where the list does not have the title
   */
  private static ListEntry marked(ListEntry before, Status status, Instant now, ListEntry fresh) {
    ListEntry entry = before == null ? fresh : before;
    ListEntry.Builder wanted = entry.but().status(status);
    if (status == Status.COMPLETED && entry.episodes() > 0) {
      wanted.seen(entry.episodes());
    }
    if (status != Status.NOT_INTERESTED) {
      wanted.reason("");
    }
    return dated(before, wanted, now);
  }

  /**
   * An entry as it is from now on. It is a taste of today only where the person says something new
   * of how they like the title: who mends a comment on what they saw long ago does not.
   */
  private static ListEntry dated(ListEntry before, ListEntry.Builder wanted, Instant now) {
    ListEntry after = wanted.changed(now).build();
    boolean asBefore =
        before != null && before.score() == after.score() && before.status() == after.status();
    return after.but().rated(asBefore ? before.rated() : now).build();
  }
}
