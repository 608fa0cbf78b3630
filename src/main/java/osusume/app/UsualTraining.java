package osusume.app;

import java.util.BitSet;
import java.util.Optional;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.nmf.NmfSettings;

/**
 * The training that is done where nobody says otherwise: the default one, with fewer groups where a
 * small data set does not allow as many.
 */
public final class UsualTraining {
  private UsualTraining() {}

  /**
   * Looks at every rating, so not for the JavaFX thread.
   *
   * @return empty where there are too few users or titles with a rating to learn from at all
   */
  public static Optional<NmfSettings> of(Dataset data) {
    RatingMatrix ratings = data.ratings();
    BitSet titles = new BitSet();
    int users = 0;
    for (int row = 0; row < ratings.rowCount(); row++) {
      boolean rated = false;
      for (int i = ratings.starts()[row]; i < ratings.starts()[row + 1]; i++) {
        if (ratings.values()[i] > 0) {
          titles.set(ratings.columns()[i]);
          rated = true;
        }
      }
      users += rated ? 1 : 0;
    }
    int most = Math.min(users, titles.cardinality());
    if (most < NmfSettings.MIN_COMPONENTS) {
      return Optional.empty();
    }
    int usual = NmfSettings.DEFAULT.components();
    return Optional.of(NmfSettings.DEFAULT.withComponents(Math.min(usual, most)));
  }
}
