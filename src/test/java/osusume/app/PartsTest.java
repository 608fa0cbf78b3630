package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.io.DatasetStore;
import osusume.nmf.IterationListener;
import osusume.nmf.NmfSettings;
import osusume.progress.CancelledException;
import osusume.progress.Progress;
import osusume.recommend.Recommender;
import osusume.recommend.SmallWorld;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;

/**
 * What is learned from a data set, part by part: kept, read, refused, cancelled, and put in use.
 */
class PartsTest {
  private static final NmfSettings QUICK =
      NmfSettings.DEFAULT.withComponents(3).withMaxIterations(5);

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();
  private Workspace workspace;

  @BeforeEach
  void keepSmallWorld() throws IOException {
    Dataset small = SmallWorld.data();
    ImportReport counts =
        new ImportReport(
            small.catalogue().size(),
            small.ratings().rowCount(),
            small.ratings().entryCount(),
            small.ratings().unratedCount(),
            List.of());
    DatasetStore.write(
        Files.createDirectories(folder.resolve("data")).resolve("small.dataset"),
        new Dataset(
            "small", false, small.catalogue(), small.ratings(), small.fingerprint(), counts),
        Progress.NONE);
    workspace = fresh();
    workspace.datasets().rememberOpen("small");
  }

  private Workspace fresh() {
    return new Workspace(Places.find(folder.resolve("data"), folder.resolve("models")));
  }

  private Opened open(Workspace in) throws IOException {
    return in.open("small", Progress.NONE, trouble -> told.add(trouble.getMessage()));
  }

  private void learnEverything() throws IOException {
    open(workspace);
    workspace.train(QUICK, Progress.NONE, IterationListener.NONE);
    for (Part<?> part : Part.ALL) {
      if (part != Part.NMF) {
        workspace.learn(part, Progress.NONE);
      }
    }
  }

  private static List<String> all() {
    return Strategies.ALL.stream().map(Strategy::name).toList();
  }

  private Path file(Part<?> part) {
    return folder.resolve("models").resolve(part.name() + "-small.safetensors");
  }

