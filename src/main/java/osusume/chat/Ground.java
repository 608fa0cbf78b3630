package osusume.chat;

import java.util.Optional;
import java.util.function.Function;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.nmf.NmfModel;
import osusume.recommend.DatasetFacts;
import osusume.recommend.Reason;
import osusume.recommend.Recommendations;
import osusume.recommend.TasteGroups;

/**
 * What an answer stands on: everything an assistant may look at, as it was when the question was
 * asked. Immutable.
 *
 * @param data the open data set
 * @param facts what follows from it alone
 * @param recommendations the door to the recommender
 * @param strategy the best strategy that can be asked now
 * @param model the taste groups' model; empty where none was learned
 * @param groups the taste groups in words; there where {@code model} is
 * @param reasons a reason in words, said to the person ("because you gave …") or of the user
 * @param asker for whom
 * @param hideAdult whether adult titles are kept back unless they are asked for
 */
public record Ground(
    Dataset data,
    DatasetFacts facts,
    Recommendations recommendations,
    String strategy,
    Optional<NmfModel> model,
    Optional<TasteGroups> groups,
    Function<Reason, String> reasons,
    Asker asker,
    boolean hideAdult) {
  /** The titles of the data set. */
  public Catalogue catalogue() {
    return data.catalogue();
  }
}
