package osusume.evaluate;

import java.util.List;
import java.util.Set;
import osusume.data.Dataset;

/** What strategies learn from, and the people they are tested on. */
interface Split {
  /** For a person: "P1, fold 1". */
  String label();

  /** Which protocols its cases belong to. */
  Set<Protocol> tests();

  /** What strategies are fitted on. */
  Dataset training();

  /** How many people are tested. */
  int people();

  /**
   * The cases of one person; may be asked from any thread. Cases that tell the strategy the same
   * hold the same {@link osusume.data.Taste} object and follow each other.
   */
  List<? extends Case> cases(int person);
}
