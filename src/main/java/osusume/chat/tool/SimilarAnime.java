package osusume.chat.tool;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;

/** Titles like one title. */
final class SimilarAnime extends ArgumentTool {
  SimilarAnime(Catalogue catalogue) {
    super(
        "similar_anime",
        "Finds titles that people who watched a title also watch, the most alike first."
            + " Filters narrow it.",
        arguments(catalogue));
  }

  private static List<Argument> arguments(Catalogue catalogue) {
    List<Argument> arguments = new ArrayList<>();
    arguments.add(Argument.title("anime", "the title: its anime_id or name").needed());
    arguments.addAll(Wanted.arguments(catalogue, true));
    arguments.add(
        Argument.whole("k", 1, RecommendedTitles.MOST, "how many titles; 10 unless told"));
    return arguments;
  }

  @Override
  String inWords(Arguments arguments, Ground ground) {
    String title = arguments.text("anime").map(Harmless::line).orElse("");
    String wanted = Wanted.inWords(arguments);
    return "like " + title + (wanted.isEmpty() ? "" : ": " + wanted);
  }

  @Override
  ToolResult call(Arguments arguments, Call call) throws ToolArgumentException {
    Ground ground = call.ground();
    AnimeFilter filter = Wanted.filter(arguments, ground);
    int[] rows = {MeantTitle.row(arguments, "anime", ground.catalogue())};
    BitSet leftOut =
        RecommendedTitles.leftOutBeside(rows, arguments.flag("unwatched", true), ground);
    String wanted = Wanted.inWords(arguments);
    String name = Harmless.line(ground.catalogue().anime(rows[0]).name());
    ToolResult result =
        RecommendedTitles.answer(
            RecommendedTitles.like(
                rows, RecommendedTitles.strategyOfLikeness(ground), leftOut, ground),
            leftOut,
            arguments,
            filter,
            List.of(),
            "looked for titles like " + name + (wanted.isEmpty() ? "" : ": " + wanted),
            ground);
    result.json().put("like", name);
    return result;
  }
}
