package osusume.mylist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import osusume.data.Catalogue;
import osusume.data.Recency;
import osusume.data.Taste;

/** The taste that follows from a person's list, as everybody's taste follows from theirs. */
public final class MyTaste {
  private static final int UNRATED = -1;

  private MyTaste() {}

  /** An entry of a title that the data set knows. */
  private record Known(int row, ListEntry entry) {}

  /** Without regard to the age of the entries. */
  public static Taste of(MyList list, Catalogue catalogue) {
    return of(list, catalogue, Recency.OFF, LocalDate.EPOCH);
  }

  /**
   * Of the titles that the data set knows: what was seen counts, by its score and its age; what was
   * dropped speaks against titles like it; what is planned or not wanted says nothing of the taste,
   * for it was not seen. None of them is recommended.
   *
   * @param today what the age of an entry is counted from
   */
  public static Taste of(MyList list, Catalogue catalogue, Recency recency, LocalDate today) {
    Taste.Builder taste = Taste.builder();
    List<Known> seen = new ArrayList<>(list.size());
    for (ListEntry entry : list.entries()) {
      int row = entry.key().rowIn(catalogue);
      if (row >= 0 && entry.status().seen()) {
        seen.add(new Known(row, entry));
      } else if (row >= 0) {
        taste.leaveOut(row);
      }
    }
    double[] weights =
        recency.weights(seen.stream().mapToDouble(known -> age(known.entry, today)).toArray());
    for (int i = 0; i < weights.length; i++) {
      ListEntry entry = seen.get(i).entry;
      int rating = entry.score() == 0 ? UNRATED : entry.score();
      if (entry.status() == Status.DROPPED) {
        taste.dropped(seen.get(i).row, rating, weights[i]);
      } else {
        taste.watched(seen.get(i).row, rating, weights[i]);
      }
    }
    return taste.build();
  }

  /**
   * How old what an entry says of the taste is: since the person finished the title, or else began
   * it, or since they rated it, if that was later.
   *
   * @return days; NaN where none of these is known
   */
  private static double age(ListEntry entry, LocalDate today) {
    Optional<LocalDate> seen = entry.finished().about().or(() -> entry.started().about());
    Optional<LocalDate> rated = Optional.ofNullable(entry.rated()).map(MyTaste::day);
    return Stream.concat(seen.stream(), rated.stream())
        .max(Comparator.naturalOrder())
        .map(day -> (double) ChronoUnit.DAYS.between(day, today))
        .orElse(Double.NaN);
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
