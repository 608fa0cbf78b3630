package osusume.chat.offline;

/** What a message is for. */
enum Intent {
  RECOMMEND,
  SIMILAR,
  LIST,
  COUNT,
  STATISTIC,
  DETAILS,
  EXPLAIN,
  COMPARE,
  PROFILE,
  ORDER,
  RATE,
  MARK,
  HELLO,
  HELP,
  THANKS,
  AWAY,
  FOREIGN,
  UNCLEAR;

  /** Whether the answer is titles to choose from, so that "another one" asks for more of them. */
  boolean offers() {
    return this == RECOMMEND || this == SIMILAR || this == LIST;
  }
}
