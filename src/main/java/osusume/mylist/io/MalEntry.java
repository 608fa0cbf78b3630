package osusume.mylist.io;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import osusume.data.io.BadInputException;
import osusume.mylist.ListEntry;
import osusume.mylist.PartialDate;
import osusume.mylist.Status;
import osusume.mylist.TitleKey;

/** An entry as the elements that MyAnimeList's files have for it, by their names. */
final class MalEntry {
  static final String ID = "series_animedb_id";
  static final String TITLE = "series_title";
  static final String TYPE = "series_type";
  static final String EPISODES = "series_episodes";
  static final String SEEN = "my_watched_episodes";
  static final String STARTED = "my_start_date";
  static final String FINISHED = "my_finish_date";
  static final String SCORE = "my_score";
  static final String STATUS = "my_status";
  static final String COMMENTS = "my_comments";
  static final String REWATCHES = "my_times_watched";
  static final String TAGS = "my_tags";

  /** Tells MyAnimeList to change what it has already; says nothing of the title. */
  static final String UPDATE = "update_on_import";

  private static final Set<String> KNOWN =
      Set.of(
          ID, TITLE, TYPE, EPISODES, SEEN, STARTED, FINISHED, SCORE, STATUS, COMMENTS, REWATCHES,
          TAGS, UPDATE);

  private static final Map<Status, String> STATUSES =
      Map.of(
          Status.WATCHING, "Watching",
          Status.COMPLETED, "Completed",
          Status.ON_HOLD, "On-Hold",
          Status.DROPPED, "Dropped",
          Status.PLANNED, "Plan to Watch");

  /** By their letters and digits alone, for other programs write them with other signs between. */
  private static final Map<String, Status> STATUSES_READ =
      Map.ofEntries(
          Map.entry("watching", Status.WATCHING),
          Map.entry("completed", Status.COMPLETED),
          Map.entry("onhold", Status.ON_HOLD),
          Map.entry("dropped", Status.DROPPED),
          Map.entry("plantowatch", Status.PLANNED),
          Map.entry("1", Status.WATCHING),
          Map.entry("2", Status.COMPLETED),
          Map.entry("3", Status.ON_HOLD),
          Map.entry("4", Status.DROPPED),
          Map.entry("6", Status.PLANNED));

  private MalEntry() {}

  /** An element does not hold what it should. */
  static final class WrongElementException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String element;

    WrongElementException(String element, String text, String expected) {
      super(
          "%s is %s, but must be %s"
              .formatted(
                  element, text.isEmpty() ? "empty" : BadInputException.quoted(text), expected));
      this.element = element;
    }

    String element() {
      return element;
    }
  }

  /** Whether an element of this name has a meaning here, and is not one of {@code others}. */
  static boolean known(String element) {
    return KNOWN.contains(element);
  }

  /** Whether MyAnimeList has such entries at all. */
  static boolean speaksOf(ListEntry entry) {
    return entry.key().site() == TitleKey.Site.MAL && STATUSES.containsKey(entry.status());
  }

  /**
   * The elements for an entry, in the order of MyAnimeList's files, without {@code others}.
   *
   * @param entry one that MyAnimeList {@link #speaksOf}
   */
  static Map<String, String> elements(ListEntry entry) {
    Map<String, String> elements = new LinkedHashMap<>();
    elements.put(ID, String.valueOf(entry.key().id()));
    elements.put(TITLE, entry.title());
    elements.put(TYPE, entry.type());
    elements.put(EPISODES, String.valueOf(Math.max(0, entry.episodes())));
    elements.put(SEEN, String.valueOf(entry.seen()));
    elements.put(STARTED, entry.started().toString());
    elements.put(FINISHED, entry.finished().toString());
    elements.put(SCORE, String.valueOf(entry.score()));
    elements.put(STATUS, STATUSES.get(entry.status()));
    elements.put(COMMENTS, entry.comments());
    elements.put(REWATCHES, String.valueOf(entry.rewatches()));
    elements.put(TAGS, entry.tags());
    return elements;
  }

  /**
   * Reads an entry.
   *
   * @param elements by their names, without spaces around
   * @param exportedAt as of when it holds
   * @throws WrongElementException if an element is missing or is not what it should be
   */
  static ListEntry read(Map<String, String> elements, Instant exportedAt)
      throws WrongElementException {
    TitleKey key = TitleKey.mal(number(elements, ID, -1, 1, Integer.MAX_VALUE));
    String title = elements.getOrDefault(TITLE, "");
    int episodes = number(elements, EPISODES, 0, 0, Integer.MAX_VALUE);
    Map<String, String> others = new LinkedHashMap<>();
    elements.forEach(
        (name, text) -> {
          if (!known(name) && !text.isEmpty()) {
            others.put(name, text);
          }
        });
    return new ListEntry(
        key,
        title.isBlank() ? "Anime " + key.id() : title,
        elements.getOrDefault(TYPE, ""),
        episodes == 0 ? -1 : episodes,
        status(elements.getOrDefault(STATUS, "")),
        number(elements, SCORE, 0, 0, ListEntry.HIGHEST),
        number(elements, SEEN, 0, 0, Integer.MAX_VALUE),
        date(elements, STARTED),
        date(elements, FINISHED),
        number(elements, REWATCHES, 0, 0, Integer.MAX_VALUE),
        elements.getOrDefault(TAGS, ""),
        elements.getOrDefault(COMMENTS, ""),
        "",
        others,
        null,
        exportedAt);
  }

  private static Status status(String text) throws WrongElementException {
    StringBuilder bare = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .chars()
        .filter(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
        .forEach(c -> bare.append((char) c));
    Status status = STATUSES_READ.get(bare.toString());
    if (status == null) {
      throw new WrongElementException(
          STATUS,
          text,
          String.join(
              ", ", List.of("Watching", "Completed", "On-Hold", "Dropped or Plan to Watch")));
    }
    return status;
  }

  private static int number(
      Map<String, String> elements, String element, int missing, int least, int most)
      throws WrongElementException {
    String text = elements.getOrDefault(element, "");
    try {
      int number = text.isEmpty() ? missing : Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of its range.
    }
    throw new WrongElementException(
        element,
        text,
        most == Integer.MAX_VALUE
            ? "a whole number, %d or more".formatted(least)
            : "a whole number from %d to %d".formatted(least, most));
  }

  private static PartialDate date(Map<String, String> elements, String element)
      throws WrongElementException {
    String text = elements.getOrDefault(element, "");
    try {
      return PartialDate.parse(text);
    } catch (IllegalArgumentException e) {
      throw new WrongElementException(
          element, text, "a date like 2015-03-28, with zeros for what is unknown");
    }
  }
}
