package osusume.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.data.io.DemoData;
import osusume.mylist.MyList;
import osusume.mylist.MyTaste;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;
import osusume.recommend.DatasetFacts;
import osusume.recommend.FreshFitting;
import osusume.recommend.Reason;
import osusume.recommend.Recommendations;
import osusume.recommend.Strategies;
import osusume.recommend.TasteGroups;

/** What answers stand on, for tests: the demo data set with taste groups, learned once. */
public final class Grounds {
  /** A user of the demo data set with a list of some length. */
  public static final int USER = 1;

  private static final Function<Reason, String> REASONS =
      reason -> reason.getClass().getSimpleName();

  private static Ground demo;

  private Grounds() {}

  /** The demo data set, asked by its user {@link #USER}. */
  public static synchronized Ground demo() {
    if (demo == null) {
      try {
        demo = learned(DemoData.read(Progress.NONE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return demo;
  }

  private static Ground learned(Dataset data) {
    var fitting =
        new FreshFitting(
            data, NmfSettings.DEFAULT.withComponents(8).withMaxIterations(15), Progress.NONE);
    var door =
        new Recommendations(
            data,
            List.of(
                Strategies.named("mix").fit(fitting),
                Strategies.named("people").fit(fitting),
                Strategies.named("similar").fit(fitting)));
    return new Ground(
        data,
        fitting.facts(),
        door,
        "mix",
        Optional.of(fitting.nmf()),
        Optional.of(TasteGroups.of(data, fitting.nmf())),
        REASONS,
        Asker.user(USER, Taste.ofUser(data.ratings(), data.ratings().rowOfId(USER))),
        true);
  }

  /** The same ground, asked by the person whose list this is. */
  public static Ground askedBy(Ground ground, MyList list) {
    return with(ground, Asker.me(MyTaste.of(list, ground.catalogue()), list));
  }

  /** The same ground for somebody else. */
  public static Ground with(Ground ground, Asker asker) {
    return new Ground(
        ground.data(),
        ground.facts(),
        ground.recommendations(),
        ground.strategy(),
        ground.model(),
        ground.groups(),
        ground.reasons(),
        asker,
        ground.hideAdult());
  }

  /** Titles without a user, asked by somebody of whom nothing is known. */
  public static Ground of(Anime... anime) {
    return of(
        new Catalogue(List.of(anime)),
        new RatingMatrix(new int[0], new int[1], new int[0], new byte[0], anime.length));
  }

  /** A data set of which nothing is learned, asked by somebody of whom nothing is known. */
  public static Ground of(Catalogue catalogue, RatingMatrix ratings) {
    var data =
        new Dataset(
            "small", false, catalogue, ratings, "feed", new ImportReport(0, 0, 0, 0, List.of()));
    return new Ground(
        data,
        new DatasetFacts(data),
        new Recommendations(data, List.of()),
        "popular",
        Optional.empty(),
        Optional.empty(),
        REASONS,
        Asker.me(Taste.of(new int[0], new byte[0]), MyList.EMPTY),
        true);
  }

  /** A title of which only these matter. */
  public static Anime anime(int id, String name, int members) {
    return new Anime(id, name, List.of("Drama"), "TV", 12, 7.5, members);
  }
}
