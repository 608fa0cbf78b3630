package osusume.chat.exam;

import osusume.data.Anime;

/** A number that each title has. */
enum Column {
  RATING,
  EPISODES,
  MEMBERS;

  /** NaN where it is not known. */
  double of(Anime anime) {
    return switch (this) {
      case RATING -> anime.rating();
      case EPISODES -> anime.episodes() < 0 ? Double.NaN : anime.episodes();
      case MEMBERS -> anime.members() < 0 ? Double.NaN : anime.members();
    };
  }
}
