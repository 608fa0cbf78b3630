package osusume.recommend;

import osusume.data.Taste;
import osusume.linalg.SparseFloats;

/** What follows from which titles are watched by the same users. Immutable. */
final class CompanionFacts {
  private static final double CONFIDENCE_SHRINK = 15;
  private static final double LIFT_SHRINK = 10;
  private static final double COSINE_SHRINK = 5;
  private static final LogOfAtLeast LOG = new LogOfAtLeast(0.03);

  private final SparseFloats together;
  private final int[] places;
  private final float[] watchers;
  private final int users;

  /**
   * @param together by how many users two known titles are both watched; the row is the watched one
   * @param places the place of each catalogue row among the known titles, or −1
   */
  CompanionFacts(SparseFloats together, int[] places, KnownFacts known) {
    this.together = together;
    this.places = places;
    this.watchers = known.watchers();
    this.users = known.users();
  }

  /** Fills the features of {@link BlendPart#COMPANIONS}. */
  void fill(Taste taste, TasteWeights scale, float[][] features) {
    float[] confidence = features[BlendFeature.CONFIDENCE.ordinal()];
    float[] ofLiked = features[BlendFeature.CONFIDENCE_LIKED.ordinal()];
    float[] back = features[BlendFeature.CONFIDENCE_BACK.ordinal()];
    float[] lift = features[BlendFeature.LIFT.ordinal()];
    float[] nearest = features[BlendFeature.COSINE.ordinal()];
    for (int entry = 0; entry < taste.size(); entry++) {
      int place = places[taste.row(entry)];
      if (place < 0 || scale.against(taste, entry)) {
        continue;
      }
      float weight = taste.weight(entry);
      boolean liked = scale.likes(taste.rating(entry));
      float perUser = (float) (weight / (watchers[place] + CONFIDENCE_SHRINK));
      float perLift = (float) (weight / (watchers[place] + LIFT_SHRINK));
      float perRoot = (float) (weight / Math.sqrt(watchers[place] + COSINE_SHRINK));
      for (int e = together.starts()[place]; e < together.starts()[place + 1]; e++) {
        int other = together.columns()[e];
        float both = together.values()[e];
        confidence[other] = Math.max(confidence[other], perUser * both);
        back[other] = Math.max(back[other], weight * both);
        lift[other] = Math.max(lift[other], perLift * (both + 1));
        if (liked) {
          ofLiked[other] = Math.max(ofLiked[other], perUser * both);
          nearest[other] = Math.max(nearest[other], perRoot * both);
        }
      }
    }
    float[] logConfidence = features[BlendFeature.CONFIDENCE_LOG.ordinal()];
    for (int other = 0; other < nearest.length; other++) {
      double n = watchers[other];
      logConfidence[other] = LOG.of(confidence[other]);
      ofLiked[other] = LOG.of(ofLiked[other]);
      back[other] = LOG.of(back[other] / (n + CONFIDENCE_SHRINK));
      double lifted = lift[other] * users / (n + LIFT_SHRINK);
      lift[other] = lifted > 1 ? (float) Math.log(lifted) : 0;
      nearest[other] = LOG.of(nearest[other] / Math.sqrt(n + COSINE_SHRINK));
    }
  }

  /**
   * Divides what these features add to a score among the watched titles they come from: each speaks
   * of the strongest link, and goes to the title that link starts from.
   *
   * @param place of the title among the known ones
   * @param added what each feature adds
   * @param ofEntries what each entry of the taste adds; is added to
   */
  void divide(Taste taste, TasteWeights scale, int place, double[] added, double[] ofEntries) {
    var confident = new Strongest();
    var confidentOfLiked = new Strongest();
    var most = new Strongest();
    var lifted = new Strongest();
    var nearest = new Strongest();
    for (int entry = 0; entry < taste.size(); entry++) {
      int from = places[taste.row(entry)];
      float both = from < 0 || scale.against(taste, entry) ? 0 : together.at(from, place);
      if (both > 0) {
        double weight = taste.weight(entry);
        double n = watchers[from];
        confident.see(entry, weight * both / (n + CONFIDENCE_SHRINK));
        most.see(entry, weight * both);
        lifted.see(entry, weight * (both + 1) / (n + LIFT_SHRINK));
        if (scale.likes(taste.rating(entry))) {
          confidentOfLiked.see(entry, weight * both / (n + CONFIDENCE_SHRINK));
          nearest.see(entry, weight * both / Math.sqrt(n + COSINE_SHRINK));
        }
      }
    }
    confident.give(ofEntries, added, BlendFeature.CONFIDENCE);
    confident.give(ofEntries, added, BlendFeature.CONFIDENCE_LOG);
    confident.give(ofEntries, added, BlendFeature.CONFIDENCE_LOG_SHORT_LIST);
    confidentOfLiked.give(ofEntries, added, BlendFeature.CONFIDENCE_LIKED);
    most.give(ofEntries, added, BlendFeature.CONFIDENCE_BACK);
    lifted.give(ofEntries, added, BlendFeature.LIFT);
    lifted.give(ofEntries, added, BlendFeature.LIFT_SHORT_LIST);
    nearest.give(ofEntries, added, BlendFeature.COSINE);
    nearest.give(ofEntries, added, BlendFeature.COSINE_SHORT_LIST);
  }

  /** The entry with the strongest link, the first of equal ones. */
  private static final class Strongest {
    private int entry = -1;
    private double strength;

    void see(int candidate, double candidateStrength) {
      if (candidateStrength > strength) {
        strength = candidateStrength;
        entry = candidate;
      }
    }

    void give(double[] ofEntries, double[] added, BlendFeature feature) {
      if (entry >= 0) {
        ofEntries[entry] += added[feature.ordinal()];
      }
    }
  }
}
