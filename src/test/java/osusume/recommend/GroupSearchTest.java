package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.io.DemoData;
import osusume.nmf.IterationListener;
import osusume.nmf.Nmf;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;
import osusume.recommend.TasteGroups.GroupShare;
import osusume.recommend.TasteGroups.TasteGroup;

class GroupSearchTest {
  private static final Dataset DATA = SmallWorld.data();
  private static final NmfModel MODEL = model(DATA, NmfSettings.DEFAULT.withComponents(2));
  private static final TasteGroups GROUPS = TasteGroups.of(DATA, MODEL);

  private final GroupSearch search = new GroupSearch(DATA.catalogue(), MODEL, GROUPS);

  private static NmfModel model(Dataset data, NmfSettings settings) {
    int[] ids = new int[data.catalogue().size()];
    Arrays.setAll(ids, row -> data.catalogue().anime(row).id());
    return Nmf.train(
        data.ratings(), ids, data.fingerprint(), settings, Progress.NONE, IterationListener.NONE);
  }

  private List<Integer> numbers(String text) {
    return search.find(text).stream().map(TasteGroup::number).toList();
  }

  private static int numberOf(String genre) {
    return GROUPS.groups().stream()
        .filter(group -> group.typicalGenres().contains(genre))
        .mapToInt(TasteGroup::number)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anEmptyTextFindsAll() {
    assertThat(numbers(" ")).containsExactly(1, 2);
  }

  @Test
  void aNumberFindsThatGroup() {
    assertThat(numbers("2")).containsExactly(2);
  }

  @Test
  void aGenreIsFoundInAnyCaseAndByAPart() {
    assertThat(numbers("SPORT")).containsExactly(numberOf("Sports"));
    assertThat(numbers("drama")).containsExactly(numberOf("Drama"));
  }

  @Test
  void aTitleLeadsToTheGroupsItIsTypicalOf() {
    assertThat(numbers("title10")).containsExactly(numberOf("Sports"));
  }

  @Test
  void aTitleThatIsTypicalOfNoGroupLeadsToTheOneItWeighsMostIn() throws IOException {
    Dataset demo = DemoData.read(Progress.NONE);
    NmfModel model = model(demo, NmfSettings.DEFAULT.withComponents(4).withMaxIterations(10));
    TasteGroups groups = TasteGroups.of(demo, model);
    Set<Integer> typical = new HashSet<>();
    groups.groups().forEach(group -> typical.addAll(group.typicalRows()));
    String name = "Barakamon";
    int row =
        IntStream.range(0, demo.catalogue().size())
            .filter(r -> demo.catalogue().anime(r).name().equals(name))
            .findFirst()
            .orElseThrow();
    assertThat(typical).doesNotContain(row);
    int column = model.columnOfAnime(demo.catalogue().anime(row).id());
    int strongest =
        IntStream.range(0, 4)
            .boxed()
            .max(Comparator.comparing(group -> model.h(group, column)))
            .orElseThrow();
    assertThat(new GroupSearch(demo.catalogue(), model, groups).find(name))
        .containsExactly(groups.groups().get(strongest));
  }

  @Test
  void whatNobodyKnowsFindsNothing() {
    assertThat(numbers("no such thing")).isEmpty();
    // Title 17 is in the catalogue, but nobody rated it.
    assertThat(numbers("title 17")).isEmpty();
  }

  @Test
  void theSharesOfAUserSumToOneAndTheLargestComesFirst() {
    int row = MODEL.rowOfUser(SmallWorld.OF_SECOND_CROWD);
    List<GroupShare> shares = GROUPS.sharesOf(MODEL, MODEL.userRow(row));
    assertThat(shares.getFirst().group().number()).isEqualTo(numberOf("Sports"));
    assertThat(shares.stream().mapToDouble(GroupShare::share).sum())
        .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
    int unrated = MODEL.rowOfUser(SmallWorld.ONLY_UNRATED);
    assertThat(GROUPS.sharesOf(MODEL, MODEL.userRow(unrated))).isEmpty();
  }
}
