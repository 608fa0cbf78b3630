package osusume.recommend.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import osusume.data.Anime;
import osusume.data.Catalogue;

/**
 * What the person leans to: ridge regression of what is left over of their own ratings on what is
 * known of the titles. Nothing is learned from others, so it holds for titles that nobody rated.
 *
 * <p>A title is a vector of its genres (1 / √number of genres each), its type, and its length,
 * popularity and catalogue rating in standard deviations from the mean.
 */
final class Content implements ResidualModel {
  /**
   * How strongly a person's leanings are drawn to none, in pseudo-ratings; chosen by eye, not by a
   * scan.
   */
  static final double GENRE_PENALTY = 12;

  static final double TYPE_PENALTY = 15;
  static final double NUMBER_PENALTY = 25;

  private final TitleVectors vectors;
  private final double[] penalties;

  private Content(TitleVectors vectors, double[] penalties) {
    this.vectors = vectors;
    this.penalties = penalties;
  }

  static Content of(Catalogue catalogue) {
    List<String> genres = catalogue.genres();
    List<String> types = catalogue.types();
    List<double[]> numbers =
        new ArrayList<>(
            List.of(
                standardised(
                    catalogue, a -> a.episodes() > 0 ? Math.log(a.episodes()) : Double.NaN),
                standardised(catalogue, a -> a.members() > 0 ? Math.log(a.members()) : Double.NaN),
                standardised(catalogue, Anime::rating)));
    int d = genres.size() + types.size() + numbers.size();
    double[] penalties = new double[d];
    Arrays.fill(penalties, 0, genres.size(), GENRE_PENALTY);
    Arrays.fill(penalties, genres.size(), genres.size() + types.size(), TYPE_PENALTY);
    Arrays.fill(penalties, genres.size() + types.size(), d, NUMBER_PENALTY);
    float[] vectors = new float[catalogue.size() * d];
    for (int row = 0; row < catalogue.size(); row++) {
      Anime anime = catalogue.anime(row);
      int at = row * d;
      for (String genre : anime.genres()) {
        vectors[at + genres.indexOf(genre)] = (float) (1 / Math.sqrt(anime.genres().size()));
      }
      vectors[at + genres.size() + types.indexOf(anime.type())] = 1;
      for (int i = 0; i < numbers.size(); i++) {
        vectors[at + genres.size() + types.size() + i] = (float) numbers.get(i)[row];
      }
    }
    return new Content(new TitleVectors(d, vectors), penalties);
  }

  private interface Number {
    double of(Anime anime);
  }

  /** Less the mean, over the standard deviation; 0 where the number is not known. */
  private static double[] standardised(Catalogue catalogue, Number number) {
    double[] values = new double[catalogue.size()];
    Arrays.setAll(values, row -> number.of(catalogue.anime(row)));
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double mean = Arrays.stream(known).average().orElse(0);
    double variance = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    double deviation = variance > 0 ? Math.sqrt(variance) : 1;
    return Arrays.stream(values)
        .map(value -> Double.isNaN(value) ? 0 : (value - mean) / deviation)
        .toArray();
  }

  @Override
  public void predict(Request request, float[] predicted) {
    new RidgeFoldIn(request.person(), vectors, penalties).predict(request, predicted);
  }
}
