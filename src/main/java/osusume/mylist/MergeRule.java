package osusume.mylist;

/** Which of two entries for one title stays, where they differ. */
public enum MergeRule {
  /** What is imported replaces what the list says. */
  THEIRS,

  /** What the list says stays; only titles it lacks are added. */
  MINE,

  /** The entry that was changed last; the list's, if both were at once. */
  NEWEST
}
