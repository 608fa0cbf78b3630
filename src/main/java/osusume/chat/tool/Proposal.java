package osusume.chat.tool;

import osusume.mylist.Status;

/** A change of the person's list that an assistant would make. */
public sealed interface Proposal {
  /** The title it is about, by its MyAnimeList id. */
  int animeId();

  /**
   * The person rates a title.
   *
   * @param rating 1 to 10
   */
  record Rate(int animeId, int rating) implements Proposal {
    public Rate {
      if (rating < 1 || rating > 10) {
        throw new IllegalArgumentException(
            "A rating is a whole number from 1 to 10, not " + rating + ".");
      }
    }
  }

  /** The person says where they are with a title. */
  record Mark(int animeId, Status status) implements Proposal {}
}
