package osusume.evaluate;

import java.util.List;

/** The ways of putting strategies to the test; docs/evaluation.md says how each works. */
public enum Protocol {
  P1("P1", "held-out likes, ranked among everything unwatched", true, false),
  P1F("P1f", "the same, without titles of franchises already met", true, false),
  P2("P2", "likes above dislikes", true, true),
  P3("P3", "error of predicted ratings", false, true),
  P4("P4", "people never seen in training, by fold-in", true, false),
  COLD_START("cold-start", "people never seen, of whom a few titles are known", true, false);

  /** The sizes of the short lists of {@link #COLD_START}. */
  public static final List<Integer> COLD_START_TITLES = List.of(1, 3, 5, 10, 20, 40);

  private final String key;
  private final String meaning;
  private final boolean ranks;
  private final boolean rates;

  Protocol(String key, String meaning, boolean ranks, boolean rates) {
    this.key = key;
    this.meaning = meaning;
    this.ranks = ranks;
    this.rates = rates;
  }

  /** As a person types it. */
  public String key() {
    return key;
  }

  /** What it tests, for a person. */
  public String meaning() {
    return meaning;
  }

  /** Whether it tests strategies that rank titles. */
  public boolean ranks() {
    return ranks;
  }

  /** Whether it tests strategies that predict ratings. */
  public boolean rates() {
    return rates;
  }
}
