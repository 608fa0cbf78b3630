package osusume.chat.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import osusume.chat.Asker;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.data.Anime;
import osusume.data.Taste;
import osusume.mylist.ListEntry;
import osusume.mylist.MyList;
import osusume.mylist.Status;
import osusume.recommend.Answer;
import osusume.recommend.Franchises;
import osusume.recommend.Recommendation;
import osusume.recommend.Request;
import osusume.recommend.profile.Habits;
import osusume.recommend.profile.Heading;

/** Why a title is recommended to the person, or is not. */
final class Explain extends ArgumentTool {
  private static final int REASONS = 5;
  private static final int HEADINGS = 40;

  Explain() {
    super(
        "explain",
        "Why a title is recommended to the person or is not: the rating they would give, its rank"
            + " among all titles, what speaks for and against it, and why it would be hidden.",
        List.of(Argument.title("anime", "the title: its anime_id or name").needed()));
  }

  @Override
  String inWords(Arguments arguments, Ground ground) {
    return "why " + arguments.text("anime").map(Harmless::line).orElse("");
  }

  @Override
  ToolResult call(Arguments arguments, Call call) throws ToolArgumentException {
    Ground ground = call.ground();
    int row = MeantTitle.row(arguments, "anime", ground.catalogue());
    Anime anime = ground.catalogue().anime(row);
    ObjectNode json = TitleJson.of(row, ground);
    AnimeDetails.predicted(row, ground)
        .ifPresent(
            predicted -> {
              json.set("predicted", TitleJson.number(predicted.rating(), 1));
              json.set("plus_minus", TitleJson.number(predicted.plusMinus(), 1));
            });
    Answer one = ask(ground, row, 1, true);
    json.put("strategy", one.strategy());
    int rank = rank(ground, row, call);
    json.put("rank", rank).put("of", ground.catalogue().size());
    ArrayNode reasons = json.putArray("reasons_for");
    one.recommendations().getFirst().reasons().stream()
        .limit(REASONS)
        .map(ground.reasons())
        .map(Harmless::line)
        .forEach(reasons::add);
    against(ground, anime).forEach(json.putArray("reasons_against")::add);
    hidden(ground, row).forEach(json.putArray("hidden_because")::add);
    json.put("note", one.note());
    return new ToolResult(
        json,
        "looked why %s (rank %,d of %,d)"
            .formatted(Harmless.line(anime.name()), rank, ground.catalogue().size()),
        List.of(anime.id()),
        false);
  }

  /**
   * Of one title with its reasons, or the order of all; as if the person had not watched it, for it
   * is no reason for itself.
   */
  private static Answer ask(Ground ground, int row, int k, boolean explained) {
    BitSet among = new BitSet();
    if (explained) {
      among.set(row);
    } else {
      among.set(0, ground.catalogue().size());
    }
    Request request =
        Request.of(ground.asker().taste().without(row), ground.strategy())
            .k(k)
            .among(among)
            .watchedToo(true)
            .franchises(false)
            .build();
    return explained
        ? ground.recommendations().answer(request)
        : ground.recommendations().rank(request);
  }

  private static int rank(Ground ground, int row, Call call) {
    List<Recommendation> all = ask(ground, row, ground.catalogue().size(), false).recommendations();
    call.progress().check();
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).animeRow() == row)
        .map(i -> i + 1)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> against(Ground ground, Anime anime) {
    List<String> against = new ArrayList<>();
    Taste taste = ground.asker().taste();
    if (taste.size() == 0) {
      return against;
    }
    Habits habits = Habits.of(ground.facts().everybody(), taste);
    names(habits.genresLikedLess(HEADINGS), anime)
        .forEach(genre -> against.add("%s titles are rated below the others".formatted(genre)));
    names(habits.genresChosenLess(HEADINGS), anime)
        .forEach(genre -> against.add("%s is chosen less than others do".formatted(genre)));
    habits.types().stream()
        .filter(type -> type.name().equals(anime.type()) && type.watched() == 0)
        .forEach(
            type ->
                against.add(
                    "nothing of type %s was watched".formatted(Harmless.line(type.name()))));
    return against;
  }

  private static List<String> names(List<Heading> headings, Anime anime) {
    return headings.stream()
        .map(Heading::name)
        .filter(anime.genres()::contains)
        .map(Harmless::line)
        .toList();
  }

  private static List<String> hidden(Ground ground, int row) {
    List<String> why = new ArrayList<>();
    Asker asker = ground.asker();
    Optional<Status> status =
        asker
            .list()
            .orElse(MyList.EMPTY)
            .ofAnime(ground.catalogue().idOfRow(row))
            .map(ListEntry::status);
    if (asker.taste().holds(row)) {
      why.add("it was watched already");
    } else if (status.isPresent()) {
      why.add(
          status.get() == Status.PLANNED
              ? "it is planned already"
              : "the person is not interested in it");
    }
    if (ground.hideAdult() && ground.catalogue().adult(row)) {
      why.add("it is an adult title, and those are hidden in Settings");
    }
    Franchises franchises = Franchises.of(ground.catalogue());
    for (int part : franchises.members(franchises.of(row))) {
      if (part == row) {
        break;
      }
      if (!asker.knows(part) && !franchises.aside(part)) {
        why.add(
            "its story is recommended at an earlier part, "
                + Harmless.quoted(ground.catalogue().anime(part).name()));
        break;
      }
    }
    return why;
  }
}
