package osusume.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;
import osusume.data.Catalogue;

/** Values worked out by hand. */
class DiversityTest {
  private static final Diversity DIVERSITY =
      new Diversity(
          new Catalogue(
              List.of(
                  anime(1, "Drama", "School"),
                  anime(2, "Drama", "Space"),
                  anime(3, "Drama", "School"),
                  anime(4, "Sports"))));

  private static Anime anime(int id, String... genres) {
    return new Anime(id, "Title " + id, List.of(genres), "TV", 12, 7, 100);
  }

  @Test
  void pairsAreComparedByTheGenresTheyShare() {
    // 1 and 2 share one genre of three
    assertThat(DIVERSITY.of(new int[] {0, 1}, 10)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(DIVERSITY.of(new int[] {0, 2}, 10)).isZero();
    assertThat(DIVERSITY.of(new int[] {0, 3}, 10)).isEqualTo(1);
    // (0,1) 2/3, (0,3) 1, (1,3) 1
    assertThat(DIVERSITY.of(new int[] {0, 1, 3}, 10)).isCloseTo((2 + 2 / 3.0) / 3, within(1e-12));
  }

  @Test
  void onlyTheFirstKCount() {
    assertThat(DIVERSITY.of(new int[] {0, 2, 3}, 2)).isZero();
    assertThat(DIVERSITY.of(new int[] {3}, 10)).isZero();
  }
}
