package osusume.mylist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import osusume.data.Catalogue;

/**
 * What merging a list into the person's own would do, to be shown before it is done. Whatever the
 * rule, no title leaves the list. Of a title that both have, its name, type and episodes stay as
 * the list has them, unless they are unknown there; what the other list can't say (the reason, the
 * time of the rating, AniList's tags, other programs' fields) stays as well.
 *
 * @param fresh titles the list lacks, as they will be added
 * @param differing titles of which the two lists say different things
 * @param filled titles of which both say the same, but the other list knows facts or other
 *     programs' fields that are added quietly
 * @param same titles of which there is nothing to change
 * @param onlyMine titles that the other list lacks
 * @param unknown titles of the other list that the data set does not know; they are taken all the
 *     same
 * @param renamed by its key the entry of a title that the list has under AniList's number, and of
 *     which the other list knows MyAnimeList's: it is kept under that from now on
 * @param notes what the person should know of the other list, a sentence each
 */
public record ListMerge(
    MergeRule rule,
    List<ListEntry> fresh,
    List<Difference> differing,
    List<Filled> filled,
    List<ListEntry> same,
    List<ListEntry> onlyMine,
    List<ListEntry> unknown,
    Map<TitleKey, ListEntry> renamed,
    List<String> notes) {

  /**
   * A title of which the two lists say different things.
   *
   * @param mine what the list says
   * @param theirs what the other list says
   * @param after what the list will say: {@code mine} itself, where the rule keeps it
   */
  public record Difference(ListEntry mine, ListEntry theirs, ListEntry after) {
    /** Whether the other list's entry replaces the list's. */
    public boolean theirsWins() {
      return after != mine;
    }
  }

  /**
   * A title to whose entry something is added that the person did not say.
   *
   * @param mine what the list says
   * @param after the same, with what is added
   */
  public record Filled(ListEntry mine, ListEntry after) {}

  public ListMerge {
    fresh = List.copyOf(fresh);
    differing = List.copyOf(differing);
    filled = List.copyOf(filled);
    same = List.copyOf(same);
    onlyMine = List.copyOf(onlyMine);
    unknown = List.copyOf(unknown);
    renamed = Map.copyOf(renamed);
    notes = List.copyOf(notes);
  }

  /** Works out what merging {@code theirs} into {@code mine} would do. */
  public static ListMerge of(
      MyList list, ImportedList theirs, MergeRule rule, Catalogue catalogue) {
    Map<TitleKey, ListEntry> renamed = renamed(list, theirs);
    MyList mine = list;
    for (Map.Entry<TitleKey, ListEntry> title : renamed.entrySet()) {
      mine = mine.after(changes(title.getValue(), underKey(title)));
    }
    List<ListEntry> fresh = new ArrayList<>();
    List<Difference> differing = new ArrayList<>();
    List<Filled> filled = new ArrayList<>();
    List<ListEntry> same = new ArrayList<>();
    List<ListEntry> unknown = new ArrayList<>();
    for (ListEntry entry : theirs.entries()) {
      if (entry.key().rowIn(catalogue) < 0) {
        unknown.add(entry);
      }
      ListEntry before = mine.get(entry.key()).orElse(null);
      if (before == null) {
        fresh.add(entry);
        continue;
      }
      ListEntry after = taken(before, entry, theirs.origin());
      boolean wins = theirsWins(rule, before, entry);
      if (!after
          .but()
          .title(before.title(), before.type(), before.episodes())
          .others(before.others())
          .build()
          .saysTheSame(before)) {
        differing.add(new Difference(before, entry, wins ? after : before));
      } else if ((wins && !after.saysTheSame(before))
          || (rule != MergeRule.MINE && before.rated() == null && entry.rated() != null)) {
        filled.add(new Filled(before, filled(wins ? after : before, before, entry)));
      } else {
        same.add(before);
      }
    }
    return new ListMerge(
        rule,
        fresh,
        differing,
        filled,
        same,
        onlyIn(mine, theirs),
        unknown,
        renamed,
        theirs.notes());
  }

  private static Map<TitleKey, ListEntry> renamed(MyList mine, ImportedList theirs) {
    Map<TitleKey, ListEntry> renamed = new LinkedHashMap<>();
    theirs
        .formerKeys()
        .forEach(
            (key, former) -> {
              if (!key.equals(former) && mine.get(key).isEmpty()) {
                mine.get(former).ifPresent(entry -> renamed.put(key, entry));
              }
            });
    return renamed;
  }

  private static ListEntry underKey(Map.Entry<TitleKey, ListEntry> renamed) {
    return renamed.getValue().but().key(renamed.getKey()).build();
  }

  /** What makes one entry of another, which may stand under another key. */
  private static List<ListChange.OfTitle> changes(ListEntry before, ListEntry after) {
    return before.key().equals(after.key())
        ? List.of(new ListChange.OfTitle(after.key(), before, after))
        : List.of(
            ListChange.OfTitle.removed(before), new ListChange.OfTitle(after.key(), null, after));
  }

  /** Both say the same of how the person likes the title, so that either knows since when. */
  private static ListEntry filled(ListEntry facts, ListEntry mine, ListEntry theirs) {
    return facts
        .but()
        .rated(mine.rated() == null ? theirs.rated() : mine.rated())
        .changed(mine.changed())
        .build();
  }

  private static boolean theirsWins(MergeRule rule, ListEntry mine, ListEntry theirs) {
    return switch (rule) {
      case THEIRS -> true;
      case MINE -> false;
      case NEWEST -> theirs.changed().isAfter(mine.changed());
    };
  }

  private static ListEntry taken(ListEntry mine, ListEntry theirs, ListOrigin origin) {
    Map<String, String> others = new LinkedHashMap<>(mine.others());
    others.putAll(theirs.others());
    return theirs
        .but()
        .title(
            mine.title(),
            mine.type().isEmpty() ? theirs.type() : mine.type(),
            mine.episodes() < 0 ? theirs.episodes() : mine.episodes())
        .tags(origin == ListOrigin.ANILIST ? mine.tags() : theirs.tags())
        .reason(
            theirs.reason().isEmpty() && theirs.status() == mine.status()
                ? mine.reason()
                : theirs.reason())
        .others(others)
        .rated(theirs.rated() == null ? mine.rated() : theirs.rated())
        .build();
  }

  private static List<ListEntry> onlyIn(MyList mine, ImportedList theirs) {
    MyList other = MyList.of(theirs.entries());
    return mine.entries().stream().filter(entry -> other.get(entry.key()).isEmpty()).toList();
  }

  /** What to change in the list; nothing, if it says all that already. */
  public List<ListChange.OfTitle> changes() {
    Map<TitleKey, ListEntry> after = new LinkedHashMap<>();
    renamed.entrySet().forEach(title -> after.put(title.getKey(), underKey(title)));
    List<ListEntry> before = new ArrayList<>();
    differing.stream()
        .filter(Difference::theirsWins)
        .forEach(
            difference -> {
              before.add(difference.mine());
              after.put(difference.mine().key(), difference.after());
            });
    filled.forEach(
        title -> {
          before.add(title.mine());
          after.put(title.mine().key(), title.after());
        });
    List<ListChange.OfTitle> changes = new ArrayList<>();
    renamed.forEach((key, entry) -> changes.addAll(changes(entry, after.get(key))));
    before.stream()
        .filter(entry -> !renamed.containsKey(entry.key()))
        .forEach(entry -> changes.addAll(changes(entry, after.get(entry.key()))));
    fresh.forEach(entry -> changes.add(new ListChange.OfTitle(entry.key(), null, entry)));
    return changes;
  }
}
