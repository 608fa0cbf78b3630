package osusume.mylist.io;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import osusume.mylist.ImportedList;
import osusume.progress.Progress;

/** Fetches a person's public list from AniList, when they ask for it. */
public final class AniListClient {
  /** Where AniList answers. */
  public static final URI ADDRESS = URI.create("https://graphql.anilist.co");

  private final URI address;

  public AniListClient() {
    this(ADDRESS);
  }

  /**
   * @param address where to ask: https, or http on this machine
   * @throws IllegalArgumentException if it is another address; worded for a person
   */
  public AniListClient(URI address) {
    this.address = address;
  }

  /**
   * Fetches the anime list of a user.
   *
   * @param user a name, or the address of their page
   * @throws IOException if there is no such list or AniList does not answer as it should; worded
   *     for a person
   */
  public ImportedList fetch(String user, Progress progress) throws IOException {
    throw new IOException("AniList can't be asked yet: " + address + user + Duration.ZERO);
  }
}
