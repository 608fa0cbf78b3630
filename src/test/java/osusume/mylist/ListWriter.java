package osusume.mylist;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import osusume.data.Anime;
import osusume.json.Json;

/**
 * A program that changes a list for ever, to be killed: before each change it prints what it is
 * about to do, and after the store returned that it is saved.
 */
public final class ListWriter {
  /** Titles of an import: a line of some hundred kilobytes. */
  static final int IMPORTED = 500;

  /** Small, so that the journal is written anew again and again. */
  static final long SMALL = 64 << 10;

  static final int GROWTH = 2;

  /** What starts the line that says what is about to be done: what the titles are afterwards. */
  static final String WILL = "will ";

  /** The line that says that it is on the disk. */
  static final String SAVED = "saved";

  private static final int TITLES = 900;

  private final ListStore store;
  private final Random random;
  private final PrintStream out;

  private ListWriter(ListStore store, Random random, PrintStream out) {
    this.store = store;
    this.random = random;
    this.out = out;
  }

  /**
   * @param args folder of the list, seed
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ListStore store =
        ListStore.open(
            Path.of(args[0]),
            Clock.systemUTC(),
            trouble -> out.println(trouble.getMessage()),
            SMALL,
            GROWTH);
    ListWriter writer = new ListWriter(store, new Random(Long.parseLong(args[1])), out);
    while (true) {
      writer.step().ifPresent(change -> out.println(SAVED));
    }
  }

  /** The command line that starts the program. */
  static List<String> command(Path folder, long seed) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        ListWriter.class.getName(),
        folder.toString(),
        String.valueOf(seed));
  }

  private Optional<ListChange> step() throws IOException {
    Anime anime = anime(1 + random.nextInt(TITLES));
    TitleKey key = TitleKey.mal(anime.id());
    int what = random.nextInt(100);
    if (what < 50) {
      return change(ListChange.Kind.EDIT, key, ListEdit.rate(anime, 1 + random.nextInt(10)));
    } else if (what < 65) {
      Status status = Status.values()[random.nextInt(Status.values().length)];
      return change(ListChange.Kind.EDIT, key, ListEdit.mark(anime, status));
    } else if (what < 75) {
      return change(ListChange.Kind.EDIT, key, ListEdit.remove());
    } else if (what < 90) {
      return undo();
    } else if (what < 97) {
      return store.change(ListChange.Kind.IMPORT, announced(this::imported));
    }
    return restore();
  }

  private Optional<ListChange> change(ListChange.Kind kind, TitleKey key, ListEdit edit)
      throws IOException {
    return store.change(
        kind,
        announced(
            list -> {
              ListEntry before = list.get(key).orElse(null);
              ListEntry after = edit.apply(before, Clock.systemUTC().instant());
              return after == before
                  ? List.of()
                  : List.of(new ListChange.OfTitle(key, before, after));
            }));
  }

  private List<ListChange.OfTitle> imported(MyList list) {
    List<ListChange.OfTitle> titles = new ArrayList<>();
    int first = 1 + random.nextInt(TITLES);
    for (int id = first; id < first + IMPORTED; id++) {
      ListEntry before = list.ofAnime(id).orElse(null);
      ListEntry after =
          ListEntry.of(anime(id), Status.COMPLETED, Clock.systemUTC().instant())
              .but()
              .score(1 + random.nextInt(10))
              .comments("imported ".repeat(20))
              .build();
      titles.add(new ListChange.OfTitle(TitleKey.mal(id), before, after));
    }
    return titles;
  }

  /** Nobody else writes this list, so what will be undone and restored is known beforehand. */
  private Optional<ListChange> undo() throws IOException {
    store.undoable().ifPresent(change -> announce(change.inverse()));
    return store.undo();
  }

  private Optional<ListChange> restore() throws IOException {
    List<ListBackup> backups = store.backups();
    if (backups.isEmpty()) {
      return Optional.empty();
    }
    ListBackup backup = backups.get(random.nextInt(backups.size()));
    announce(store.list().changesTo(backup.read()));
    return store.restore(backup);
  }

  private Function<MyList, List<ListChange.OfTitle>> announced(
      Function<MyList, List<ListChange.OfTitle>> wish) {
    return list -> {
      List<ListChange.OfTitle> titles = wish.apply(list);
      announce(titles);
      return titles;
    };
  }

  private void announce(List<ListChange.OfTitle> titles) {
    if (!titles.isEmpty()) {
      List<Object> entries = new ArrayList<>();
      for (ListChange.OfTitle title : titles) {
        entries.add(title.after() == null ? title.key().toString() : EntryJson.of(title.after()));
      }
      out.println(WILL + Json.line(entries));
    }
  }

  static Anime anime(int id) {
    return new Anime(id, "Title " + id + " おすすめ", List.of("Drama"), "TV", 12, 7.5, 1000);
  }
}
