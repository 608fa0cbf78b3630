package osusume.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import osusume.data.Taste;

/** Why a title was recommended: a part of its score and where that part comes from. */
public sealed interface Reason {
  /** A reason that makes up less of a score than this explains nothing. */
  double SMALLEST_SHARE = 0.01;

  Comparator<Reason> STRONGEST_FIRST = Comparator.comparingDouble(Reason::share).reversed();

  /**
   * The part of the score that this reason makes up, above 0; shares of one title's reasons of one
   * kind sum to at most 1. Strategies that tell of groups and of titles divide the whole score
   * among each kind. Two reasons stand beside a score instead of being a part of it, and their
   * share is no part of it: {@link People} in the strategy {@code people}, which comes last there,
   * and {@link Popular} in the strategy {@code popular}, which has no other reason.
   */
  double share();

  /**
   * The reasons worth telling, of all kinds together the strongest first; of equal ones the first
   * given.
   *
   * @param limit how many of each kind
   */
  static List<Reason> strongest(List<? extends Reason> reasons, int limit) {
    List<Reason> worthTelling = new ArrayList<>(reasons.size());
    for (Reason reason : reasons) {
      if (reason.share() >= SMALLEST_SHARE) {
        worthTelling.add(reason);
      }
    }
    worthTelling.sort(STRONGEST_FIRST);
    List<Reason> strongest = new ArrayList<>();
    for (Reason reason : worthTelling) {
      int alike = 0;
      for (Reason stronger : strongest) {
        alike += stronger.getClass() == reason.getClass() ? 1 : 0;
      }
      if (alike < limit) {
        strongest.add(reason);
      }
    }
    return List.copyOf(strongest);
  }

  /**
   * The titles of a taste that raised a score most, each with its part of everything that raised
   * it; as {@link #strongest}.
   *
   * @param parts what each entry of the taste adds to the score; below zero where it speaks against
   * @param limit how many of each kind
   */
  static List<Reason> watched(Taste taste, double[] parts, int limit) {
    double raised = 0;
    for (double part : parts) {
      raised += Math.max(0, part);
    }
    TasteWeights scale = TasteWeights.of(taste);
    List<Reason> reasons = new ArrayList<>();
    for (int entry = 0; entry < parts.length; entry++) {
      if (parts[entry] > 0 && parts[entry] / raised >= SMALLEST_SHARE) {
        reasons.add(of(taste, scale, entry, parts[entry] / raised));
      }
    }
    return strongest(reasons, limit);
  }

  /**
   * An entry of a taste as a reason.
   *
   * @param scale of the taste
   */
  static OfTitle of(Taste taste, TasteWeights scale, int entry, double share) {
    int row = taste.row(entry);
    if (taste.chosen()) {
      return new Chosen(row, share);
    }
    if (taste.dropped(entry)) {
      return new Dropped(row, share);
    }
    return scale.against(taste, entry)
        ? new Disliked(row, taste.rating(entry), share)
        : new Watched(row, taste.rating(entry), share);
  }

  /** A title of the taste that was asked for. */
  sealed interface OfTitle extends Reason {
    /** The title's catalogue row. */
    int animeRow();
  }

  /**
   * A taste group the person belongs to.
   *
   * @param group index of the group, 0 is the first
   */
  record Group(int group, double share) implements Reason {}

  /**
   * A title on the person's own list that speaks for what is like it.
   *
   * @param animeRow its catalogue row
   * @param rating what they gave it, 1 to 10, or −1: watched, not rated
   */
  record Watched(int animeRow, int rating, double share) implements OfTitle {}

  /**
   * A title the person rated so low that it speaks for what is nothing like it.
   *
   * @param animeRow its catalogue row
   * @param rating what they gave it, 1 to 10
   */
  record Disliked(int animeRow, int rating, double share) implements OfTitle {}

  /**
   * A title the person gave up, which speaks for what is nothing like it.
   *
   * @param animeRow its catalogue row
   */
  record Dropped(int animeRow, double share) implements OfTitle {}

  /**
   * A title that was chosen to find more like it ({@link Taste#ofTitles}).
   *
   * @param animeRow its catalogue row
   */
  record Chosen(int animeRow, double share) implements OfTitle {}

  /**
   * The title is here because many watch it.
   *
   * @param watchers how many users of the data set watched it
   * @param share its part of the score in {@code profile}, its habits and {@code blend}; in {@code
   *     popular}, where the score is nothing else, {@code watchers} as a part of all users, however
   *     small, but above 0
   */
  record Popular(int watchers, double share) implements Reason {}

  /**
   * People with a like list watched the title.
   *
   * @param watchers how many of them
   * @param people how many were asked
   * @param share its part of the score in {@code blend}; in {@code people}, where the score is
   *     divided among the watched titles that made those people alike, {@code watchers} as a part
   *     of {@code people}
   */
  record People(int watchers, int people, double share) implements Reason {}

  /**
   * The title is rated well by others.
   *
   * @param mean their mean rating, 1 to 10
   * @param raters how many users of the data set rated it
   */
  record Rated(double mean, int raters, double share) implements Reason {}

  /**
   * The title is the kind that the person chooses.
   *
   * @param habit which habit speaks for it
   * @param value what it has that the habit is about: a genre, a type; or empty
   */
  record Choice(Habit habit, String value, double share) implements Reason {}
}