  private static void alter(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 3] ^= 2;
    Files.write(file, bytes);
  }

  @Test
  void strategiesComeAsTheirPartsLandAndTheDefaultIsFirst() throws IOException {
    open(workspace);
    List<List<String>> seen = new ArrayList<>();
    List<Boolean> learning = new ArrayList<>();
    workspace.listen(opened -> seen.add(opened.recommendations().strategies()));
    workspace.listen(_ -> learning.add(workspace.isLearning()));
    learnEverything();
    assertThat(learning).as("opened, then learned").startsWith(false, true, true);
    assertThat(workspace.isLearning()).isFalse();
    assertThat(seen.get(1)).contains("mix", "group").doesNotContain("similar", "blend");
    assertThat(seen.get(2)).contains("similar").doesNotContain("blend");
    assertThat(seen.getLast()).isEqualTo(all());
    assertThat(seen.getLast().getFirst()).isEqualTo("blend");
  }

  @Test
  void whatIsPutInUseKeepsNobodyWaitingAndLosesNothingThatCameMeanwhile() throws Exception {
    open(workspace);
    Kept<?> similar = workspace.keep(Part.SIMILAR, Progress.NONE);
    Kept<?> groups = workspace.keepNmf(QUICK, Progress.NONE, IterationListener.NONE);
    Opened before = workspace.opened();
    int[] times = {0};
    Opened after =
        workspace.update(
            before,
            now -> {
              if (times[0]++ == 0) {
                assertThat(CompletableFuture.runAsync(() -> workspace.update(now, with(similar))))
                    .succeedsWithin(20, TimeUnit.SECONDS);
              }
              return with(groups).apply(now);
            });
    assertThat(times[0]).as("done again on what came meanwhile").isEqualTo(2);
    assertThat(workspace.opened()).isSameAs(after);
    assertThat(after.part(Part.SIMILAR)).isPresent();
    assertThat(after.part(Part.NMF)).isPresent();
  }

  @Test
  void anotherDataSetThatIsOpenedMeanwhileStaysOpen() throws Exception {
    open(workspace);
    Kept<?> similar = workspace.keep(Part.SIMILAR, Progress.NONE);
    Opened before = workspace.opened();
    Opened ofSmall =
        workspace.update(
            before,
            now -> {
              openDemo();
              return with(similar).apply(now);
            });
    assertThat(ofSmall.part(Part.SIMILAR)).isPresent();
    assertThat(ofSmall.data().name()).isEqualTo("small");
    assertThat(workspace.opened().data().name()).isEqualTo("demo");
    assertThat(workspace.opened().part(Part.SIMILAR)).isEmpty();
  }

  private void openDemo() {
    if (workspace.opened().data().name().equals("demo")) {
      return;
    }
    assertThat(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return workspace.openBare("demo", Progress.NONE, trouble -> {});
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }))
        .succeedsWithin(20, TimeUnit.SECONDS);
  }

  private static UnaryOperator<Opened> with(Kept<?> part) {
    return now -> now.with(now.parts().with(part), now.strategies());
  }

  @Test
  void openingReadsEverythingThatIsKeptAndLearnsNothing() throws IOException {
    learnEverything();
    Opened opened = open(fresh());
    assertThat(told).isEmpty();
    assertThat(opened.recommendations().strategies()).isEqualTo(all());
    assertThat(opened.ratingPredictor()).isPresent();
    for (Part<?> part : Part.ALL) {
      assertThat(opened.part(part).orElseThrow().origin())
          .isEqualTo(workspace.opened().part(part).orElseThrow().origin());
    }
  }

  @Test
  void aStrategyAloneReadsItsOwnPartsAlone() throws IOException {
    learnEverything();
    Workspace other = fresh();
    other.openBare("small", Progress.NONE, trouble -> told.add(trouble.getMessage()));
    Opened opened = other.ready("similar", Progress.NONE, trouble -> {}, () -> told.add("learns"));
    assertThat(opened.recommendations().strategies()).containsExactly("similar", "popular");
    assertThat(opened.part(Part.SIMILAR)).isPresent();
    assertThat(opened.part(Part.NMF)).isEmpty();
    assertThat(opened.part(Part.RATING)).isEmpty();
    other.openIfKept(Part.RATING, trouble -> told.add(trouble.getMessage()));
    assertThat(other.opened().ratingPredictor()).isPresent();
    assertThat(other.opened().recommendations().strategies()).contains("similar");
    assertThat(told).isEmpty();
  }

  @Test
  void eachPartIsLearnedOnceForAllStrategiesAndKept() throws IOException {
    open(workspace);
    int[] learned = {0};
    for (String strategy : all()) {
      workspace.ready(
          strategy, Progress.NONE, trouble -> told.add(trouble.getMessage()), () -> learned[0]++);
    }
    assertThat(workspace.opened().recommendations().strategies()).isEqualTo(all());
    assertThat(learned[0]).as("times that something had to be learned").isBetween(1, 3);
    Workspace other = fresh();
    open(other);
    for (String strategy : all()) {
      other.ready(
          strategy,
          Progress.NONE,
          trouble -> told.add(trouble.getMessage()),
          () -> told.add(strategy + " learns"));
    }
    assertThat(told).isEmpty();
  }

  @Test
  void whatIsDamagedIsToldTheRestOpensAndItIsLearnedAnew() throws IOException {
    learnEverything();
    for (Part<?> part : List.of(Part.SIMILAR, Part.BLEND, Part.RATING)) {
      told.clear();
      alter(file(part));
      Workspace other = fresh();
      Opened opened = open(other);
      assertThat(told).hasSize(1).first().asString().contains(file(part).getFileName().toString());
      assertThat(opened.part(part)).isEmpty();
      assertThat(opened.trouble(part)).contains(told.getFirst());
      assertThat(opened.recommendations().strategies()).contains("mix", "popular");
      other.learn(part, Progress.NONE);
      assertThat(other.opened().trouble(part)).isEmpty();
      told.clear();
      assertThat(open(fresh()).part(part)).isPresent();
      assertThat(told).isEmpty();
    }
  }

  @Test
  void damagedTasteGroupsAreNotReplacedUnasked() throws IOException {
    learnEverything();
    alter(file(Part.NMF));
    byte[] damaged = Files.readAllBytes(file(Part.NMF));
    Workspace other = fresh();
    open(other);
    assertThatThrownBy(
            () -> other.ready("mix", Progress.NONE, trouble -> {}, () -> told.add("learns")))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("osusume train");
    assertThat(Files.readAllBytes(file(Part.NMF))).isEqualTo(damaged);
    assertThat(other.ready("similar", Progress.NONE, trouble -> {}, () -> {})).isNotNull();
  }

  @Test
  void aPartCancelledHalfwayLeavesTheOneInUseAndItsFile() throws IOException {
    learnEverything();
    for (Part<?> part : Part.ALL) {
      Opened before = workspace.opened();
      byte[] bytes = Files.readAllBytes(file(part));
      assertThatThrownBy(() -> workspace.learn(part, new CancelAtFirstReport()))
          .isInstanceOf(CancelledException.class);
      assertThat(workspace.isLearning()).isFalse();
      assertThat(workspace.opened()).isSameAs(before);
      assertThat(Files.readAllBytes(file(part))).isEqualTo(bytes);
    }
    assertThat(folder.resolve("models")).isDirectoryNotContaining("glob:**.part");
  }

  private static final class CancelAtFirstReport implements Progress {
    private volatile boolean cancelled;

    @Override
    public void report(double fraction, String message) {
      cancelled = true;
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }

  @Test
  void whatCantBeKeptIsUsedAllTheSameByWhoWantsAnAnswer() throws IOException {
    open(workspace);
    Files.createDirectories(file(Part.SIMILAR));
    assertThatThrownBy(() -> workspace.learn(Part.SIMILAR, Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("similar-small");
    assertThat(workspace.opened().part(Part.SIMILAR)).isEmpty();
    Opened opened =
        workspace.ready(
            "similar", Progress.NONE, trouble -> told.add(trouble.getMessage()), () -> {});
    assertThat(told).hasSize(1).first().asString().contains("similar-small");
    assertThat(opened.recommendations().strategies()).contains("similar");
    assertThat(opened.part(Part.SIMILAR).orElseThrow().file()).isNull();
  }

  @Test
  void newTasteGroupsRebuildOnlyWhatAskedForThem() throws IOException {
    learnEverything();
    Recommender similar = recommender("similar");
    Recommender mix = recommender("mix");
    workspace.train(QUICK.withComponents(2), Progress.NONE, IterationListener.NONE);
    assertThat(recommender("similar")).isSameAs(similar);
    assertThat(recommender("mix")).isNotSameAs(mix);
  }

  private Recommender recommender(String name) {
    return workspace.opened().strategies().recommenders().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPartLearnedWhileAnotherDataSetWasOpenedIsKeptButNotShown() throws IOException {
    open(workspace);
    boolean[] done = {false};
    Opened late =
        workspace.learn(
            Part.SIMILAR,
            new Progress() {
              @Override
              public void report(double fraction, String message) {
                if (!done[0]) {
                  done[0] = true;
                  try {
                    workspace.open("demo", Progress.NONE, trouble -> {});
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                }
              }

              @Override
              public boolean cancelled() {
                return false;
              }
            });
    assertThat(late.data().name()).isEqualTo("small");
    assertThat(workspace.opened().data().name()).isEqualTo("demo");
    assertThat(workspace.opened().part(Part.SIMILAR)).isEmpty();
    assertThat(open(workspace).part(Part.SIMILAR)).isPresent();
  }

  @Test
  void sharesOfAProgressFollowEachOtherToTheEnd() {
    List<Double> seen = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            seen.add(fraction);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    for (Progress share : Part.shares(Part.ALL, progress)) {
      share.report(0, "");
      share.report(1, "");
    }
    assertThat(seen).isSorted();
    assertThat(seen.getFirst()).isZero();
    assertThat(seen.getLast()).isEqualTo(1);
    for (int i = 1; i + 1 < seen.size(); i += 2) {
      assertThat(seen.get(i)).isEqualTo(seen.get(i + 1));
    }
  }
}
