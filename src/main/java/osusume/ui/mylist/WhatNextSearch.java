package osusume.ui.mylist;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import osusume.app.Opened;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.mylist.MyList;
import osusume.mylist.Status;
import osusume.recommend.Answer;
import osusume.recommend.Recommendation;
import osusume.recommend.Request;
import osusume.ui.control.FilterPart;
import osusume.ui.recommend.Door;

/**
 * Asks in which order the planned titles fit the person. Worked out off the JavaFX thread.
 *
 * @param opened what {@code door} belongs to
 * @param taste what {@code list} says of the person
 */
record WhatNextSearch(Opened opened, Door door, MyList list, Taste taste, AnimeFilter filter) {
  /** To say why takes its time for each title, and few read further. */
  private static final int EXPLAINED = 100;

  /**
   * What came of it.
   *
   * @param ranked the planned titles that fit the filter, the best first; the first {@link
   *     #EXPLAINED} with reasons and predicted ratings
   * @param planned how many planned titles the data set knows, whatever the filter
   * @param unknown how many planned titles it does not know
   * @param note what the person should know; may be empty
   * @param loosening what to loosen where nothing fits; empty where no single part would do
   */
  record Found(
      WhatNextSearch search,
      List<Recommendation> ranked,
      int planned,
      int unknown,
      String note,
      Optional<FilterPart.Loosening> loosening) {}

  Found find() {
    Catalogue catalogue = opened.data().catalogue();
    BitSet planned = list.rows(Status.PLANNED, catalogue);
    int unknown = list.count(Status.PLANNED) - planned.cardinality();
    if (planned.isEmpty()) {
      return new Found(this, List.of(), 0, unknown, "", Optional.empty());
    }
    Request.Builder request =
        Request.of(taste, door.strategies().getFirst())
            .filter(filter)
            .franchises(false)
            .among(planned);
    // No more is asked for than there is, or the answer would tell of it though the heading does.
    int most = Math.clamp(fitting(filter, planned, catalogue), 1, EXPLAINED);
    Answer answer = door.answer(request.k(most).build());
    List<Recommendation> ranked = new ArrayList<>(answer.recommendations());
    if (ranked.size() == EXPLAINED) {
      List<Recommendation> all =
          door.rank(request.k(planned.cardinality()).build()).recommendations();
      ranked.addAll(all.subList(Math.min(EXPLAINED, all.size()), all.size()));
    }
    return new Found(
        this,
        ranked,
        planned.cardinality(),
        unknown,
        answer.note(),
        ranked.isEmpty()
            ? FilterPart.best(filter, other -> fitting(other, planned, catalogue))
            : Optional.empty());
  }

  private static int fitting(AnimeFilter filter, BitSet planned, Catalogue catalogue) {
    BitSet unwanted = new BitSet();
    unwanted.set(0, catalogue.size());
    unwanted.andNot(planned);
    return filter.match(catalogue, unwanted).count();
  }
}
