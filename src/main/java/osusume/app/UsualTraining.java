package osusume.app;

import java.util.BitSet;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.nmf.NmfSettings;

/**
 * The training that is done where nobody says otherwise: the default one, with fewer groups where a
 * small data set does not allow as many.
 */
public final class UsualTraining {
  private UsualTraining() {}

  /** Looks at every rating, so not for the JavaFX thread. */
  public static NmfSettings of(Dataset data) {
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
    int usual = NmfSettings.DEFAULT.components();
    return NmfSettings.DEFAULT.withComponents(
        Math.max(NmfSettings.MIN_COMPONENTS, Math.min(usual, most)));
  }
}
