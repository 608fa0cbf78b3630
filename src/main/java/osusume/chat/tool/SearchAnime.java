package osusume.chat.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import osusume.chat.Ground;
import osusume.data.AnimeColumn;
import osusume.data.AnimeFilter;
import osusume.data.AnimeQuery;
import osusume.data.Catalogue;
import osusume.data.Matches;

/** Titles by their facts. */
final class SearchAnime extends ArgumentTool {
  private static final int LIMIT = 10;
  private static final int MOST = 25;

  /** Fewest members first: what hardly anybody knows. */
  private static final String OBSCURE = "obscure";

  SearchAnime(Catalogue catalogue) {
    super(
        "search_anime",
        "Looks titles up by their facts: name, genre, type, episodes, rating, how well known they"
            + " are. Not personal: to suggest something to the person use recommend.",
        arguments(catalogue));
  }

  private static List<Argument> arguments(Catalogue catalogue) {
    List<Argument> arguments = new ArrayList<>(Wanted.arguments(catalogue, false));
    arguments.add(
        Argument.choice(
            "sort",
            List.of("rating", "members", "episodes", "name", OBSCURE),
            "highest first; name: A first; obscure: fewest members first. rating unless told"));
    arguments.add(Argument.whole("limit", 1, MOST, "how many titles; 10 unless told"));
    return arguments;
  }

  @Override
  String inWords(Arguments arguments, Ground ground) {
    String wanted = Wanted.inWords(arguments);
    return wanted.isEmpty() ? "search" : "search: " + wanted;
  }

  private static int watched(AnimeFilter filter, Ground ground) {
    BitSet others = new BitSet();
    others.set(0, ground.catalogue().size());
    others.andNot(ground.asker().taste().rows());
    return filter.match(ground.catalogue(), others).count();
  }

  @Override
  ToolResult call(Arguments arguments, Call call) throws ToolArgumentException {
    Ground ground = call.ground();
    AnimeFilter filter = Wanted.filter(arguments, ground);
    String sort = arguments.text("sort").orElse("rating");
    AnimeColumn column =
        sort.equals(OBSCURE) ? AnimeColumn.MEMBERS : AnimeColumn.named(sort).orElseThrow();
    BitSet without =
        arguments.flag("unwatched", false)
            ? Wanted.watchedOrUnwanted(ground.asker(), ground.catalogue())
            : new BitSet();
    Matches matches = filter.match(ground.catalogue(), without);
    boolean descending = column != AnimeColumn.NAME && !sort.equals(OBSCURE);
    int limit = arguments.whole("limit").orElse(LIMIT);
    int[] rows =
        new AnimeQuery(filter, column, descending, 0, (long) limit)
            .rows(ground.catalogue(), matches);
    ObjectNode json =
        TitleJson.object()
            .put("found", matches.count())
            .put("watched_of_all_that_fit", watched(filter, ground));
    ArrayNode anime = json.putArray("anime");
    for (int row : rows) {
      anime.add(TitleJson.of(row, ground));
    }
    String wanted = Wanted.inWords(arguments);
    return new ToolResult(
        TitleJson.capped(json, "anime"),
        "searched%s (%,d found)".formatted(wanted.isEmpty() ? "" : ": " + wanted, matches.count()),
        TitleJson.ids(rows, ground),
        false);
  }
}
