package osusume.chat.exam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import osusume.chat.Asker;
import osusume.chat.Ground;
import osusume.data.Dataset;
import osusume.data.io.DemoData;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;
import osusume.recommend.DatasetFacts;
import osusume.recommend.FreshFitting;
import osusume.recommend.Recommendations;
import osusume.recommend.Recommender;
import osusume.recommend.Strategies;

/** The exam on the demo data with two strategies that are quickly fitted; made once. */
final class DemoScene {
  static final Scene SCENE = scene();

  private DemoScene() {}

  private static Scene scene() {
    try {
      return of(DemoData.read(Progress.NONE), "similar", "people");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Scene of(Dataset data, String... strategies) {
    var fitting = new FreshFitting(data, NmfSettings.DEFAULT, Progress.NONE);
    List<Recommender> fitted =
        Stream.of(strategies).map(name -> Strategies.named(name).fit(fitting)).toList();
    Recommendations door = new Recommendations(data, fitted);
    DatasetFacts facts = new DatasetFacts(data);
    return new Scene(data, asker -> ground(data, facts, door, asker));
  }

  private static Ground ground(
      Dataset data, DatasetFacts facts, Recommendations door, Asker asker) {
    return new Ground(
        data,
        facts,
        door,
        door.strategies().getFirst(),
        Optional.empty(),
        Optional.empty(),
        Object::toString,
        asker,
        true);
  }
}
