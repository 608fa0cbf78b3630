package osusume.chat.exam;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import osusume.data.TitleRatings;

/**
 * A number that follows from the data set. It is counted here, not by the assistants' tools, so
 * that a fault of theirs shows.
 */
sealed interface NumberFact {
  /** The numbers that are right, for a question may be understood in two ways; NaN: none is. */
  List<Double> values(Scene scene);

  /** Titles it is about, by id. */
  default List<Integer> anime() {
    return List.of();
  }

  /** How many titles are such; adult ones may be counted or not. */
  record HowMany(WantedTitles wanted) implements NumberFact {
    @Override
    public List<Double> values(Scene scene) {
      return withAndWithoutAdult(scene, wanted).stream()
          .map(rows -> (double) rows.cardinality())
          .toList();
    }
  }

  /** A statistic of such titles, of those whose number is known. */
  record OfTitles(Statistic statistic, Column column, WantedTitles wanted) implements NumberFact {
    @Override
    public List<Double> values(Scene scene) {
      return withAndWithoutAdult(scene, wanted).stream()
          .map(rows -> statistic.of(known(scene, rows)))
          .toList();
    }

    private double[] known(Scene scene, BitSet rows) {
      return rows.stream()
          .mapToDouble(row -> column.of(scene.catalogue().anime(row)))
          .filter(value -> !Double.isNaN(value))
          .toArray();
    }
  }

  /** A number of one title. */
  record OfTitle(int animeId, Column column) implements NumberFact {
    @Override
    public List<Double> values(Scene scene) {
      return List.of(column.of(scene.anime(animeId)));
    }

    @Override
    public List<Integer> anime() {
      return List.of(animeId);
    }
  }

  /** What the data set's users gave one title. */
  record OfRatings(int animeId, Statistic statistic) implements NumberFact {
    @Override
    public List<Double> values(Scene scene) {
      double[] ratings = ratings(TitleRatings.of(scene.data(), row(scene)).counts());
      return List.of(statistic.of(ratings));
    }

    private int row(Scene scene) {
      return scene.catalogue().rowOfId(animeId);
    }

    private static double[] ratings(int[] counts) {
      return IntStream.range(0, counts.length)
          .boxed()
          .flatMap(i -> IntStream.range(0, counts[i]).mapToObj(_ -> i + 1.0))
          .mapToDouble(Double::doubleValue)
          .toArray();
    }

    @Override
    public List<Integer> anime() {
      return List.of(animeId);
    }
  }

  /** What can be counted on somebody's list. */
  enum OfList {
    WATCHED,
    RATED,
    MEAN
  }

  /** A number of somebody's list. */
  record OfPerson(Who who, OfList what) implements NumberFact {
    @Override
    public List<Double> values(Scene scene) {
      var taste = scene.taste(who);
      double[] rated =
          IntStream.range(0, taste.size())
              .map(taste::rating)
              .filter(rating -> rating > 0)
              .asDoubleStream()
              .toArray();
      return List.of(
          switch (what) {
            case WATCHED -> (double) taste.size();
            case RATED -> (double) rated.length;
            case MEAN -> Statistic.MEAN.of(rated);
          });
    }
  }

  /** How many users the data set has. */
  record Users() implements NumberFact {
    @Override
    public List<Double> values(Scene scene) {
      return List.of((double) scene.data().ratings().rowCount());
    }
  }

  /** A number that does not depend on the data set. */
  record Given(double value) implements NumberFact {
    @Override
    public List<Double> values(Scene scene) {
      return List.of(value);
    }
  }

  /** Why the data set does not tell; empty: it does. */
  default Optional<String> unusable(Scene scene) {
    return scene
        .missing(anime())
        .or(
            () ->
                values(scene).stream().anyMatch(value -> value.isNaN())
                    ? Optional.of("The data set does not tell the number that is asked for.")
                    : Optional.empty());
  }

  private static List<BitSet> withAndWithoutAdult(Scene scene, WantedTitles wanted) {
    BitSet all = wanted.rows(scene.catalogue());
    var without = wanted.filter().toBuilder().hideAdult(true).build();
    return List.of(all, new WantedTitles(without, wanted.anyGenres()).rows(scene.catalogue()));
  }
}
