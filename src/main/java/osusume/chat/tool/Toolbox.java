package osusume.chat.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import osusume.data.Catalogue;

/** Every tool there is, in a fixed order, with the genres and types of one catalogue. Immutable. */
public final class Toolbox {
  private final Map<String, Tool> byName = new LinkedHashMap<>();

  private Toolbox(Catalogue catalogue) {
    Stream.of(
            new SearchAnime(catalogue),
            new Recommend(catalogue),
            new SimilarAnime(catalogue),
            new AnimeDetails(),
            new UserProfileTool(),
            new Explain(),
            new QueryTable(),
            ChangeList.rate(),
            ChangeList.mark())
        .forEach(tool -> byName.put(tool.name(), tool));
  }

  /** The tools over a data set's titles. Cheap. */
  public static Toolbox of(Catalogue catalogue) {
    return new Toolbox(catalogue);
  }

  /** All of them. */
  public List<Tool> tools() {
    return List.copyOf(byName.values());
  }

  /** The tool of that name. */
  public Optional<Tool> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Their names. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
