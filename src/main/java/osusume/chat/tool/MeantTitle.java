package osusume.chat.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import osusume.chat.Harmless;
import osusume.data.Catalogue;

/** The titles that an argument means, by name or by MyAnimeList id. */
final class MeantTitle {
  private static final int LONGEST_ID = 9;

  private MeantTitle() {}

  /**
   * The catalogue row of a title.
   *
   * @throws ToolArgumentException if there is none, or several may be meant; names the nearest
   */
  static int row(Arguments given, String name, Catalogue catalogue) throws ToolArgumentException {
    return row(name, given.text(name).orElseThrow(), catalogue);
  }

  /** The same for a list of titles; each once. */
  static int[] rows(Arguments given, String name, Catalogue catalogue)
      throws ToolArgumentException {
    List<Integer> rows = new ArrayList<>();
    for (String said : given.texts(name)) {
      int row = row(name, said, catalogue);
      if (!rows.contains(row)) {
        rows.add(row);
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int row(String name, String said, Catalogue catalogue)
      throws ToolArgumentException {
    TitleFinder finder = TitleFinder.of(catalogue);
    if (said.length() <= LONGEST_ID && said.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int row = catalogue.rowOfId(Integer.parseInt(said));
      int named = finder.named(said).orElse(row);
      if (named < 0) {
        throw new ToolArgumentException(
            "'%s' is %s, but no title of the data set has that anime_id. Give its name, or look it"
                    .formatted(name, said)
                + " up with search_anime.");
      }
      return row >= 0 ? row : named;
    }
    TitleFinder.Found found = finder.find(said);
    if (found.row().isEmpty()) {
      if (found.nearest().isEmpty()) {
        throw new ToolArgumentException(
            "'%s' is %s, but the data set has no title of that name, and none like it."
                .formatted(name, Harmless.quoted(said)));
      }
      throw new ToolArgumentException(
          (found.how() == TitleFinder.How.AMBIGUOUS
                  ? "'%s' is %s, which may be any of these: %s. Give one of these names or ids."
                  : "'%s' is %s, but the data set has no title of that name. The nearest are: %s.")
              .formatted(name, Harmless.quoted(said), named(found.nearest(), catalogue)));
    }
    return found.row().getAsInt();
  }

  private static String named(List<Integer> rows, Catalogue catalogue) {
    return rows.stream()
        .map(
            row ->
                "%s (%d)"
                    .formatted(
                        Harmless.quoted(catalogue.anime(row).name()), catalogue.idOfRow(row)))
        .collect(Collectors.joining(", "));
  }
}
