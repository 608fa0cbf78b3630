package osusume.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.data.UserProfile;
import osusume.nmf.NmfModel;
import osusume.recommend.GroupRecommender;
import osusume.recommend.MixRecommender;
import osusume.recommend.Recommendations;
import osusume.recommend.Recommender;
import osusume.recommend.TasteGroups;
import osusume.recommend.TasteGroups.GroupShare;
import osusume.recommend.profile.Everybody;
import osusume.recommend.profile.Habits;

/**
 * What is open at one moment: a data set, and where one was trained, a model of it. Immutable, so
 * that whoever holds it sees the same until they ask the {@link Workspace} again.
 */
public final class Opened {
  private final Dataset data;
  private final Trained trained;
  private final String modelTrouble;
  private final Recommendations recommendations;
  private Everybody everybody;

  /**
   * A model in use.
   *
   * @param file the factor file it lies in; null where it could not be kept
   * @param groups its taste groups, in words
   */
  public record Trained(NmfModel model, Path file, TasteGroups groups) {
    /**
     * How much of the ratings the groups account for: 1 − ‖X − WH‖² / ‖X‖², which is 0 for groups
     * that say nothing and 1 for groups from which every rating could be read off.
     */
    public double explained() {
      return 1 - model.relativeError() * model.relativeError();
    }
  }

  /** A data set without a model: only what is popular can be recommended. */
  static Opened untrained(Dataset data) {
    return untrained(data, null);
  }

  /**
   * @param modelTrouble why the model that is there can't be used, as a sentence; null if there is
   *     none
   */
  static Opened untrained(Dataset data, String modelTrouble) {
    return new Opened(data, null, modelTrouble, new Recommendations(data, List.of()));
  }

  /** A data set and a model that was trained on it. */
  static Opened trained(Dataset data, NmfModel model, Path file) {
    var strategies = List.of(new MixRecommender(data, model), new GroupRecommender(data, model));
    return new Opened(
        data,
        new Trained(model, file, TasteGroups.of(data, model)),
        null,
        new Recommendations(data, strategies));
  }

  private Opened(
      Dataset data, Trained trained, String modelTrouble, Recommendations recommendations) {
    this.data = data;
    this.trained = trained;
    this.modelTrouble = modelTrouble;
    this.recommendations = recommendations;
  }

  /** The same, with more strategies that can be asked. */
  Opened with(List<Recommender> more) {
    return new Opened(data, trained, modelTrouble, recommendations.with(more));
  }

  public Dataset data() {
    return data;
  }

  /** The model in use; empty where none was trained. */
  public Optional<Trained> trained() {
    return Optional.ofNullable(trained);
  }

  /**
   * Why the model that is there can't be used, as a sentence; empty if it can, or if there is none.
   */
  public Optional<String> modelTrouble() {
    return Optional.ofNullable(modelTrouble);
  }

  /** The door to every strategy that can be asked now. */
  public Recommendations recommendations() {
    return recommendations;
  }

  /**
   * What there is to say of a user of the data set.
   *
   * @throws UnknownUserException if there is no such user
   */
  public UserOverview overviewOf(int userId) {
    Taste taste = tasteOf(userId);
    return new UserOverview(
        userId,
        taste,
        UserProfile.of(data.catalogue(), taste),
        Habits.of(everybody(), taste),
        trained == null ? Optional.empty() : Optional.of(groupsOf(userId)));
  }

  /**
   * What everybody in the data set watches and how they rate; worked out when first asked for,
   * which takes a look at every rating.
   */
  public synchronized Everybody everybody() {
    if (everybody == null) {
      everybody = Everybody.of(data);
    }
    return everybody;
  }

  private List<GroupShare> groupsOf(int userId) {
    NmfModel model = trained.model();
    int row = model.rowOfUser(userId);
    return row < 0 ? List.of() : trained.groups().sharesOf(model, model.userRow(row));
  }

  /**
   * The taste of a user of the data set.
   *
   * @throws UnknownUserException if there is no such user
   */
  public Taste tasteOf(int userId) {
    int row = data.ratings().rowOfId(userId);
    if (row < 0) {
      throw new UnknownUserException(userId, data);
    }
    return Taste.ofUser(data.ratings(), row);
  }
}
