package osusume.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnimeQueryTest {
  private static final Catalogue CATALOGUE = Catalogues.random(new SplittableRandom(7), 200);

  @ParameterizedTest
  @EnumSource(AnimeColumn.class)
  void sortsBothWaysWithUnknownValuesLast(AnimeColumn column) {
    for (boolean descending : new boolean[] {false, true}) {
      int[] rows = new AnimeQuery(AnimeFilter.ALL, column, descending, 0, null).rows(CATALOGUE);

      assertThat(rows).hasSize(200).doesNotHaveDuplicates();
      for (int i = 1; i < rows.length; i++) {
        Anime before = CATALOGUE.anime(rows[i - 1]);
        Anime after = CATALOGUE.anime(rows[i]);
        if (unknown(column, before) || unknown(column, after)) {
          assertThat(unknown(column, after)).isTrue();
        } else {
          int order = key(column).compare(before, after);
          assertThat(descending ? -order : order).isLessThanOrEqualTo(0);
          if (order == 0) {
            assertThat(rows[i - 1]).as("equal ones keep the catalogue's order").isLessThan(rows[i]);
          }
        }
      }
    }
  }

  private static boolean unknown(AnimeColumn column, Anime anime) {
    return switch (column) {
      case EPISODES -> anime.episodes() == -1;
      case RATING -> Double.isNaN(anime.rating());
      case TYPE -> anime.type().equals("Unknown");
      case GENRE -> anime.genreText().equals("Unknown");
      default -> false;
    };
  }

  private static Comparator<Anime> key(AnimeColumn column) {
    return switch (column) {
      case ANIME_ID -> Comparator.comparing(Anime::id);
      case NAME -> Comparator.comparing(Anime::name, String::compareToIgnoreCase);
      case GENRE -> Comparator.comparing(Anime::genreText, String::compareToIgnoreCase);
      case TYPE -> Comparator.comparing(Anime::type, String::compareToIgnoreCase);
      case EPISODES -> Comparator.comparing(Anime::episodes);
      case RATING -> Comparator.comparing(Anime::rating);
      case MEMBERS -> Comparator.comparing(Anime::members);
    };
  }

  @Test
  void columnsAreFoundByNameWhateverTheCase() {
    assertThat(AnimeColumn.named("Anime_ID")).contains(AnimeColumn.ANIME_ID);
    assertThat(AnimeColumn.named("id")).isEmpty();
    assertThat(AnimeColumn.MEMBERS.columnName()).isEqualTo("members");
  }

  @Test
  void offsetAndLimitCutOutAStretch() {
    var filter = AnimeFilter.builder().types(List.of("TV", "OVA")).build();
    int[] all = AnimeQuery.of(filter).rows(CATALOGUE);
    assertThat(all).hasSizeGreaterThan(20).isSorted();
    for (long offset : new long[] {0, 1, 7, all.length - 1, all.length, all.length + 5, 1L << 40}) {
      for (Long limit : new Long[] {0L, 1L, 7L, (long) all.length, Long.MAX_VALUE, null}) {
        int[] expected =
            IntStream.of(all).skip(offset).limit(limit == null ? 1000 : limit).toArray();

        assertThat(new AnimeQuery(filter, null, false, offset, limit).rows(CATALOGUE))
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void sortsBeforeItCuts() {
    int[] best = new AnimeQuery(AnimeFilter.ALL, AnimeColumn.RATING, true, 0, 3L).rows(CATALOGUE);
    double highest =
        IntStream.range(0, 200)
            .mapToDouble(row -> CATALOGUE.anime(row).rating())
            .filter(r -> !Double.isNaN(r))
            .max()
            .orElseThrow();

    assertThat(Arrays.stream(best).mapToObj(row -> CATALOGUE.anime(row).rating()))
        .hasSize(3)
        .first()
        .isEqualTo(highest);
  }

  @Test
  void negativeNumbersAreRefused() {
    assertThatThrownBy(() -> new AnimeQuery(AnimeFilter.ALL, null, false, -1, null))
        .hasMessage("offset is -1, but must not be negative.");
    assertThatThrownBy(() -> new AnimeQuery(AnimeFilter.ALL, null, false, 0, -2L))
        .hasMessage("limit is -2, but must not be negative.");
  }
}
