package osusume.recommend;

import java.util.function.Supplier;
import osusume.data.Dataset;
import osusume.recommend.profile.Everybody;

/**
 * What follows from a data set without learning anything, and several strategies go by: each is
 * worked out once, when it is first asked for. May be asked from any thread.
 */
public final class DatasetFacts {
  private final Dataset data;
  private final Once<Everybody> everybody;
  private final Once<PeopleRecommender> people;

  public DatasetFacts(Dataset data) {
    this.data = data;
    this.people = new Once<>(() -> new PeopleRecommender(data));
    this.everybody = new Once<>(() -> Everybody.of(data));
  }

  public Dataset data() {
    return data;
  }

  /** What everybody watches and how they rate. */
  public Everybody everybody() {
    return everybody.get();
  }

  /** Whose lists are alike. */
  public PeopleRecommender people() {
    return people.get();
  }

  /** Who asks while it is being worked out waits for it. */
  private static final class Once<T> {
    private final Supplier<T> source;
    private T value;

    Once(Supplier<T> source) {
      this.source = source;
    }

    synchronized T get() {
      if (value == null) {
        value = source.get();
      }
      return value;
    }
  }
}
