package osusume.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import osusume.app.Opened;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.recommend.Answer;
import osusume.recommend.Franchises;
import osusume.recommend.Habit;
import osusume.recommend.PredictedRating;
import osusume.recommend.Reason;
import osusume.recommend.Recommendation;
import osusume.recommend.Request;
import osusume.ui.recommend.Door;

/**
 * A door with everything behind it that a door can have, made up for tests and screenshots: titles
 * are ranked by the real door's {@code popular}, the rest is invented. It keeps what it was asked.
 */
final class StagedDoor implements Door {
  final List<Request> asked = new CopyOnWriteArrayList<>();
  volatile List<String> strategies = List.of("blend", "mix", "newest", "popular");
  volatile boolean predicts = true;

  /** The other parts of every title's story; null: those there really are. */
  volatile List<Integer> story = List.of();

  /** Whether the last part of every story is what ranks it. */
  volatile boolean lastPartRanks;

  private volatile Opened opened;
  private volatile Franchises franchises;

  /** The same door in front of what is open now. */
  StagedDoor before(Opened fresh) {
    if (opened == null || opened.data() != fresh.data()) {
      franchises = Franchises.of(fresh.data().catalogue());
    }
    opened = fresh;
    return this;
  }

  Request last() {
    return asked.getLast();
  }

  @Override
  public List<String> strategies() {
    return strategies;
  }

  @Override
  public boolean predictsRatings() {
    return predicts;
  }

  @Override
  public Answer answer(Request request) {
    asked.add(request);
    Answer real =
        opened
            .recommendations()
            .answer(
                Request.of(request.taste(), "popular")
                    .k(request.k())
                    .filter(request.filter())
                    .franchises(false)
                    .build());
    List<Recommendation> titles = new ArrayList<>();
    for (Recommendation one : real.recommendations()) {
      List<Integer> parts = request.franchises() ? story(one.animeRow()) : List.of();
      titles.add(
          new Recommendation(
              one.rank(),
              one.animeRow(),
              10.0 / (one.rank() + 3),
              predicts ? Optional.of(predicted(one.animeRow())) : Optional.empty(),
              reasons(request, one.rank()),
              parts,
              lastPartRanks && !parts.isEmpty() ? parts.getLast() : one.animeRow()));
    }
    var removed = new LinkedHashMap<>(real.removed());
    if (request.franchises()) {
      removed.put("franchises", 11);
    }
    return new Answer(request.strategy(), titles, removed, real.lack(), real.note());
  }

  @Override
  public Answer rank(Request request) {
    return answer(request);
  }

  private PredictedRating predicted(int animeRow) {
    Catalogue catalogue = opened.data().catalogue();
    double mean = catalogue.anime(animeRow).rating();
    return new PredictedRating(Double.isNaN(mean) ? 7 : mean, 0.7 + animeRow % 5 * 0.1);
  }

  /** The first of the person's titles that still count, and one reason of each other kind. */
  private List<Reason> reasons(Request request, int rank) {
    Taste taste = request.taste();
    List<Reason> reasons = new ArrayList<>();
    double share = 0.41;
    for (int entry : entries(taste, rank)) {
      if (!request.takenOut().animeRows().contains(taste.row(entry))) {
        reasons.add(new Reason.Watched(taste.row(entry), taste.rating(entry), share));
        share /= 1.8;
      }
    }
    if (opened.trained().isPresent() && !request.takenOut().groups().contains(rank % 2)) {
      reasons.add(new Reason.Group(rank % 2, 0.11));
    }
    reasons.add(new Reason.Choice(Habit.GENRES, "Drama", 0.08));
    reasons.add(new Reason.Rated(8.7, 1200, 0.05));
    return reasons;
  }

  private static int[] entries(Taste taste, int rank) {
    return IntStream.range(rank - 1, rank + 3).filter(entry -> entry < taste.size()).toArray();
  }

  private List<Integer> story(int animeRow) {
    if (story != null) {
      return story;
    }
    return IntStream.of(franchises.members(franchises.of(animeRow)))
        .filter(row -> row != animeRow)
        .boxed()
        .toList();
  }
}
