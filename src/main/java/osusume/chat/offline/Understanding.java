package osusume.chat.offline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import osusume.mylist.Status;

/**
 * What a message means.
 *
 * @param wishes what titles must be like
 * @param titles catalogue rows of the titles that are spoken of
 * @param unclear titles that may be meant, or that do not exist
 * @param count how many titles are wanted; empty: it was not said
 * @param userId of whom; empty: of the person who asks
 * @param sort the order of a list: rating, worst, members, episodes, shortest, obscure; or empty
 * @param statistic what is worked out, where the intent is that
 * @param rating that the person gives
 * @param status that the person sets
 * @param lacks what was asked that the data does not hold
 * @param adult whether adult titles were asked for
 * @param shown titles that were shown before and are not to come again, by their ids
 * @param about what is counted, where the intent is to count
 * @param language in which it was said, where that is not English; or empty
 */
record Understanding(
    Intent intent,
    Wishes wishes,
    List<Integer> titles,
    List<Mention> unclear,
    OptionalInt count,
    OptionalInt userId,
    String sort,
    Optional<Statistic> statistic,
    OptionalInt rating,
    Optional<Status> status,
    Set<String> lacks,
    boolean adult,
    Set<Integer> shown,
    String language,
    About about) {
  /**
   * What is counted: titles, the share that some have of all, users and their ratings, or the same
   * among what somebody watched.
   */
  enum About {
    TITLES,
    SHARE,
    USERS,
    SEEN,
    SHARE_OF_SEEN
  }

  /**
   * A figure of the titles.
   *
   * @param fn mean, median, count
   * @param column rating, episodes, members
   * @param group genre, type, or empty: all together
   * @param descending whether the largest comes first
   */
  record Statistic(String fn, String column, String group, boolean descending) {}

  boolean share() {
    return about == About.SHARE || about == About.SHARE_OF_SEEN;
  }

  /** Whether only what somebody watched is counted. */
  boolean ofSeen() {
    return about == About.SEEN || about == About.SHARE_OF_SEEN;
  }

  boolean ofUsers() {
    return about == About.USERS;
  }

  Understanding with(Intent other, Wishes wanted, List<Integer> spokenOf, Set<Integer> seen) {
    return new Understanding(
        other, wanted, spokenOf, unclear, count, userId, sort, statistic, rating, status, lacks,
        adult, seen, language, about);
  }

  Understanding with(OptionalInt many, String order, OptionalInt user) {
    return new Understanding(
        intent, wishes, titles, unclear, many, user, order, statistic, rating, status, lacks, adult,
        shown, language, about);
  }
}
