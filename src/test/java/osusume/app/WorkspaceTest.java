package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.file.LockHolder;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/**
 * What must hold whatever happens to the files: nothing is lost, nothing is mixed, and the person
 * is told.
 */
class WorkspaceTest {
  private static final NmfSettings QUICK =
      NmfSettings.DEFAULT.withComponents(4).withMaxIterations(5);
  private static final Consumer<IOException> NO_TROUBLE =
      trouble -> {
        throw new AssertionError(trouble);
      };

  @TempDir Path folder;

  private Workspace workspace;

  @BeforeEach
  void start() {
    workspace = fresh();
  }

  private Workspace fresh() {
    return new Workspace(Places.find(folder.resolve("data"), folder.resolve("models")));
  }

  private Path kaggleFiles(String name, int titles) throws IOException {
    Path source = Files.createDirectories(folder.resolve(name));
    StringBuilder anime = new StringBuilder("anime_id,name,genre,type,episodes,rating,members\n");
    StringBuilder ratings = new StringBuilder("user_id,anime_id,rating\n");
    for (int t = 1; t <= titles; t++) {
      anime.append(t).append(",Title ").append(t).append(",Drama,TV,12,7.5,100\n");
      for (int user = 1; user <= 12; user++) {
        if ((user * t) % 3 > 0) {
          ratings
              .append(user)
              .append(',')
              .append(t)
              .append(',')
              .append(1 + (user + t) % 10)
              .append('\n');
        }
      }
    }
    Files.writeString(source.resolve("anime.csv"), anime);
    Files.writeString(source.resolve("rating.csv"), ratings);
    return source;
  }

  private Opened importFrom(Path source) throws IOException {
    return workspace.importFiles(
        null,
        List.of(source.resolve("anime.csv"), source.resolve("rating.csv")),
        Progress.NONE,
        NO_TROUBLE);
  }

  private static NmfModel model(Opened opened) {
    return opened.trained().orElseThrow().model();
  }

  @Test
  void aFirstStartOpensTheDemoWithoutAModel() throws Exception {
    Opened opened = workspace.open(null, Progress.NONE, NO_TROUBLE);
    assertThat(opened.data().name()).isEqualTo("demo");
    assertThat(opened.data().simulated()).isTrue();
    assertThat(opened.trained()).isEmpty();
    assertThat(opened.recommendations().strategies())
        .startsWith("people")
        .endsWith("popular")
        .doesNotContain("mix", "group", "similar", "blend", "bagged");
  }

  @Test
  void aTrainedModelIsThereAfterTheNextStart() throws Exception {
    workspace.open(null, Progress.NONE, NO_TROUBLE);
    NmfModel trained = model(workspace.train(QUICK, Progress.NONE, (i, error, seconds) -> {}));
    assertThat(trained.programVersion()).isEqualTo(Version.CURRENT).matches("\\d+\\.\\d+\\.\\d+");
    Opened again = fresh().open(null, Progress.NONE, NO_TROUBLE);
    assertThat(model(again).relativeError()).isEqualTo(trained.relativeError());
    assertThat(again.recommendations().strategies())
        .contains("mix", "group")
        .doesNotContain("similar", "blend", "bagged");
  }

  @Test
  void listenersSeeEachChangeWhole() throws Exception {
    List<Opened> seen = new ArrayList<>();
    workspace.listen(seen::add);
    workspace.open(null, Progress.NONE, NO_TROUBLE);
    workspace.train(QUICK, Progress.NONE, (i, error, seconds) -> {});
    importFrom(kaggleFiles("one", 9));
    assertThat(seen).hasSize(3);
    assertThat(seen.get(1).trained().orElseThrow().model().fingerprint())
        .isEqualTo(seen.get(1).data().fingerprint());
    assertThat(seen.get(2).trained()).as("the demo's model is not shown with other data").isEmpty();
  }

