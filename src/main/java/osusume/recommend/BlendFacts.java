package osusume.recommend;

import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.linalg.SparseFloats;
import osusume.nmf.NmfModel;
import osusume.recommend.profile.Everybody;
import osusume.recommend.profile.Habits;
import osusume.recommend.profile.ProfileRecommender;

/**
 * Works out every {@link BlendFeature} of every known title for a taste. Features are about the
 * entries that speak for their like ({@link TasteWeights}), but for those of other strategies,
 * which have their own way with the others, and the habits; what these take off stands beside the
 * features. Immutable.
 */
final class BlendFacts {
  private static final double SIMILAR_HIGH = 3;

  /**
   * What a title loses with each e-fold of what entries that speak against their like take from its
   * score of {@code similar}, {@link #AGAINST_FLOOR} added. It is not learned: in lists that were
   * written afterwards a disliked title goes with having watched its like. In P1 on seeds 11, 12
   * and 1 .0006, .0002 and .0003 go; with .3 and a floor of .01 .0012, .0006 and .0009 did, and a
   * title that was dropped hardly cost more than one that was disliked.
   */
  private static final double AGAINST = 0.5;

  private static final double AGAINST_FLOOR = 0.05;

  private static final LogOfAtLeast LOG_SIMILAR = new LogOfAtLeast(0.3);
  private static final LogOfAtLeast LOG_TOP = new LogOfAtLeast(0.01);
  private static final LogOfAtLeast LOG_GROUPS = new LogOfAtLeast(0.05);
  private static final LogOfAtLeast LOG_PEOPLE = new LogOfAtLeast(0.02);

  /** A list of so many titles is half short. */
  private static final double SHORT_LIST = 10;

  /** Features that stand a second time for how short the list is. */
  private static final BlendFeature[][] SHORT = {
    {BlendFeature.SIMILAR, BlendFeature.SIMILAR_SHORT_LIST},
    {BlendFeature.POPULAR, BlendFeature.POPULAR_SHORT_LIST},
    {BlendFeature.LIFT, BlendFeature.LIFT_SHORT_LIST},
    {BlendFeature.CONFIDENCE_LOG, BlendFeature.CONFIDENCE_LOG_SHORT_LIST},
    {BlendFeature.COSINE, BlendFeature.COSINE_SHORT_LIST},
    {BlendFeature.PEOPLE, BlendFeature.PEOPLE_SHORT_LIST},
    {BlendFeature.GROUPS, BlendFeature.GROUPS_SHORT_LIST},
    {BlendFeature.SIMILAR_LOG, BlendFeature.SIMILAR_LOG_SHORT_LIST},
    {BlendFeature.HABIT_GENRES, BlendFeature.HABIT_GENRES_SHORT_LIST},
  };

  /** Features that stand a second time for titles whose story was met. */
  private static final BlendFeature[][] WHERE_MET = {
    {BlendFeature.SIMILAR, BlendFeature.SIMILAR_MET},
    {BlendFeature.POPULAR, BlendFeature.POPULAR_MET},
    {BlendFeature.GROUPS, BlendFeature.GROUPS_MET},
    {BlendFeature.PEOPLE, BlendFeature.PEOPLE_MET},
    {BlendFeature.MEMBERS_RATED, BlendFeature.MEMBERS_RATED_MET},
  };

  private final SimilarRecommender similar;
  private final MixRecommender mix;
  private final PeopleRecommender people;
  private final Everybody everybody;
  private final KnownFacts known;
  private final CompanionFacts companions;
  private final StoryFacts story;
  private final TimeFacts time;
  private final int[] rows;
  private final int[] places;

  /**
   * Looks at every rating.
   *
   * @param rows catalogue rows of the known titles, in the order of the columns of {@code together}
   *     and of what {@code similar} knows
   * @param together by how many users two of them are both watched
   */
  BlendFacts(
      DatasetFacts facts,
      SimilarRecommender similar,
      NmfModel nmf,
      int[] rows,
      SparseFloats together) {
    Dataset data = facts.data();
    this.similar = similar;
    this.mix = new MixRecommender(data, nmf);
    this.rows = rows;
    this.places = KnownTitles.places(rows, data.catalogue().size());
    this.people = facts.people();
    this.everybody = facts.everybody();
    this.known = new KnownFacts(data, rows);
    this.companions = new CompanionFacts(together, places, known);
    this.story =
        new StoryFacts(Franchises.of(data.catalogue()), rows, KnownTitles.watchers(data.ratings()));
    this.time = new TimeFacts(data.catalogue(), rows);
  }

  SimilarRecommender similar() {
    return similar;
  }

  MixRecommender mix() {
    return mix;
  }

  KnownFacts known() {
    return known;
  }

  CompanionFacts companions() {
    return companions;
  }

  StoryFacts story() {
    return story;
  }

  /** Catalogue rows of the known titles. Not to be written. */
  int[] rows() {
    return rows;
  }

  /** The place of a catalogue row among the known titles, or −1. */
  int place(int animeRow) {
    return places[animeRow];
  }

  /** How many titles of the catalogue there are. */
  int catalogueSize() {
    return places.length;
  }

