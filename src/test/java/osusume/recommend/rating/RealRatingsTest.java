package osusume.recommend.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.io.KaggleImport;
import osusume.progress.Progress;

/**
 * Predictions of the real ratings of 3,500 users, a tenth of them held out (protocol P3). The
 * archive is not part of the project: without it this test is skipped.
 */
class RealRatingsTest {
  private static final Path ARCHIVE = Path.of("..", "shared", "data", "archive.zip");

  @Test
  void theStackReachesWhatItShouldAndItsErrorIsHonest() throws IOException {
    assumeTrue(Files.exists(ARCHIVE), ARCHIVE + " is not there: nothing was compared.");
    Dataset data = KaggleImport.read("real", false, List.of(ARCHIVE), Progress.NONE);
    HeldOut held = HeldOut.of(data, 0.1, 91);
    Stack stack = RatingFit.of(held.training(), "", 2, Progress.NONE).stack();
    double error = Math.sqrt(held.squaredError(stack));
    Members members = stack.members();
    assertThat(error).isLessThan(1.09);
    for (ResidualModel member : members.onBiases()) {
      assertThat(error)
          .isLessThan(Math.sqrt(held.squaredError(ResidualModel.onto(members.biases(), member))));
    }
    assertThat(Math.sqrt(held.squaredError(members.biases()))).isBetween(1.18, 1.23);
    assertThat(held.covered(stack)).isBetween(0.65, 0.69);
  }
}
