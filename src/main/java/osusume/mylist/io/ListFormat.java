package osusume.mylist.io;

/** The forms in which a list can be exported; each can be imported again without loss. */
public enum ListFormat {
  /** The form of MyAnimeList's own export files, which MyAnimeList imports. */
  MYANIMELIST("xml"),

  /** A table for spreadsheets. */
  CSV("csv"),

  /** For programs. */
  JSON("json");

  private final String suffix;

  ListFormat(String suffix) {
    this.suffix = suffix;
  }

  /** How the names of such files end, without the dot. */
  public String suffix() {
    return suffix;
  }
}
