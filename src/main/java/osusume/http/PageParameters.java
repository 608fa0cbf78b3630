package osusume.http;

import java.util.List;

/** The parameters that say which stretch of a long answer is wanted. */
final class PageParameters {
  static final List<Parameter> ALL =
      List.of(
          Parameter.count("limit", "at the most so many (default: everything that fits)", "10"),
          Parameter.count("offset", "pass over the first so many (default: 0)", "20"));

  private PageParameters() {}

  /** How many at the most; null: all. */
  static Long limit(Query query) {
    return query.count("limit").orElse(null);
  }

  /** How many to pass over. */
  static long offset(Query query) {
    return query.count("offset").orElse(0L);
  }
}
