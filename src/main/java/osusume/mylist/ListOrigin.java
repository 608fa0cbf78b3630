package osusume.mylist;

/** Where a list that is to be merged comes from. */
public enum ListOrigin {
  /** An export file of MyAnimeList, or one of Osusume's in that form. */
  MYANIMELIST,

  /** A CSV file of Osusume's. */
  CSV,

  /** A JSON file of Osusume's. */
  JSON,

  /** What AniList answers. */
  ANILIST
}
