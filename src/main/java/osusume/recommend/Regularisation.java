package osusume.recommend;

/**
 * What keeps {@link SimilarTraining} from learning by heart.
 *
 * @param userExponent a user counts (nᵤ / median)^userExponent by the length nᵤ of their list
 * @param dropped p: Λ holds p / (1 − p) of each title's own diagonal
 * @param ridge what Λ holds beside that
 */
record Regularisation(double userExponent, double dropped, double ridge) {
  /** That of strategy {@code similar}; the reasons stand there. */
  static final Regularisation USUAL = new Regularisation(-0.5, 0.1, 50);

  /** Stronger: what holds for many people at once, closer to plain co-occurrence. */
  static final Regularisation FIRM = new Regularisation(-0.5, 0.2, 200);

  /** Weaker, and with less say for long lists: what holds between two titles in particular. */
  static final Regularisation LOOSE = new Regularisation(-0.75, 0.1, 15);
}
