package osusume.chat.exam;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import osusume.chat.exam.TitleReader.Found;

/**
 * What stands as a title at the head of the rows of a list: in a numbered row all of it, in another
 * what is emphasised or quoted. Where the catalogue has no such title, the answer made it up.
 */
final class RowHeads {
  private static final Pattern HEAD =
      Pattern.compile(
          "(?m)^[ \\t]*(?:\\d+[.)][ \\t]+|[-*+•][ \\t]+(?=\\*\\*|__|[\"“]))(?<head>.+)$");

  private static final Pattern EMPHASISED =
      Pattern.compile("^(?:\\*\\*|__|[\"“])(?<name>.+?)(?:\\*\\*|__|[\"”])(?<rest>.*)$");

  private RowHeads() {}

  /** The first head that names no title of the catalogue. */
  static Optional<String> withoutTitle(String text, List<Found> named) {
    Matcher heads = HEAD.matcher(text);
    while (heads.find()) {
      int from = heads.start("head");
      int to = heads.end("head");
      Matcher emphasised = EMPHASISED.matcher(heads.group("head"));
      String name = emphasised.matches() ? emphasised.group("name") : heads.group("head");
      boolean label =
          name.strip().endsWith(":")
              || emphasised.matches() && emphasised.group("rest").startsWith(":");
      boolean has = named.stream().anyMatch(title -> title.from() >= from && title.to() <= to);
      if (!label && !has) {
        return Optional.of(name.strip());
      }
    }
    return Optional.empty();
  }
}
