package osusume.recommend;

import osusume.data.Taste;
import osusume.recommend.profile.Habits;

/**
 * A taste worked out for the blend: what it costs to answer lies in here.
 *
 * @param tuning what the person changed
 * @param features one array for each {@link BlendFeature} in their order, one number a known title
 * @param against what entries that speak against their like take off the score of each known title;
 *     at most 0
 */
record BlendTaste(
    Taste taste,
    Tuning tuning,
    TasteWeights scale,
    Habits habits,
    Neighbourhood neighbourhood,
    float[][] features,
    float[] against) {}
