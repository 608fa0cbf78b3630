package osusume.ui.state;

import java.net.URI;
import java.nio.file.Path;

/** Ways out of the window: to the browser and to the system's file manager. */
public interface Links {
  /** Shows a web page in the browser. */
  void web(URI page);

  /** Shows a folder in the file manager. */
  void folder(Path folder);

  /** Shows a title's page on MyAnimeList. */
  default void myAnimeList(int animeId) {
    web(URI.create("https://myanimelist.net/anime/" + animeId));
  }
}
