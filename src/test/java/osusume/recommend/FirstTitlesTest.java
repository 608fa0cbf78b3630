package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Catalogues;
import osusume.data.io.DemoData;
import osusume.progress.Progress;

class FirstTitlesTest {
  private static Anime title(int id, String name, String genre, String type, int members) {
    return new Anime(id, name, List.of(genre.split(",")), type, 12, 8, members);
  }

  private static List<Integer> ids(Catalogue catalogue, BitSet leaveOut, int k) {
    return IntStream.of(FirstTitles.of(catalogue, leaveOut, k))
        .mapToObj(row -> catalogue.anime(row).id())
        .toList();
  }

  @Test
  void theBestKnownComesFirstAndThenOneOfAnotherKind() {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                title(1, "Fist", "Action", "TV", 900_000),
                title(2, "Sword", "Action,School", "TV", 890_000),
                title(3, "Tears", "Drama", "Movie", 700_000),
                title(4, "Obscure", "Music", "OVA", 1)));
    assertThat(ids(catalogue, new BitSet(), 10)).containsExactly(1, 3, 2, 4);
  }

  @Test
  void aStoryIsAskedAboutOnceAndByItsBestKnownTitle() {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                title(1, "Monogatari", "Drama", "TV", 400),
                title(2, "Monogatari 2nd Season", "Comedy", "TV", 500),
                title(3, "Bebop", "Action", "TV", 300)));
    assertThat(ids(catalogue, new BitSet(), 10)).containsExactlyInAnyOrder(2, 3);
  }

  @Test
  void whatThePersonKnowsAlreadyAndItsStoryAreLeftOut() {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                title(1, "Monogatari", "Drama", "TV", 400),
                title(2, "Monogatari 2nd Season", "Comedy", "TV", 500),
                title(3, "Bebop", "Action", "TV", 300)));
    BitSet rated = new BitSet();
    rated.set(0);
    assertThat(ids(catalogue, rated, 10)).containsExactly(3);
  }

  @Test
  void adultTitlesAndSpecialsAreNeverAskedAbout() {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                title(1, "Alpha", "Hentai,Drama", "OVA", 900),
                title(2, "Beta", "Drama", "Special", 800),
                title(3, "Gamma", "Drama", "TV", 1)));
    assertThat(ids(catalogue, new BitSet(), 10)).containsExactly(3);
  }

  @Test
  void anyCatalogueWillDo() {
    assertThat(ids(new Catalogue(List.of()), new BitSet(), 10)).isEmpty();
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 50; i++) {
      Catalogue catalogue = Catalogues.random(random, random.nextInt(40));
      List<Integer> asked = ids(catalogue, new BitSet(), 20);
      assertThat(asked).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(20);
      assertThat(asked).noneMatch(id -> catalogue.adult(catalogue.rowOfId(id)));
    }
  }

  @Test
  void theFirstPagesOfTheDemoSpreadOverGenresAndTypesAndAreWellKnown() throws Exception {
    Catalogue catalogue = DemoData.read(Progress.NONE).catalogue();
    int[] first = FirstTitles.of(catalogue, new BitSet(), 12);
    Set<String> genres = new HashSet<>();
    Set<String> types = new HashSet<>();
    List<Integer> members = new ArrayList<>();
    for (int row : first) {
      genres.addAll(catalogue.anime(row).genres());
      types.add(catalogue.anime(row).type());
      members.add(catalogue.anime(row).members());
    }
    int[] byFame = catalogue.rowsByMembers();
    Set<String> genresOfFamous = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      genresOfFamous.addAll(catalogue.anime(byFame[i]).genres());
    }
    assertThat(genres).hasSizeGreaterThan(genresOfFamous.size());
    assertThat(types).hasSizeGreaterThanOrEqualTo(2);
    assertThat(first[0]).isEqualTo(byFame[0]);
    assertThat(members).allMatch(count -> count > catalogue.anime(byFame[200]).members());
  }
}