  @Test
  void aModelTrainedWhileAnotherDataSetWasOpenedIsKeptButNotShown() throws Exception {
    workspace.open(null, Progress.NONE, NO_TROUBLE);
    Path source = kaggleFiles("one", 9);
    boolean[] opened = new boolean[1];
    workspace.train(
        QUICK,
        Progress.NONE,
        (i, error, seconds) -> {
          if (!opened[0]) {
            opened[0] = true;
            try {
              importFrom(source);
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          }
        });
    assertThat(workspace.opened().data().name()).isEqualTo("kaggle");
    assertThat(workspace.opened().trained()).isEmpty();
    assertThat(workspace.open("demo", Progress.NONE, NO_TROUBLE).trained()).isPresent();
  }

  @Test
  void aCancelledTrainingLeavesTheOldModelInUseAndItsFileAsItWas() throws Exception {
    workspace.open(null, Progress.NONE, NO_TROUBLE);
    Opened before = workspace.train(QUICK, Progress.NONE, (i, error, seconds) -> {});
    byte[] bytes = Files.readAllBytes(before.trained().orElseThrow().file());
    CancelAfter progress = new CancelAfter();
    assertThatThrownBy(
            () ->
                workspace.train(
                    QUICK.withSeed(2),
                    progress,
                    (i, error, seconds) -> progress.cancelled = i >= 2))
        .isInstanceOf(CancelledException.class);
    assertThat(workspace.opened()).isSameAs(before);
    assertThat(Files.readAllBytes(before.trained().orElseThrow().file())).isEqualTo(bytes);
    assertThat(folder.resolve("models")).isDirectoryNotContaining("glob:**.part");
  }

  private static final class CancelAfter implements Progress {
    private volatile boolean cancelled;

    @Override
    public void report(double fraction, String message) {}

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }

  @Test
  void aCancelledImportLeavesWhatWasOpen() throws Exception {
    Opened before = importFrom(kaggleFiles("one", 9));
    Path other = kaggleFiles("two", 10);
    CancelAfter progress = new CancelAfter();
    progress.cancelled = true;
    assertThatThrownBy(
            () ->
                workspace.importFiles(
                    null,
                    List.of(other.resolve("anime.csv"), other.resolve("rating.csv")),
                    progress,
                    NO_TROUBLE))
        .isInstanceOf(CancelledException.class);
    assertThat(workspace.opened()).isSameAs(before);
    assertThat(workspace.datasets().names()).containsExactly("demo", "kaggle");
  }

  @Test
  void otherDataGetAFreeNameAndTheSameDataTheirOldOne() throws Exception {
    Path one = kaggleFiles("one", 9);
    assertThat(importFrom(one).data().name()).isEqualTo("kaggle");
    assertThat(importFrom(kaggleFiles("two", 10)).data().name()).isEqualTo("kaggle-2");
    assertThat(importFrom(one).data().name()).isEqualTo("kaggle");
    assertThat(workspace.datasets().names()).containsExactly("demo", "kaggle", "kaggle-2");
    assertThat(workspace.datasets().lastOpen()).isEqualTo("kaggle");
    workspace.datasets().delete("kaggle");
    assertThat(workspace.datasets().names()).containsExactly("demo", "kaggle-2");
    assertThat(workspace.datasets().lastOpen()).isEqualTo("demo");
  }

  @Test
  void theDemoCanBeNeitherReplacedNorDeleted() throws Exception {
    Path one = kaggleFiles("one", 9);
    assertThatThrownBy(() -> workspace.datasets().delete("demo")).hasMessageContaining("demo");
    assertThatThrownBy(() -> workspace.importFiles("demo", List.of(one), Progress.NONE, NO_TROUBLE))
        .hasMessageContaining("can't be the name of a data set");
    assertThatThrownBy(
            () -> workspace.importFiles("../up", List.of(one), Progress.NONE, NO_TROUBLE))
        .hasMessageContaining("\"../up\"");
  }

  @Test
  void aModelThatCantBeReadIsToldAndTheDataOpenAllTheSame() throws Exception {
    workspace.open(null, Progress.NONE, NO_TROUBLE);
    Path file =
        workspace
            .train(QUICK, Progress.NONE, (i, error, seconds) -> {})
            .trained()
            .orElseThrow()
            .file();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 9] ^= 4;
    Files.write(file, bytes);
    List<String> told = new ArrayList<>();
    Opened opened = fresh().open(null, Progress.NONE, trouble -> told.add(trouble.getMessage()));
    assertThat(opened.trained()).isEmpty();
    assertThat(told).hasSize(1).first().asString().contains(file.getFileName().toString());
  }

