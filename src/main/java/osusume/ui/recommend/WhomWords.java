package osusume.ui.recommend;

import osusume.ui.text.Texts;

/** For whom titles are, in words. */
final class WhomWords {
  private final Texts texts;

  WhomWords(Texts texts) {
    this.texts = texts;
  }

  /** For instance "5 titles for you". */
  String heading(Whom whom, int titles) {
    return switch (whom) {
      case Whom.Me _ -> texts.format("recommend.heading.me", titles);
      case Whom.User user -> texts.format("recommend.heading", titles, String.valueOf(user.id()));
      case Whom.Like _ -> texts.format("recommend.heading.like", titles);
    };
  }

  /** What a file of the titles is called. */
  String fileName(Whom whom) {
    return switch (whom) {
      case Whom.Me _ -> "recommendations-for-me.csv";
      case Whom.User user -> "recommendations-%d.csv".formatted(user.id());
      case Whom.Like _ -> "recommendations-more-like-these.csv";
    };
  }
}
