package osusume.mylist;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import osusume.data.Catalogue;

/** A person's list as it is at one moment, one entry a title, oldest first. Immutable. */
public final class MyList {
  /** A list without entries. */
  public static final MyList EMPTY = new MyList(Map.of());

  private final Map<TitleKey, ListEntry> entries;

  private MyList(Map<TitleKey, ListEntry> entries) {
    this.entries = entries;
  }

  /**
   * @throws IllegalArgumentException if a title occurs twice
   */
  public static MyList of(Collection<ListEntry> entries) {
    Map<TitleKey, ListEntry> byKey = LinkedHashMap.newLinkedHashMap(entries.size());
    for (ListEntry entry : entries) {
      if (byKey.put(entry.key(), entry) != null) {
        throw new IllegalArgumentException(
            "\"%s\" (%s) occurs twice in a list.".formatted(entry.title(), entry.key()));
      }
    }
    return new MyList(byKey);
  }

  public Collection<ListEntry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  public Optional<ListEntry> get(TitleKey key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The entry of the title with this {@code anime_id}. */
  public Optional<ListEntry> ofAnime(int animeId) {
    return get(TitleKey.mal(animeId));
  }

  /** The catalogue rows of the titles with this status; what the data set lacks is left out. */
  public BitSet rows(Status status, Catalogue catalogue) {
    BitSet rows = new BitSet();
    for (ListEntry entry : entries.values()) {
      int row = entry.status() == status ? entry.key().rowIn(catalogue) : -1;
      if (row >= 0) {
        rows.set(row);
      }
    }
    return rows;
  }

  /** How many titles have this status. */
  public int count(Status status) {
    return (int) entries.values().stream().filter(entry -> entry.status() == status).count();
  }

  public int size() {
    return entries.size();
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The list after some titles were changed. */
  MyList after(List<ListChange.OfTitle> changes) {
    Map<TitleKey, ListEntry> fresh = new LinkedHashMap<>(entries);
    for (ListChange.OfTitle change : changes) {
      if (change.after() == null) {
        fresh.remove(change.key());
      } else {
        fresh.put(change.key(), change.after());
      }
    }
    return new MyList(fresh);
  }

  /** What to change so that this list becomes another: what it says of each title that differs. */
  List<ListChange.OfTitle> changesTo(MyList wanted) {
    List<ListChange.OfTitle> changes = new ArrayList<>();
    for (ListEntry entry : entries.values()) {
      if (!wanted.entries.containsKey(entry.key())) {
        changes.add(ListChange.OfTitle.removed(entry));
      }
    }
    for (ListEntry entry : wanted.entries.values()) {
      if (!entry.equals(entries.get(entry.key()))) {
        changes.add(new ListChange.OfTitle(entry.key(), entries.get(entry.key()), entry));
      }
    }
    return changes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MyList list && entries.equals(list.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return entries.values().toString();
  }
}
