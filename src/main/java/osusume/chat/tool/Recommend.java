package osusume.chat.tool;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import osusume.chat.Asker;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;
import osusume.recommend.Aim;
import osusume.recommend.Request;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;

/** What the person would like to watch next. */
final class Recommend extends ArgumentTool {
  private static final int MOST_TITLES = 5;
  private static final int MOST_GENRES = 10;

  Recommend(Catalogue catalogue) {
    super(
        "recommend",
        "Recommends titles to the person by their taste, the best first, with reasons and the"
            + " rating they would give. Filters narrow it. Call it whenever the person wants"
            + " something to watch.",
        arguments(catalogue));
  }

  private static List<Argument> arguments(Catalogue catalogue) {
    List<Argument> arguments = new ArrayList<>();
    arguments.add(
        Argument.title("like", "titles (anime_id or name) to find more like, instead of by taste")
            .upTo(MOST_TITLES));
    arguments.add(
        Argument.text("less_of", "genres to have less of, without leaving them out")
            .upTo(MOST_GENRES));
    arguments.addAll(Wanted.arguments(catalogue, true));
    arguments.add(
        Argument.whole("k", 1, RecommendedTitles.MOST, "how many titles; 10 unless told"));
    arguments.add(
        Argument.choice(
            "strategy",
            Strategies.ALL.stream().map(Strategy::name).toList(),
            "leave it out unless the person names one"));
    arguments.add(
        Argument.choice(
            "aim",
            List.of("watch", "rate"),
            "watch: what they would watch next; rate: what they would rate highest"));
    arguments.add(
        Argument.decimal("novelty", -1, 1, "-1: the best known, 1: the most obscure; 0 is usual"));
    return arguments;
  }

  /** A person reads names; a model may say ids. */
  private static String nameOf(String title, Ground ground) {
    int row = title.matches("\\d{1,9}") ? ground.catalogue().rowOfId(Integer.parseInt(title)) : -1;
    return row < 0 ? title : ground.catalogue().anime(row).name();
  }

  @Override
  String inWords(Arguments arguments, Ground ground) {
    List<String> words = new ArrayList<>();
    arguments
        .texts("like")
        .forEach(title -> words.add("like " + Harmless.line(nameOf(title, ground))));
    arguments.texts("less_of").forEach(genre -> words.add("less " + Harmless.line(genre)));
    String wanted = Wanted.inWords(arguments);
    if (!wanted.isEmpty()) {
      words.add(wanted);
    }
    return words.isEmpty() ? "recommend" : "recommend: " + String.join(", ", words);
  }

  @Override
  ToolResult call(Arguments arguments, Call call) throws ToolArgumentException {
    Ground ground = call.ground();
    AnimeFilter filter = Wanted.filter(arguments, ground);
    List<String> less = Wanted.genres(arguments, "less_of", ground.catalogue());
    boolean unwatched = arguments.flag("unwatched", true);
    String strategy =
        arguments
            .text("strategy")
            .orElseGet(
                () ->
                    arguments.has("like")
                        ? RecommendedTitles.strategyOfLikeness(ground)
                        : ground.strategy());
    BitSet leftOut;
    Request.Builder request;
    if (arguments.has("like")) {
      int[] rows = MeantTitle.rows(arguments, "like", ground.catalogue());
      leftOut = RecommendedTitles.leftOutBeside(rows, unwatched, ground);
      request = RecommendedTitles.like(rows, strategy, leftOut, ground);
    } else {
      leftOut = leftOut(ground.asker(), unwatched);
      request = Request.of(ground.asker().taste(), strategy).watchedToo(!unwatched);
    }
    request.aim(Aim.valueOf(arguments.text("aim").orElse("watch").toUpperCase(Locale.ROOT)));
    request.novelty(arguments.decimal("novelty").orElse(0));
    String said = inWords(arguments, ground).replaceFirst("recommend", "recommended");
    return RecommendedTitles.answer(request, leftOut, arguments, filter, less, said, ground);
  }

  private static BitSet leftOut(Asker asker, boolean unwatched) {
    BitSet out = asker.taste().leaveOut();
    if (!unwatched) {
      out.andNot(asker.taste().rows());
    }
    return out;
  }
}
