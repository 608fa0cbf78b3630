package osusume.ui.recommend;

import static java.util.stream.Collectors.joining;

import osusume.data.Anime;
import osusume.ui.text.Texts;

/** For whom titles are, in words. */
final class WhomWords {
  private final Texts texts;

  WhomWords(Texts texts) {
    this.texts = texts;
  }

  /** For instance "5 titles for you". */
  String heading(Whom whom, int titles) {
    if (whom.companion().isPresent()) {
      return texts.format("recommend.heading.both", titles, name(whom), companion(whom));
    }
    return switch (whom) {
      case Whom.Me _ -> texts.format("recommend.heading.me", titles);
      case Whom.User user -> texts.format("recommend.heading", titles, String.valueOf(user.id()));
      case Whom.Like _ -> texts.format("recommend.heading.like", titles);
    };
  }

  /** Who it is. */
  String name(Whom whom) {
    return switch (whom) {
      case Whom.Me _ -> texts.get("recommend.you");
      case Whom.User user -> texts.format("companion.name.user", String.valueOf(user.id()));
      case Whom.Like like -> like.titles().stream().map(Anime::name).collect(joining(", "));
    };
  }

  /** Who else they are for; empty: nobody. */
  String companion(Whom whom) {
    return whom.companion().map(Companion::name).orElse("");
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
