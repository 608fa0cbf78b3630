package osusume.recommend;

import osusume.data.Taste;
import osusume.recommend.profile.Habits;

/**
 * A taste worked out for the blend: what it costs to answer lies in here.
 *
 * @param tuning what the person changed
 * @param features one array for each {@link BlendFeature} in their order, one number a known title
 */
record BlendTaste(
    Taste taste,
    Tuning tuning,
    TasteWeights scale,
    Habits habits,
    Neighbourhood neighbourhood,
    float[][] features) {}
