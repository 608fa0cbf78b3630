package osusume.recommend;

import osusume.data.Dataset;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;

class MixRecommenderTest extends RecommenderContract {
  @Override
  Recommender fit(Dataset data) {
    var settings = new NmfSettings(2, 100, 1e-6, NmfSettings.Start.NNDSVD, 1);
    return new MixRecommender(data, new FreshFitting(data, settings, Progress.NONE).nmf());
  }
}
