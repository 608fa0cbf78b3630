package osusume.ui;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.mylist.ListChange;
import osusume.mylist.ListEntry;
import osusume.mylist.ListStore;
import osusume.mylist.PartialDate;
import osusume.mylist.Status;
import osusume.mylist.TitleKey;

/** Lists as people might keep them, made up with a seed. */
final class SampleLists {
  private static final Instant NOW = Instant.parse("2026-11-20T20:15:00Z");

  private SampleLists() {}

  /** The best known titles of a catalogue, and some that no catalogue has. */
  static List<ListEntry> of(Catalogue catalogue, int size) {
    Random random = new Random(7);
    List<Anime> known =
        IntStream.range(0, catalogue.size())
            .mapToObj(catalogue::anime)
            .filter(anime -> !anime.genres().contains(Catalogue.ADULT_GENRE))
            .sorted(Comparator.comparingInt(Anime::members).reversed())
            .toList();
    List<ListEntry> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ListEntry entry =
          i % 23 == 22 || i >= known.size()
              ? ListEntry.of(
                  TitleKey.mal(900_000 + i), "A later title " + i, "TV", 12, Status.COMPLETED, NOW)
              : ListEntry.of(known.get(i), Status.COMPLETED, NOW);
      entries.add(lived(entry, random));
    }
    return entries;
  }

  private static ListEntry lived(ListEntry entry, Random random) {
    Instant changed = NOW.minus(random.nextInt(3000), ChronoUnit.DAYS);
    LocalDate finished = LocalDate.ofInstant(changed, ZoneOffset.UTC);
    int luck = random.nextInt(20);
    Status status =
        luck < 11
            ? Status.COMPLETED
            : luck < 13
                ? Status.WATCHING
                : luck < 14
                    ? Status.ON_HOLD
                    : luck < 15
                        ? Status.DROPPED
                        : luck < 19 ? Status.PLANNED : Status.NOT_INTERESTED;
    int all = Math.max(1, entry.episodes());
    ListEntry.Builder fresh = entry.but().status(status).changed(changed).rated(changed);
    switch (status) {
      case COMPLETED -> {
        fresh.seen(all).score(Math.clamp(Math.round(7.6 + 1.5 * random.nextGaussian()), 1, 10));
        fresh.started(PartialDate.of(finished.minusDays(30))).finished(PartialDate.of(finished));
      }
      case WATCHING, ON_HOLD -> fresh.seen(random.nextInt(all));
      case DROPPED -> fresh.seen(all / 3).score(3 + random.nextInt(3));
      default -> {}
    }
    return fresh.build();
  }

  /** Keeps a list where a window will find it. */
  static void keep(TestWindow window, List<ListEntry> entries) throws IOException {
    ListStore.open(
            window.places.list(),
            Clock.systemUTC(),
            trouble -> {
              throw new AssertionError(trouble);
            })
        .change(
            ListChange.Kind.IMPORT,
            before ->
                entries.stream()
                    .filter(entry -> !entry.equals(before.get(entry.key()).orElse(null)))
                    .map(
                        entry ->
                            new ListChange.OfTitle(
                                entry.key(), before.get(entry.key()).orElse(null), entry))
                    .toList());
  }
}
