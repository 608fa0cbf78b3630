package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import osusume.nmf.IterationListener;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;

@Timeout(60)
class KeepingAtOnceTest {
  private static final int TIMES = 40;

  @TempDir Path folder;

  @Test
  void twoThingsThatAreLearnedAtOnceAreBothKept() throws Exception {
    Workspace workspace = new Workspace(Places.find(folder.resolve("data"), folder));
    workspace.open(null, Progress.NONE, trouble -> {});
    NmfSettings quick = NmfSettings.DEFAULT.withComponents(2).withMaxIterations(2);
    Kept<?> groups = workspace.keepNmf(quick, Progress.NONE, IterationListener.NONE);
    Kept<?> similar = workspace.keep(Part.SIMILAR, Progress.NONE);
    var data = workspace.opened().data();
    FutureTask<Void> first = keeping(workspace, groups);
    FutureTask<Void> second = keeping(workspace, similar);
    new Thread(first).start();
    new Thread(second).start();
    first.get();
    second.get();
    assertThat(workspace.models().read(data, Part.NMF)).isPresent();
    assertThat(workspace.models().read(data, Part.SIMILAR)).isPresent();
  }

  private static <T> FutureTask<Void> keeping(Workspace workspace, Kept<T> kept) {
    return new FutureTask<>(
        () -> {
          for (int i = 0; i < TIMES; i++) {
            workspace.models().requireWritable();
            workspace.models().keep(workspace.opened().data(), kept.part(), kept.content());
          }
          return null;
        });
  }
}
