package osusume.mylist;

/** How a person stands to a title. */
public enum Status {
  WATCHING,
  COMPLETED,
  ON_HOLD,
  DROPPED,
  PLANNED,

  /** Never to be recommended; no list site knows this. */
  NOT_INTERESTED;

  /** Whether at least a part of the title was seen, so that it says something of the taste. */
  public boolean seen() {
    return this != PLANNED && this != NOT_INTERESTED;
  }
}
