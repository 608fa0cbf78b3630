package osusume.recommend.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlacesTest {
  @Test
  void eachRatedTitleHasItsPlaceAndNoOtherHasOne() {
    Random random = new Random(5);
    for (int titles : new int[] {1, 63, 64, 65, 1000}) {
      int[] rows = random.ints(0, titles).distinct().limit((titles + 1) / 2).toArray();
      int[] expected = new int[titles];
      Arrays.fill(expected, -1);
      for (int place = 0; place < rows.length; place++) {
        expected[rows[place]] = place;
      }
      Places places = new Places(rows, titles);
      assertThat(places.titles()).isEqualTo(titles);
      for (int row = 0; row < titles; row++) {
        assertThat(places.of(row)).isEqualTo(expected[row]);
        assertThat(places.bit(row)).isEqualTo(expected[row] < 0 ? 0 : 1);
      }
    }
  }
}
