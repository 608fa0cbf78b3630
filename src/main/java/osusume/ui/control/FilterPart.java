package osusume.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import osusume.data.AnimeFilter;
import osusume.data.NumberRange;

/** The parts of an {@link AnimeFilter} that a person can loosen. */
public enum FilterPart {
  TITLE(f -> f.toBuilder().title(null).build()),
  GENRE(f -> f.toBuilder().genres(List.of()).build()),
  WITHOUT_GENRE(f -> f.toBuilder().withoutGenres(List.of()).build()),
  TYPE(f -> f.toBuilder().types(List.of()).build()),
  EPISODES(f -> f.toBuilder().episodes(NumberRange.ANY).build()),
  RATING(f -> f.toBuilder().rating(NumberRange.ANY).build()),
  MEMBERS(f -> f.toBuilder().members(NumberRange.ANY).build()),
  ADULT(f -> f.toBuilder().hideAdult(false).build());

  private final UnaryOperator<AnimeFilter> loosen;

  FilterPart(UnaryOperator<AnimeFilter> loosen) {
    this.loosen = loosen;
  }

  /** What would fit if one part did not hold. */
  public record Loosening(FilterPart part, int count) {}

  /** Its name in {@code Matches.removed} and in the keys of texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The filter without this part. */
  public AnimeFilter without(AnimeFilter filter) {
    return loosen.apply(filter);
  }

  /**
   * The part without which most would fit; empty where no single part would do. Adult titles are
   * never offered to somebody who hid them.
   *
   * @param count how many titles fit a filter
   */
  public static Optional<Loosening> best(AnimeFilter filter, ToIntFunction<AnimeFilter> count) {
    return Stream.of(values())
        .filter(part -> part != ADULT && !part.without(filter).equals(filter))
        .map(part -> new Loosening(part, count.applyAsInt(part.without(filter))))
        .filter(loosening -> loosening.count() > 0)
        .max(java.util.Comparator.comparingInt(Loosening::count));
  }

  /** How many parts of a filter, adult titles aside, ask for something. */
  public static int active(AnimeFilter filter) {
    return (int)
        Stream.of(values())
            .filter(part -> part != ADULT && !part.without(filter).equals(filter))
            .count();
  }
}
