package osusume.app;

import osusume.data.Dataset;

/** A user was asked for whom the open data set does not have. */
public final class UnknownUserException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownUserException(int userId, Dataset data) {
    super(sentence(userId, data));
  }

  private static String sentence(int userId, Dataset data) {
    int[] ids = data.ratings().rowIds();
    if (ids.length == 0) {
      return "There is no user %d in the data set \"%s\": it has no users at all."
          .formatted(userId, data.name());
    }
    return "There is no user %d in the data set \"%s\"; its %d users have ids from %d to %d."
        .formatted(userId, data.name(), ids.length, ids[0], ids[ids.length - 1]);
  }
}
