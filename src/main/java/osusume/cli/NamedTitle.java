package osusume.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.NearestName;
import osusume.mylist.ListEntry;
import osusume.mylist.ListTitle;
import osusume.mylist.MyList;
import osusume.mylist.Status;
import osusume.mylist.TitleKey;

/** A title that somebody named on the command line: one of the data set, or one of their list. */
record NamedTitle(TitleKey key, Anime anime) {
  /** So many of the titles that may be meant are named. */
  private static final int NAMED = 5;

  /** What an entry for the title begins with, should the list have none by then. */
  ListEntry begun() {
    return ListEntry.of(
        key, anime.name(), anime.type(), anime.episodes(), Status.PLANNED, Instant.EPOCH);
  }

  /**
   * Finds a title by its id ({@code 457}, or {@code anilist:101} for one that only AniList knows),
   * by its whole name, whatever the case, or by a part of the name that no other title has.
   *
   * @throws IllegalArgumentException if there is none or several; names what may be meant
   */
  static NamedTitle find(String words, Catalogue catalogue, MyList list) {
    Map<TitleKey, Anime> titles = titles(catalogue, list);
    if (words.matches("\\d{1,9}|\\w+:\\d{1,9}")) {
      TitleKey key = TitleKey.parse(words.contains(":") ? words : "mal:" + words);
      Anime anime = titles.get(key);
      if (anime == null) {
        throw new IllegalArgumentException(
            "Neither the data set nor your list has a title %s. Find its id by: osusume anime --title TEXT."
                .formatted(key));
      }
      return new NamedTitle(key, anime);
    }
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    List<NamedTitle> found = named(titles, name -> name.equals(wanted));
    if (found.isEmpty()) {
      found = named(titles, name -> name.contains(wanted));
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.isEmpty()) {
      String near = NearestName.of(words, titles.values().stream().map(Anime::name).toList());
      String lower = near.toLowerCase(Locale.ROOT);
      throw new IllegalArgumentException(
          "There is no title '%s'; did you mean %s?"
              .formatted(words, named(titles, lower::equals).getFirst().text()));
    }
    List<String> first = found.stream().limit(NAMED).map(NamedTitle::text).toList();
    throw new IllegalArgumentException(
        "'%s' is the name, or a part of the name, of %,d titles: %s%s. Say the id of the one you mean."
            .formatted(
                words, found.size(), String.join(", ", first), found.size() > NAMED ? ", …" : ""));
  }

  private static Map<TitleKey, Anime> titles(Catalogue catalogue, MyList list) {
    Map<TitleKey, Anime> titles = new LinkedHashMap<>();
    for (ListEntry entry : list.entries()) {
      titles.put(entry.key(), ListTitle.of(entry, catalogue).anime());
    }
    for (int row = 0; row < catalogue.size(); row++) {
      Anime anime = catalogue.anime(row);
      titles.put(TitleKey.mal(anime.id()), anime);
    }
    return titles;
  }

  private static List<NamedTitle> named(Map<TitleKey, Anime> titles, Predicate<String> name) {
    List<NamedTitle> found = new ArrayList<>();
    titles.forEach(
        (key, anime) -> {
          if (name.test(anime.name().toLowerCase(Locale.ROOT))) {
            found.add(new NamedTitle(key, anime));
          }
        });
    return found;
  }

  private String text() {
    return "'%s' (%s)".formatted(anime.name(), key.site() == TitleKey.Site.MAL ? key.id() : key);
  }
}
