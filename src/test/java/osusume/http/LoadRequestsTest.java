package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import osusume.data.io.DemoData;
import osusume.progress.Progress;

class LoadRequestsTest {
  @Test
  void noTwoRequestsWithParametersAreAlike() throws Exception {
    LoadRequests requests = new LoadRequests(DemoData.read(Progress.NONE));
    Set<String> paths = new HashSet<>();
    for (int n = 0; n < 300_000; n++) {
      LoadRequests.Asked asked = requests.get(n);
      if (asked.kind() != LoadKind.PAGE) {
        assertThat(paths.add(asked.path())).as(asked.path()).isTrue();
      }
    }
  }

  @Test
  void everyHundredHoldsEachKindAsOftenAsItSays() throws Exception {
    LoadRequests requests = new LoadRequests(DemoData.read(Progress.NONE));
    Map<LoadKind, Integer> counted = new EnumMap<>(LoadKind.class);
    for (int n = 700; n < 800; n++) {
      counted.merge(requests.get(n).kind(), 1, Integer::sum);
    }
    for (LoadKind kind : LoadKind.values()) {
      assertThat(counted.get(kind)).as(kind.label()).isEqualTo(kind.ofHundred());
    }
  }
}
