package osusume.ui.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.app.Opened;
import osusume.app.Places;
import osusume.app.Workspace;
import osusume.data.AnimeFilter;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.data.io.DatasetStore;
import osusume.progress.Progress;
import osusume.recommend.Aim;
import osusume.recommend.BlendWeights;
import osusume.recommend.SmallWorld;
import osusume.recommend.TakenOut;

class RecommendationSearchTest {
  private static final Taste MINE = Taste.of(new int[] {0}, new byte[] {9});

  @TempDir Path folder;
  private Opened opened;

  @BeforeEach
  void open() throws Exception {
    var places =
        new Places(
            folder.resolve("data"),
            folder.resolve("models"),
            folder.resolve("settings.json"),
            folder.resolve("logs"),
            folder.resolve("mylist"));
    Dataset data = SmallWorld.data();
    RatingMatrix ratings = data.ratings();
    Files.createDirectories(places.data());
    DatasetStore.write(
        places.data().resolve("small.dataset"),
        new Dataset(
            "small",
            false,
            data.catalogue(),
            ratings,
            data.fingerprint(),
            new ImportReport(
                data.catalogue().size(),
                ratings.rowCount(),
                ratings.entryCount(),
                ratings.unratedCount(),
                List.of())),
        Progress.NONE);
    opened = new Workspace(places).open("small", Progress.NONE, _ -> {});
  }

  private RecommendationSearch search(Whom whom, AnimeFilter filter) {
    return new RecommendationSearch(
        opened,
        Door.of(opened),
        whom,
        new AnswerOptions("popular", 5, Aim.WATCH, 0, 0, false, BlendWeights.LEARNED, 0),
        filter,
        TakenOut.NONE);
  }

  private static Optional<Companion> whoSaw(int title) {
    return Optional.of(new Companion("somebody", Taste.of(new int[] {title}, new byte[] {9})));
  }

  @Test
  void noFilterIsOfferedToBeLoosenedForWhatTheCompanionHasSeen() {
    AnimeFilter filter = AnimeFilter.builder().title("Title3").types(List.of("OVA")).build();
    var alone = search(new Whom.Me(MINE, Optional.empty()), filter).find();
    assertThat(alone.answer().recommendations()).isEmpty();
    assertThat(alone.loosening()).isPresent();
    var both = search(new Whom.Me(MINE, whoSaw(3)), filter).find();
    assertThat(both.answer().recommendations()).isEmpty();
    assertThat(both.loosening()).isEmpty();
  }

  @Test
  void theSameIsAskedByAnOlderListButNotWithSomebodyElseNorForOtherTitles() {
    Taste more = Taste.of(new int[] {0, 1}, new byte[] {9, 8});
    Whom me = new Whom.Me(MINE, Optional.empty());
    assertThat(same(me, new Whom.Me(more, Optional.empty()))).isTrue();
    assertThat(same(me, new Whom.Me(MINE, whoSaw(3)))).isFalse();
    assertThat(same(like(8), new Whom.Like(like(8).titles(), more))).isTrue();
    assertThat(same(like(8), like(9))).isFalse();
    assertThat(same(like(8), me)).isFalse();
  }

  private Whom.Like like(int title) {
    return new Whom.Like(List.of(opened.data().catalogue().anime(title)), Taste.ofTitles(title));
  }

  private boolean same(Whom before, Whom now) {
    return search(now, AnimeFilter.ALL).asksTheSame(search(before, AnimeFilter.ALL));
  }
}