  @Test
  void aModelOfOtherDataIsRefusedAndTheOneInUseStays() throws Exception {
    workspace.open(null, Progress.NONE, NO_TROUBLE);
    Path demoModel =
        workspace
            .train(QUICK, Progress.NONE, (i, error, seconds) -> {})
            .trained()
            .orElseThrow()
            .file();
    importFrom(kaggleFiles("one", 9));
    Opened before = workspace.train(QUICK, Progress.NONE, (i, error, seconds) -> {});
    assertThatThrownBy(() -> workspace.useModel(demoModel))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(demoModel.getFileName().toString());
    assertThat(workspace.opened()).isSameAs(before);
  }

  @Test
  void aSavedModelIsListedCanBePutInUseAndIsNotReplacedByTraining() throws Exception {
    workspace.open(null, Progress.NONE, NO_TROUBLE);
    NmfModel first = model(workspace.train(QUICK, Progress.NONE, (i, error, seconds) -> {}));
    Path saved = workspace.models().saveAs(first, "four groups");
    workspace.train(QUICK.withComponents(6), Progress.NONE, (i, error, seconds) -> {});
    assertThat(workspace.models().list()).hasSize(2).allMatch(entry -> entry.problem().isEmpty());
    assertThat(model(workspace.useModel(saved)).components()).isEqualTo(4);
    assertThat(model(fresh().open(null, Progress.NONE, NO_TROUBLE)).components()).isEqualTo(4);
    assertThatThrownBy(() -> workspace.models().saveAs(first, "four groups"))
        .hasMessageContaining("already");
    assertThatThrownBy(() -> workspace.models().saveAs(first, "../four"))
        .hasMessageContaining("can't be the name of a model");
  }

  @Test
  void aSecondProgramThatImportsAtTheSameTimeGetsASentence() throws Exception {
    Path one = kaggleFiles("one", 9);
    Process other = LockHolder.hold(folder.resolve("data"));
    try {
      assertThatThrownBy(() -> importFrom(one))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is at work in")
          .hasMessageContaining(folder.resolve("data").toString());
      assertThat(workspace.datasets().names()).containsExactly("demo");
    } finally {
      other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    assertThat(importFrom(one).data().name())
        .as("a killed program's lock is free")
        .isEqualTo("kaggle");
  }

  @Test
  void aMissingUserIsNamedWithThoseThereAre() throws Exception {
    Opened opened = importFrom(kaggleFiles("one", 9));
    assertThatThrownBy(() -> opened.tasteOf(99))
        .isInstanceOf(UnknownUserException.class)
        .hasMessage(
            "There is no user 99 in the data set \"kaggle\"; its 8 users have ids from 1 to 11.");
  }

  @Test
  void settingsAreKeptAndABrokenFileIsToldNotOverwritten() throws Exception {
    SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
    assertThat(file.read()).isEqualTo(Settings.DEFAULT);
    Settings dark = Settings.DEFAULT.withTheme(Settings.Theme.DARK).withTab("ANIME");
    file.write(dark);
    assertThat(file.read()).isEqualTo(dark);
    Files.writeString(folder.resolve("settings.json"), "{\"theme\":");
    assertThatThrownBy(file::read)
        .hasMessageContaining("settings.json")
        .hasMessageContaining("Delete it");
  }
}
