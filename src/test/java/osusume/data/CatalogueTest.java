package osusume.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class CatalogueTest {
  private static final List<Anime> TITLES =
      List.of(
          new Anime(30, "Éclair", List.of("Drama", "Hentai"), "OVA", -1, Double.NaN, 5),
          new Anime(10, "Akira", List.of("Action"), "Movie", 1, 8.5, 900),
          new Anime(20, "Gintama", List.of("Action", "Drama"), "TV", 201, 9.25, 900),
          new Anime(40, "None", List.of("Unknown"), "TV", 0, 1, 0));

  @Test
  void findsTitlesByIdAndListsWhatOccurs() {
    var catalogue = new Catalogue(TITLES);

    assertThat(catalogue.size()).isEqualTo(4);
    assertThat(IntStream.of(10, 20, 30, 40, 15, -1, 0).map(catalogue::rowOfId))
        .containsExactly(1, 2, 0, 3, -1, -1, -1);
    assertThat(catalogue.anime(2)).isEqualTo(TITLES.get(2));
    assertThat(catalogue.genres()).containsExactly("Action", "Drama", "Hentai", "Unknown");
    assertThat(catalogue.types()).first().isEqualTo("TV");
    assertThat(catalogue.types()).containsExactlyInAnyOrder("TV", "OVA", "Movie");
    assertThat(catalogue.adult(0)).isTrue();
    assertThat(catalogue.adult(1)).isFalse();
    assertThat(catalogue.rowsByMembers()).containsExactly(1, 2, 0, 3);
    catalogue.rowsByMembers()[0] = 99;
    assertThat(catalogue.rowsByMembers()).as("a copy is handed out").containsExactly(1, 2, 0, 3);
  }

  @Test
  void theTableHasTheColumnsOfTheFile() {
    Table table = new Catalogue(TITLES).table();

    assertThat(table.columnNames())
        .containsExactly("anime_id", "name", "genre", "type", "episodes", "rating", "members");
    assertThat(table.rowCount()).isEqualTo(4);
    assertThat(table.intColumn("anime_id").asList()).containsExactly(30, 10, 20, 40);
    assertThat(table.intColumn("episodes").isMissing(0)).isTrue();
    assertThat(table.doubleColumn("rating").isMissing(0)).isTrue();
    assertThat(table.intColumn("episodes").getInt(3)).isZero();
    assertThat(table.stringColumn("genre").get(2)).isEqualTo("Action, Drama");
  }

  @Test
  void anIdMayOccurOnce() {
    assertThatThrownBy(() -> new Catalogue(List.of(TITLES.get(0), TITLES.get(1), TITLES.get(0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("anime_id 30 occurs twice.");
  }

  @Test
  void everyIdOfARandomCatalogueIsFound() {
    Catalogue catalogue = Catalogues.random(new SplittableRandom(2), 500);
    for (int row = 0; row < 500; row++) {
      assertThat(catalogue.rowOfId(catalogue.anime(row).id())).isEqualTo(row);
    }
  }

  @Test
  void anEmptyCatalogueAnswersToo() {
    var none = new Catalogue(List.of());

    assertThat(none.rowOfId(1)).isEqualTo(-1);
    assertThat(none.genres()).isEmpty();
    assertThat(AnimeFilter.ALL.match(none).count()).isZero();
  }
}
