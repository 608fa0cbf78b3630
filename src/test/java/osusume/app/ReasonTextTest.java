package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import osusume.recommend.Checkerboard;
import osusume.recommend.Reason;

class ReasonTextTest {
  private static final Opened OPENED = Opened.bare(Checkerboard.data());
  private static final String NAME = OPENED.data().catalogue().anime(3).name();

  private final ReasonText you = new ReasonText(OPENED);
  private final ReasonText they = ReasonText.ofSomebodyElse(OPENED);

  @Test
  void whatSpeaksForATitleIsACause() {
    assertThat(you.of(new Reason.Watched(3, 8, 1)))
        .isEqualTo("because you gave %s an 8".formatted(NAME));
    assertThat(they.of(new Reason.Watched(3, -1, 1)))
        .isEqualTo("because they watched %s".formatted(NAME));
  }

  @Test
  void whatSpeaksAgainstItsLikeIsWhatATitleIsUnlike() {
    assertThat(you.of(new Reason.Dropped(3, 1)))
        .isEqualTo("because it is unlike %s, which you dropped".formatted(NAME));
    assertThat(they.of(new Reason.Disliked(3, 2, 1)))
        .isEqualTo("because it is unlike %s, which they gave a 2".formatted(NAME));
  }
}
