package osusume.chat.exam;

/** Somebody a request is put by, or is about. */
public enum Who {
  /** The person at the keyboard, with a list that is made up. */
  ME,
  /** A user of the data set. */
  USER
}
