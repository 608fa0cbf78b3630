package osusume.recommend.rating;

import java.util.List;
import osusume.data.Taste;
import osusume.recommend.PredictedRating;

/**
 * The predictors put together: a polynomial of the second degree in what each of them adds to the
 * biases and in what tells how far each may be believed, with weights learned by ridge regression
 * on ratings that none of them had seen ("Stacked regressions", Breiman 1996; Bell, Koren and
 * Volinsky 2007 for the Netflix Prize). The products let a predictor count more or less with how
 * much the person and the title are rated and how near the title is to what they rated (Sill,
 * Takács, Mackey and Lin 2009, "Feature-Weighted Linear Stacking"). Immutable; may be asked from
 * any thread.
 */
public final class Stack implements RatingPredictor {
  private final Members members;
  private final double[] weights;
  private final HalfWidths halfWidths;

  /**
   * @param weights one a term of {@link StackInputs}
   * @throws IllegalArgumentException if their number is not {@link StackInputs#TERMS}
   */
  Stack(Members members, double[] weights, HalfWidths halfWidths) {
    if (weights.length != StackInputs.TERMS) {
      throw new IllegalArgumentException(
          "%d weights, but %d terms".formatted(weights.length, StackInputs.TERMS));
    }
    this.members = members;
    this.weights = weights;
    this.halfWidths = halfWidths;
  }

  Members members() {
    return members;
  }

  double[] weights() {
    return weights;
  }

  HalfWidths halfWidths() {
    return halfWidths;
  }

  /** What the weights make of a request, as ratings. */
  static float[] predict(Members members, double[] weights, ResidualModel.Request request) {
    int asked = request.rows().length;
    double[] above = Quadratic.values(StackInputs.of(members, request), asked, weights);
    float[] predicted = new float[asked];
    for (int i = 0; i < asked; i++) {
      predicted[i] = Biases.clip(members.biases().of(request, i) + above[i]);
    }
    return predicted;
  }

  private ResidualModel.Request request(Taste taste, int[] animeRows) {
    Person person = Person.of(members.biases(), taste);
    return ResidualModel.Request.of(person, animeRows, members.raters().length);
  }

  @Override
  public float[] predict(Taste taste, int[] animeRows) {
    return predict(members, weights, request(taste, animeRows));
  }

  @Override
  public float ofUnknownTitle(Taste taste) {
    return Biases.clip(
        members.biases().mean() + Person.of(members.biases(), taste).offsetWithoutEntry(-1));
  }

  @Override
  public float[] halfWidths(Taste taste, int[] animeRows) {
    return halfWidths(request(taste, animeRows));
  }

  private float[] halfWidths(ResidualModel.Request request) {
    float[] widths = new float[request.rows().length];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = (float) halfWidths.of(request, i, members.raters()[request.rows()[i]]);
    }
    return widths;
  }

  @Override
  public List<PredictedRating> predictEach(Taste taste, int[] animeRows) {
    // Getting to know a person is most of the cost of either.
    ResidualModel.Request request = request(taste, animeRows);
    return PredictedRating.each(predict(members, weights, request), halfWidths(request));
  }
}
