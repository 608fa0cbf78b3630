package osusume.ui.state;

import osusume.mylist.Status;

/** What the person can say of the titles that are meant, which are one or several. */
public interface Marking {
  /**
   * Gives a score.
   *
   * @param score 1 to 10; 0 takes it away
   */
  void rate(int score);

  /** Sets how the person stands to the titles; for "not interested" see the other. */
  void mark(Status status);

  /**
   * Says that the person does not want to watch the titles.
   *
   * @param reason why; may be empty
   */
  void notInterested(String reason);

  /** Takes the titles off the list. */
  void remove();
}
