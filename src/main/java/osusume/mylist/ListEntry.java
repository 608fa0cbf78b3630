package osusume.mylist;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import osusume.data.Anime;

/**
 * What a person keeps of one title. Immutable.
 *
 * @param key which title
 * @param title its name, as where the entry came from has it; never blank
 * @param type {@code TV}, {@code Movie}, …, as there; empty: unknown
 * @param episodes how many it has; −1: unknown
 * @param status how the person stands to it
 * @param score 1 to 10; 0: none
 * @param seen how many episodes they saw
 * @param started when they began
 * @param finished when they finished
 * @param rewatches how often they saw it again
 * @param tags as the person wrote them; may be empty
 * @param comments as the person wrote them; may be empty
 * @param reason why they are not interested; may be empty
 * @param others what other programs' files say of it beside all this, kept word for word by the
 *     name it has there
 * @param rated when the person last gave another score or said otherwise how they stand to it,
 *     where that is known, and else null: how old a taste is
 * @param changed as of when all this holds: of two entries for a title the later is the newer one
 */
public record ListEntry(
    TitleKey key,
    String title,
    String type,
    int episodes,
    Status status,
    int score,
    int seen,
    PartialDate started,
    PartialDate finished,
    int rewatches,
    String tags,
    String comments,
    String reason,
    Map<String, String> others,
    Instant rated,
    Instant changed) {
  /** The highest score. */
  public static final int HIGHEST = 10;

  /**
   * @throws IllegalArgumentException if a number is out of its range or there is no name; worded
   *     for a person
   */
  public ListEntry {
    Objects.requireNonNull(key);
    Objects.requireNonNull(status);
    Objects.requireNonNull(changed);
    if (title.isBlank()) {
      throw new IllegalArgumentException("The title %s has no name.".formatted(key));
    }
    require(title, "score", score, score >= 0 && score <= HIGHEST, "0 (none) to 10");
    require(title, "number of episodes", episodes, episodes >= -1, "−1 (unknown) or more");
    require(title, "number of episodes seen", seen, seen >= 0, "0 or more");
    require(title, "number of rewatches", rewatches, rewatches >= 0, "0 or more");
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  private static void require(
      String title, String what, int value, boolean within, String expected) {
    if (!within) {
      throw new IllegalArgumentException(
          "The %s of \"%s\" is %d, but must be %s.".formatted(what, title, value, expected));
    }
  }

  /** An entry of which nothing is known but the title and how the person stands to it. */
  public static ListEntry of(
      TitleKey key, String title, String type, int episodes, Status status, Instant now) {
    return new ListEntry(
        key,
        title,
        type,
        episodes,
        status,
        0,
        0,
        PartialDate.NONE,
        PartialDate.NONE,
        0,
        "",
        "",
        "",
        Map.of(),
        null,
        now);
  }

  /** The same for a title of the data set. */
  public static ListEntry of(Anime anime, Status status, Instant now) {
    return of(TitleKey.mal(anime.id()), anime.name(), anime.type(), anime.episodes(), status, now);
  }

  /** A copy to change. */
  public Builder but() {
    return new Builder(this);
  }

  /** Whether both say the same, whenever they said it. */
  public boolean saysTheSame(ListEntry other) {
    return other.but().rated(rated).changed(changed).build().equals(this);
  }

  /** Changes an entry part by part. */
  public static final class Builder {
    private TitleKey key;
    private String title;
    private String type;
    private int episodes;
    private Status status;
    private int score;
    private int seen;
    private PartialDate started;
    private PartialDate finished;
    private int rewatches;
    private String tags;
    private String comments;
    private String reason;
    private Map<String, String> others;
    private Instant rated;
    private Instant changed;

    private Builder(ListEntry of) {
      key = of.key;
      title = of.title;
      type = of.type;
      episodes = of.episodes;
      status = of.status;
      score = of.score;
      seen = of.seen;
      started = of.started;
      finished = of.finished;
      rewatches = of.rewatches;
      tags = of.tags;
      comments = of.comments;
      reason = of.reason;
      others = of.others;
      rated = of.rated;
      changed = of.changed;
    }

    public Builder key(TitleKey of) {
      key = of;
      return this;
    }

    public Builder title(String name, String kind, int count) {
      title = name;
      type = kind;
      episodes = count;
      return this;
    }

    public Builder status(Status wanted) {
      status = wanted;
      return this;
    }

    public Builder score(int given) {
      score = given;
      return this;
    }

    public Builder seen(int count) {
      seen = count;
      return this;
    }

    public Builder started(PartialDate date) {
      started = date;
      return this;
    }

    public Builder finished(PartialDate date) {
      finished = date;
      return this;
    }

    public Builder rewatches(int count) {
      rewatches = count;
      return this;
    }

    public Builder tags(String text) {
      tags = text;
      return this;
    }

    public Builder comments(String text) {
      comments = text;
      return this;
    }

    public Builder reason(String text) {
      reason = text;
      return this;
    }

    public Builder others(Map<String, String> kept) {
      others = kept;
      return this;
    }

    public Builder rated(Instant when) {
      rated = when;
      return this;
    }

    public Builder changed(Instant when) {
      changed = when;
      return this;
    }

    /**
     * @throws IllegalArgumentException if a number is out of its range; worded for a person
     */
    public ListEntry build() {
      return new ListEntry(
          key, title, type, episodes, status, score, seen, started, finished, rewatches, tags,
          comments, reason, others, rated, changed);
    }
  }
}
