package osusume.nmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.io.DemoData;
import osusume.progress.Progress;

/**
 * The demo's ratings, which everybody has, against what scikit-learn 1.2.1 makes of them in 200
 * iterations, as {@code src/bench/nmf_reference.py} prints it.
 */
class DemoRatingsTest {
  @Test
  void aDefaultTrainingComesAsCloseAsScikitLearn() throws Exception {
    Dataset demo = DemoData.read(Progress.NONE);
    int[] ids = new int[demo.catalogue().size()];
    Arrays.setAll(ids, row -> demo.catalogue().anime(row).id());
    NmfModel model =
        Nmf.train(
            demo.ratings(),
            ids,
            demo.fingerprint(),
            NmfSettings.DEFAULT,
            Progress.NONE,
            IterationListener.NONE);
    assertThat(model.relativeError()).isLessThan(0.7406688 + 5e-4);
    assertThat(model.converged()).isTrue();
  }
}