  /** Works out every feature of every known title. */
  BlendTaste of(Taste taste, Tuning tuning) {
    float[][] features = new float[BlendFeature.COUNT][rows.length];
    TasteWeights scale = TasteWeights.of(taste);
    known.fill(features);
    companions.fill(taste, scale, features);
    story.fill(taste, scale, features);
    time.fill(taste, scale, features);
    Habits habits = Habits.of(everybody, taste);
    habits(habits, features);
    float[] against = new float[rows.length];
    similar.takeApart(
        taste,
        scale,
        features[BlendFeature.SIMILAR.ordinal()],
        features[BlendFeature.SIMILAR_TOP.ordinal()],
        features[BlendFeature.SIMILAR_AGAINST.ordinal()],
        against);
    standardise(features[BlendFeature.SIMILAR.ordinal()]);
    lower(against, tuning.weights().of(BlendPart.SIMILAR));
    groups(taste, tuning, features[BlendFeature.GROUPS.ordinal()]);
    Neighbourhood neighbourhood = people.neighbourhood(taste);
    float[] ofPeople = neighbourhood.score();
    float[] logs = features[BlendFeature.PEOPLE.ordinal()];
    for (int place = 0; place < rows.length; place++) {
      logs[place] = LOG_PEOPLE.of(ofPeople[rows[place]]);
    }
    fill(features, 1 / (1 + length(taste, scale) / SHORT_LIST));
    return new BlendTaste(taste, tuning, scale, habits, neighbourhood, features, against);
  }

  /** How many entries speak for titles like them, by their weight. */
  private static double length(Taste taste, TasteWeights scale) {
    double length = 0;
    for (int entry = 0; entry < taste.size(); entry++) {
      length += scale.against(taste, entry) ? 0 : taste.weight(entry);
    }
    return length;
  }

  /**
   * Makes of what entries that speak against their like take from the score of {@code similar} what
   * they take from that of the blend.
   *
   * @param share of what they take that counts
   */
  private static void lower(float[] against, double share) {
    for (int place = 0; place < against.length; place++) {
      if (against[place] < 0) {
        double times = Math.log1p(-against[place] / AGAINST_FLOOR);
        against[place] = (float) (-share * AGAINST * times);
      }
    }
  }

  private void habits(Habits habits, float[][] features) {
    float[][] numbers = ProfileRecommender.numbers(habits);
    for (Habit habit : Habit.values()) {
      float[] from = numbers[habit.ordinal()];
      float[] to = features[featureOf(habit).ordinal()];
      for (int place = 0; place < rows.length; place++) {
        to[place] = from[rows[place]];
      }
    }
  }

  static BlendFeature featureOf(Habit habit) {
    return switch (habit) {
      case SCALE -> BlendFeature.HABIT_SCALE;
      case GENRES -> BlendFeature.HABIT_GENRES;
      case LENGTH -> BlendFeature.HABIT_LENGTH;
      case POPULARITY -> BlendFeature.HABIT_POPULARITY;
      case TYPE -> BlendFeature.HABIT_TYPE;
    };
  }

  private void groups(Taste taste, Tuning tuning, float[] logs) {
    float[] score = mix.tuned(tuning).score(taste);
    double squares = 0;
    for (float value : score) {
      squares += (double) value * value;
    }
    double inverse = squares > 0 ? 1 / Math.sqrt(squares / score.length) : 0;
    for (int place = 0; place < rows.length; place++) {
      logs[place] = LOG_GROUPS.of(score[rows[place]] * inverse);
    }
  }

  /** The features that follow from others. */
  private static void fill(float[][] features, double shortness) {
    float[] similarity = features[BlendFeature.SIMILAR.ordinal()];
    float[] high = features[BlendFeature.SIMILAR_HIGH.ordinal()];
    float[] logs = features[BlendFeature.SIMILAR_LOG.ordinal()];
    float[] top = features[BlendFeature.SIMILAR_TOP.ordinal()];
    for (int place = 0; place < similarity.length; place++) {
      float z = similarity[place];
      high[place] = (float) Math.max(0, z - SIMILAR_HIGH);
      logs[place] = LOG_SIMILAR.of(Math.max(0, z));
      top[place] = LOG_TOP.of(top[place]);
    }
    for (BlendFeature[] pair : SHORT) {
      float[] from = features[pair[0].ordinal()];
      float[] to = features[pair[1].ordinal()];
      for (int place = 0; place < to.length; place++) {
        to[place] = (float) (from[place] * shortness);
      }
    }
    float[] met = features[BlendFeature.MET.ordinal()];
    for (BlendFeature[] pair : WHERE_MET) {
      float[] from = features[pair[0].ordinal()];
      float[] to = features[pair[1].ordinal()];
      for (int place = 0; place < to.length; place++) {
        to[place] = from[place] * met[place];
      }
    }
  }

  /** Mean 0 and spread 1; all zero where all are equal. */
  private static void standardise(float[] values) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / values.length;
    double variance = squares / values.length - mean * mean;
    double inverse = variance > 1e-12 * mean * mean && variance > 0 ? 1 / Math.sqrt(variance) : 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((values[i] - mean) * inverse);
    }
  }
}
