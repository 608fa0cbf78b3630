package osusume.recommend.rating;

import java.util.List;
import osusume.data.Taste;

/**
 * The predictors put together: a linear combination of what each of them adds to the biases, with
 * weights learned by ridge regression on ratings that none of them had seen ("Stacked regressions",
 * Breiman 1996; Bell, Koren and Volinsky 2007 for the Netflix Prize). How much a predictor counts
 * may rise or fall with how much the person and the title are rated (Sill, Takács, Mackey and Lin
 * 2009, "Feature-Weighted Linear Stacking"). Immutable; may be asked from any thread.
 */
public final class Stack implements RatingPredictor {
  /**
   * Inputs beside the predictors': 1, b_u, b_i, the person's own mean less the biases, how near the
   * title is to what they rated, and both supports.
   */
  private static final int PLAIN = 7;

  /** Each predictor counts by itself, by the person's support, the title's and its nearness. */
  private static final int EACH = 4;

  /** Supports are logarithms from here: the input is 0 near the middle of the data. */
  private static final double PERSON_CENTRE = Math.log(80);

  private static final double NEARNESS_CENTRE = Math.log(0.3);

  private static final double TITLE_CENTRE = Math.log(200);

  private final Members members;
  private final double[] weights;
  private final HalfWidths halfWidths;

  /**
   * @param weights one an input, as {@link #inputs} gives them
   * @throws IllegalArgumentException if their number is not {@link #inputCount}
   */
  Stack(Members members, double[] weights, HalfWidths halfWidths) {
    if (weights.length != inputCount(members)) {
      throw new IllegalArgumentException(
          "%d weights, but %d inputs".formatted(weights.length, inputCount(members)));
    }
    this.members = members;
    this.weights = weights;
    this.halfWidths = halfWidths;
  }

  static int inputCount(Members members) {
    return PLAIN + EACH * members.onBiases().size();
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

  /**
   * What the weights are applied to.
   *
   * @return inputs of the first title, of the second …, {@link #inputCount} each
   */
  static double[] inputs(Members members, ResidualModel.Request request) {
    List<ResidualModel> models = members.onBiases();
    int count = inputCount(members);
    int asked = request.rows().length;
    Person person = request.person();
    double[] inputs = new double[asked * count];
    for (int i = 0; i < asked; i++) {
      int row = request.rows()[i];
      int entry = request.entry(i);
      int at = i * count;
      double offset = person.offsetWithoutEntry(entry);
      double titleOffset = members.biases().titleOffsets()[row];
      inputs[at] = 1;
      inputs[at + 1] = offset;
      inputs[at + 2] = titleOffset;
      inputs[at + 3] = person.meanWithoutEntry(entry) - offset - titleOffset;
    }
    float[] nearness = new float[asked];
    members.neighbours().nearness(request, nearness);
    for (int i = 0; i < asked; i++) {
      int at = i * count;
      int rated = person.size() - (request.entry(i) >= 0 ? 1 : 0);
      inputs[at + 4] = nearness[i] - NEARNESS_CENTRE;
      inputs[at + 5] = Math.log1p(rated) - PERSON_CENTRE;
      inputs[at + 6] = Math.log1p(members.raters()[request.rows()[i]]) - TITLE_CENTRE;
    }
    float[] predicted = new float[asked];
    for (int m = 0; m < models.size(); m++) {
      models.get(m).predict(request, predicted);
      for (int i = 0; i < asked; i++) {
        int rated = person.size() - (request.entry(i) >= 0 ? 1 : 0);
        int at = i * count + PLAIN + m * EACH;
        inputs[at] = predicted[i];
        inputs[at + 1] = predicted[i] * (Math.log1p(rated) - PERSON_CENTRE);
        inputs[at + 3] = predicted[i] * (nearness[i] - NEARNESS_CENTRE);
        inputs[at + 2] =
            predicted[i] * (Math.log1p(members.raters()[request.rows()[i]]) - TITLE_CENTRE);
      }
    }
    return inputs;
  }

  /** What the weights make of the inputs of one title: what is added to the biases. */
  static double combine(double[] inputs, int asked, double[] weights) {
    double sum = 0;
    for (int f = 0; f < weights.length; f++) {
      sum += weights[f] * inputs[asked * weights.length + f];
    }
    return sum;
  }

  @Override
  public float[] predict(Taste taste, int[] animeRows) {
    Person person = Person.of(members.biases(), taste);
    var request = ResidualModel.Request.of(person, animeRows, members.raters().length);
    double[] inputs = inputs(members, request);
    float[] predicted = new float[animeRows.length];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = Biases.clip(members.biases().of(request, i) + combine(inputs, i, weights));
    }
    return predicted;
  }

  @Override
  public float ofUnknownTitle(Taste taste) {
    return Biases.clip(
        members.biases().mean() + Person.of(members.biases(), taste).offsetWithoutEntry(-1));
  }

  @Override
  public float[] halfWidths(Taste taste, int[] animeRows) {
    Person person = Person.of(members.biases(), taste);
    var request = ResidualModel.Request.of(person, animeRows, members.raters().length);
    float[] widths = new float[animeRows.length];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = (float) halfWidths.of(request, i, members.raters()[animeRows[i]]);
    }
    return widths;
  }
}
