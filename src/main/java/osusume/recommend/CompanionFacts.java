package osusume.recommend;

import osusume.data.Taste;
import osusume.linalg.SparseFloats;

/** What follows from which titles are watched by the same users. Immutable. */
final class CompanionFacts {
  private static final double CONFIDENCE_SHRINK = 15;
  private static final double LIFT_SHRINK = 10;
  private static final double COSINE_SHRINK = 5;
  private static final double FLOOR = 0.03;

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
    float[] neighbours = features[BlendFeature.NEIGHBOURS.ordinal()];
    float[] nearest = features[BlendFeature.COSINE.ordinal()];
    float[] second = new float[nearest.length];
    float[] third = new float[nearest.length];
    for (int entry = 0; entry < taste.size(); entry++) {
      int place = places[taste.row(entry)];
      if (place < 0) {
        continue;
      }
      float weight = taste.weight(entry);
      boolean liked = scale.likes(taste.rating(entry));
      float perUser = (float) (weight / (watchers[place] + CONFIDENCE_SHRINK));
      float perLift = (float) (weight / (watchers[place] + LIFT_SHRINK));
      float perRoot = (float) (weight / Math.sqrt(watchers[place] + COSINE_SHRINK));
      float x = (float) (weight * scale.of(taste.rating(entry)) / Math.sqrt(watchers[place]));
      for (int e = together.starts()[place]; e < together.starts()[place + 1]; e++) {
        int other = together.columns()[e];
        float both = together.values()[e];
        neighbours[other] += x * both;
        confidence[other] = Math.max(confidence[other], perUser * both);
        back[other] = Math.max(back[other], weight * both);
        lift[other] = Math.max(lift[other], perLift * (both + 1));
        if (liked) {
          ofLiked[other] = Math.max(ofLiked[other], perUser * both);
          float cosine = perRoot * both;
          if (cosine > nearest[other]) {
            third[other] = second[other];
            second[other] = nearest[other];
            nearest[other] = cosine;
          } else if (cosine > second[other]) {
            third[other] = second[other];
            second[other] = cosine;
          } else if (cosine > third[other]) {
            third[other] = cosine;
          }
        }
      }
    }
    float[] logConfidence = features[BlendFeature.CONFIDENCE_LOG.ordinal()];
    float[] ofThree = features[BlendFeature.COSINE_OF_THREE.ordinal()];
    for (int other = 0; other < nearest.length; other++) {
      double n = watchers[other];
      double root = Math.sqrt(n + COSINE_SHRINK);
      logConfidence[other] = log(confidence[other]);
      ofLiked[other] = log(ofLiked[other]);
      back[other] = log(back[other] / (n + CONFIDENCE_SHRINK));
      lift[other] = (float) Math.max(0, Math.log(lift[other] * users / (n + LIFT_SHRINK)));
      ofThree[other] = log((nearest[other] + second[other] + third[other]) / 3 / root);
      nearest[other] = log(nearest[other] / root);
      neighbours[other] /= (float) Math.sqrt(Math.max(1, n));
    }
    BlendFacts.standardise(neighbours);
  }

  private static float log(double value) {
    return (float) Math.log(value + FLOOR);
  }

  /**
   * Divides what these features add to a score among the watched titles they come from: that of the
   * strongest link goes to the title it starts from, that of three to those three, that of all to
   * all by their part.
   *
   * @param place of the title among the known ones
   * @param added what each feature adds
   * @param shares what each entry of the taste adds; is added to
   */
  void divide(Taste taste, TasteWeights scale, int place, double[] added, double[] shares) {
    int size = taste.size();
    double[] neighbour = new double[size];
    int confident = -1;
    int confidentOfLiked = -1;
    int most = -1;
    int lifted = -1;
    int[] nearest = {-1, -1, -1};
    double[] best = new double[4];
    double[] cosines = new double[3];
    double neighbours = 0;
    for (int entry = 0; entry < size; entry++) {
      int from = places[taste.row(entry)];
      float both = from < 0 ? 0 : together.at(from, place);
      if (both <= 0) {
        continue;
      }
      double weight = taste.weight(entry);
      double n = watchers[from];
      neighbour[entry] = weight * scale.of(taste.rating(entry)) * both / Math.sqrt(n);
      neighbours += neighbour[entry];
      double confidence = weight * both / (n + CONFIDENCE_SHRINK);
      if (confidence > best[0]) {
        best[0] = confidence;
        confident = entry;
      }
      if (weight * both > best[1]) {
        best[1] = weight * both;
        most = entry;
      }
      if (weight * (both + 1) / (n + LIFT_SHRINK) > best[2]) {
        best[2] = weight * (both + 1) / (n + LIFT_SHRINK);
        lifted = entry;
      }
      if (scale.likes(taste.rating(entry))) {
        if (confidence > best[3]) {
          best[3] = confidence;
          confidentOfLiked = entry;
        }
        insert(weight * both / Math.sqrt(n + COSINE_SHRINK), entry, cosines, nearest);
      }
    }
    give(shares, confident, added, BlendFeature.CONFIDENCE);
    give(shares, confident, added, BlendFeature.CONFIDENCE_LOG);
    give(shares, confidentOfLiked, added, BlendFeature.CONFIDENCE_LIKED);
    give(shares, most, added, BlendFeature.CONFIDENCE_BACK);
    give(shares, lifted, added, BlendFeature.LIFT);
    give(shares, nearest[0], added, BlendFeature.COSINE);
    double cosineSum = cosines[0] + cosines[1] + cosines[2];
    for (int i = 0; i < nearest.length && cosineSum > 0; i++) {
      if (nearest[i] >= 0) {
        shares[nearest[i]] +=
            added[BlendFeature.COSINE_OF_THREE.ordinal()] * cosines[i] / cosineSum;
      }
    }
    for (int entry = 0; entry < size && neighbours > 0; entry++) {
      shares[entry] += added[BlendFeature.NEIGHBOURS.ordinal()] * neighbour[entry] / neighbours;
    }
  }

  private static void insert(double cosine, int entry, double[] cosines, int[] nearest) {
    double value = cosine;
    int who = entry;
    for (int i = 0; i < cosines.length; i++) {
      if (value > cosines[i]) {
        double lower = cosines[i];
        int lowerWho = nearest[i];
        cosines[i] = value;
        nearest[i] = who;
        value = lower;
        who = lowerWho;
      }
    }
  }

  private static void give(double[] shares, int entry, double[] added, BlendFeature feature) {
    if (entry >= 0) {
      shares[entry] += added[feature.ordinal()];
    }
  }
}
