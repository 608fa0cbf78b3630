package osusume.mylist.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import osusume.data.io.BadInputException;
import osusume.mylist.ImportedList;
import osusume.mylist.ListEntry;
import osusume.mylist.ListOrigin;
import osusume.mylist.PartialDate;
import osusume.mylist.Status;
import osusume.mylist.TitleKey;

/** The entries in AniList's answers. Lists that a user made themselves repeat entries. */
final class AniListEntries {
  private static final String REPEATING = "REPEATING";
  private static final Map<String, Status> STATUSES =
      Map.of(
          "CURRENT",
          Status.WATCHING,
          "COMPLETED",
          Status.COMPLETED,
          "PAUSED",
          Status.ON_HOLD,
          "DROPPED",
          Status.DROPPED,
          "PLANNING",
          Status.PLANNED,
          REPEATING,
          Status.COMPLETED);

  /** The types as the data sets name them. */
  private static final Map<String, String> TYPES =
      Map.of(
          "TV", "TV",
          "TV_SHORT", "TV",
          "MOVIE", "Movie",
          "SPECIAL", "Special",
          "OVA", "OVA",
          "ONA", "ONA",
          "MUSIC", "Music");

  private final Instant now;
  private final Set<Integer> media = new HashSet<>();
  private final Map<TitleKey, Found> byTitle = new LinkedHashMap<>();
  private String user;
  private int shared;
  private int again;

  /**
   * @param mediaId AniList's own number
   */
  private record Found(ListEntry entry, int mediaId) {}

  AniListEntries(String user, Instant now) {
    this.user = user;
    this.now = now;
  }

  int size() {
    return byTitle.size();
  }

  /**
   * Adds what an answer holds.
   *
   * @return whether there is more to ask for
   * @throws IOException if an entry makes no sense; worded for a person
   */
  boolean add(JsonNode collection) throws IOException {
    user = collection.path("user").path("name").asText(user);
    for (JsonNode list : collection.path("lists")) {
      for (JsonNode entry : list.path("entries")) {
        int id = number(entry.path("media"), "id", 0);
        if (id < 1) {
          throw new IOException(
              "AniList's list has an entry without a title. Try again later, or import a file.");
        }
        if (media.add(id)) {
          add(entry, id);
        }
      }
    }
    return collection.path("hasNextChunk").asBoolean();
  }

  private void add(JsonNode node, int id) throws IOException {
    int malId = number(node.path("media"), "idMal", 0);
    TitleKey key = malId > 0 ? TitleKey.mal(malId) : TitleKey.aniList(id);
    Found found = new Found(entry(node, key, id), id);
    Found before = byTitle.putIfAbsent(key, found);
    if (before == null) {
      return;
    }
    // Two titles there are one at MyAnimeList: what was said last counts for that one.
    shared++;
    boolean later = found.entry().changed().isAfter(before.entry().changed());
    Found other = later ? before : found;
    byTitle.put(key, later ? found : before);
    byTitle.put(
        TitleKey.aniList(other.mediaId()),
        new Found(
            other.entry().but().key(TitleKey.aniList(other.mediaId())).build(), other.mediaId()));
  }

  private ListEntry entry(JsonNode node, TitleKey key, int id) throws IOException {
    JsonNode of = node.path("media");
    String title = title(of.path("title"), id);
    String said = node.path("status").asText();
    Status status = STATUSES.get(said);
    if (status == null) {
      throw new IOException(
          "AniList's list has the status %s for %s, which is not known. Import a file instead."
              .formatted(BadInputException.quoted(said), BadInputException.quoted(title)));
    }
    int episodes = Math.max(0, number(of, "episodes", 0));
    int seen = number(node, "progress", 0);
    if (said.equals(REPEATING)) {
      again++;
      seen = Math.max(seen, episodes);
    }
    int told = number(node, "updatedAt", 0);
    Instant updated = told > 0 ? Instant.ofEpochSecond(told) : null;
    if (updated != null && updated.isAfter(now)) {
      updated = now;
    }
    try {
      PartialDate started = date(node.path("startedAt"));
      PartialDate finished = date(node.path("completedAt"));
      // The last edit may have been to the notes, so a date of the person's own says more.
      boolean dated = started.known() || finished.known();
      return ListEntry.of(
              key,
              title,
              TYPES.getOrDefault(of.path("format").asText(), ""),
              episodes == 0 ? -1 : episodes,
              status,
              updated == null ? now : updated)
          .but()
          .score(number(node, "score", 0))
          .seen(seen)
          .rewatches(number(node, "repeat", 0))
          .started(started)
          .finished(finished)
          .comments(node.path("notes").asText(""))
          .rated(dated ? null : updated)
          .build();
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "AniList's list makes no sense for %s: %s Correct it there, or import a file."
              .formatted(BadInputException.quoted(title), e.getMessage()),
          e);
    }
  }

  private static String title(JsonNode titles, int id) {
    for (String language : List.of("romaji", "english")) {
      String title = titles.path(language).asText("");
      if (!title.isBlank()) {
        return title;
      }
    }
    return "AniList " + id;
  }

  /** A whole number; AniList writes scores as 8 or 8.0. */
  private static int number(JsonNode node, String field, int missing) throws IOException {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return missing;
    }
    if (!value.isNumber() || value.doubleValue() != value.intValue()) {
      throw new IOException(
          "AniList's list has %s for %s, where a whole number should be. Import a file instead."
              .formatted(BadInputException.quoted(value.toString()), field));
    }
    return value.intValue();
  }

  private static PartialDate date(JsonNode date) throws IOException {
    return PartialDate.ofWhatCanBe(
        number(date, "year", 0), number(date, "month", 0), number(date, "day", 0));
  }

  ImportedList list() {
    List<String> notes = new ArrayList<>();
    if (again > 0) {
      notes.add(
          again == 1
              ? "One title is being watched again; it counts as completed."
              : "%,d titles are being watched again; they count as completed.".formatted(again));
    }
    if (shared > 0) {
      notes.add(
          "%,d times two titles at AniList are one at MyAnimeList; what was said last counts for that one, and the other is kept as a title of AniList's."
              .formatted(shared));
    }
    if (byTitle.isEmpty()) {
      notes.add("The list is empty.");
    }
    Map<TitleKey, TitleKey> formerKeys = new HashMap<>();
    byTitle.forEach((key, found) -> formerKeys.put(key, TitleKey.aniList(found.mediaId())));
    return new ImportedList(
        user,
        ListOrigin.ANILIST,
        now,
        byTitle.values().stream().map(Found::entry).toList(),
        formerKeys,
        notes);
  }
}
