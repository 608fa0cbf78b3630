package osusume.chat.agent;

import java.util.List;
import osusume.chat.Ground;
import osusume.chat.NamedTitle;

/** Finds the titles that a text names. */
@FunctionalInterface
public interface TitleReader {
  /**
   * @param text in Markdown
   * @return in the order in which they occur
   */
  List<NamedTitle> titles(String text, Ground ground);
}
