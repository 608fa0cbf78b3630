package osusume.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.data.UserProfile;
import osusume.nmf.NmfModel;
import osusume.recommend.DatasetFacts;
import osusume.recommend.Recommendations;
import osusume.recommend.TasteGroups;
import osusume.recommend.TasteGroups.GroupShare;
import osusume.recommend.profile.Habits;
import osusume.recommend.rating.RatingFit;
import osusume.recommend.rating.RatingPredictor;

/**
 * What is open at one moment: a data set, and what was learned from it. Immutable, so that whoever
 * holds it sees the same until they ask the {@link Workspace} again.
 */
public final class Opened {
  private final Dataset data;
  private final DatasetFacts facts;
  private final OpenParts parts;
  private final FittedStrategies strategies;
  private final Trained trained;
  private final Recommendations recommendations;

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

  /** A data set of which nothing is open: only what is popular can be recommended. */
  static Opened bare(Dataset data) {
    return new Opened(
        data,
        new DatasetFacts(data),
        OpenParts.NONE,
        FittedStrategies.NONE,
        null,
        new Recommendations(data, List.of()));
  }

  private Opened(
      Dataset data,
      DatasetFacts facts,
      OpenParts parts,
      FittedStrategies strategies,
      Trained trained,
      Recommendations recommendations) {
    this.data = data;
    this.facts = facts;
    this.parts = parts;
    this.strategies = strategies;
    this.trained = trained;
    this.recommendations = recommendations;
  }

  /** The same with other parts open, and with the strategies that were fitted from them. */
  Opened with(OpenParts fresh, FittedStrategies fitted) {
    Trained known = fresh.get(Part.NMF).map(this::trained).orElse(null);
    Recommendations door = recommendations.instead(fitted.recommenders());
    Kept<RatingFit> rating = fresh.get(Part.RATING).orElse(null);
    // What ranks by ratings looks at every rating, so it is made once for each predictor.
    if (rating != null && rating != parts.get(Part.RATING).orElse(null)) {
      door = door.with(rating.content().stack());
    }
    return new Opened(data, facts, fresh, fitted, known, door);
  }

  private Trained trained(Kept<NmfModel> nmf) {
    TasteGroups groups =
        trained != null && trained.model() == nmf.content()
            ? trained.groups()
            : TasteGroups.of(data, nmf.content());
    return new Trained(nmf.content(), nmf.file(), groups);
  }

  /** What follows from the data set alone. */
  public DatasetFacts facts() {
    return facts;
  }

  OpenParts parts() {
    return parts;
  }

  FittedStrategies strategies() {
    return strategies;
  }

  /** A part that was learned and is open. */
  public <T> Optional<Kept<T>> part(Part<T> part) {
    return parts.get(part);
  }

  /** Why a part that is there can't be used, as a sentence; empty if it can, or if it is not. */
  public Optional<String> trouble(Part<?> part) {
    return parts.trouble(part);
  }

  /** What predicts ratings; empty where that was not learned yet. */
  public Optional<RatingPredictor> ratingPredictor() {
    return parts.get(Part.RATING).map(kept -> kept.content().stack());
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
    return parts.trouble(Part.NMF);
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
        Habits.of(facts.everybody(), taste),
        trained == null ? Optional.empty() : Optional.of(groupsOf(userId)));
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
