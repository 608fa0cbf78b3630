package osusume.recommend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.data.io.DemoData;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;
import osusume.recommend.rating.RatingFit;

/**
 * Every strategy fitted to the first users of the demo data, and ranking by predicted ratings;
 * fitted once.
 */
final class DemoStrategies {
  private static final int USERS = 500;

  static final Dataset DATA = data();
  static final Map<String, Recommender> FITTED = new LinkedHashMap<>();
  static final RatingFit RATING = RatingFit.of(DATA, "1", 2, Progress.NONE);

  static {
    var fitting = new FreshFitting(DATA, NmfSettings.DEFAULT, Progress.NONE);
    Strategies.ALL.forEach(strategy -> FITTED.put(strategy.name(), strategy.fit(fitting)));
    FITTED.put("rating", new RatingRecommender(DATA, RATING.stack()));
  }

  private DemoStrategies() {}

  private static Dataset data() {
    try {
      Dataset demo = DemoData.read(Progress.NONE);
      RatingMatrix all = demo.ratings();
      int entries = all.starts()[USERS];
      return new Dataset(
          demo.name(),
          true,
          demo.catalogue(),
          new RatingMatrix(
              Arrays.copyOf(all.rowIds(), USERS),
              Arrays.copyOf(all.starts(), USERS + 1),
              Arrays.copyOf(all.columns(), entries),
              Arrays.copyOf(all.values(), entries),
              all.columnCount()),
          demo.fingerprint(),
          demo.report());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The list of the user in a row, as an outsider's with entries of some weight each. */
  static Taste.Builder listOf(int user, double weight) {
    Taste taste = Taste.ofUser(DATA.ratings(), user);
    Taste.Builder list = Taste.builder();
    for (int entry = 0; entry < taste.size(); entry++) {
      list.watched(taste.row(entry), taste.rating(entry), weight);
    }
    return list;
  }
}
