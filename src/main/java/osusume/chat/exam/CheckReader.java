package osusume.chat.exam;

import java.util.List;
import java.util.OptionalInt;
import osusume.chat.tool.Proposal;
import osusume.data.AnimeFilter;
import osusume.data.NumberRange;
import osusume.mylist.Status;

/** Reads checks from the JSON they are written in. */
final class CheckReader {
  private static final int MOST = 25;
  private static final double EXACT = 0.001;

  private CheckReader() {}

  static List<Check> all(List<Fields> checks) {
    return checks.stream().map(CheckReader::one).toList();
  }

  private static Check one(Fields fields) {
    Check check =
        switch (fields.text("check")) {
          case "offers" ->
              new TitleCheck.Offers(
                  wanted(fields),
                  fields.whole("at_least", 1),
                  fields.whole("at_most", MOST),
                  fields.choice("for", Who.class, Who.ME),
                  fields.flag("watched_too"),
                  fields.flag("adult_too"));
          case "fits" ->
              new TitleCheck.Fits(
                  fields.choice("for", Who.class, Who.ME), fields.wholes("like"), wanted(fields));
          case "fresh" -> new TitleCheck.Fresh();
          case "share" ->
              new TitleCheck.Share(
                  fields.texts("genres"),
                  fields.number("at_least", 0),
                  fields.number("at_most", 1));
          case "names" -> new TitleCheck.Names(fields.wholes("all"), fields.wholes("any"));
          case "not_offered" -> new TitleCheck.NotOffered(fields.wholes("anime"));
          case "order" -> new TitleCheck.Order(fields.wholes("anime"));
          case "number" -> new FactCheck.Says(numberFact(fields), fields.number("within", EXACT));
          case "word" -> new FactCheck.Word(wordFact(fields));
          case "tops" ->
              new FactCheck.Tops(
                  fields.choice("column", Column.class),
                  wanted(fields),
                  fields.whole("of"),
                  fields.whole("at_least"));
          case "gives_reason" ->
              new FactCheck.GivesReason(
                  fields.has("anime")
                      ? OptionalInt.of(fields.whole("anime"))
                      : OptionalInt.empty());
          case "says" -> new TalkCheck.SaysOneOf(fields.texts("any"));
          case "never_says" -> new TalkCheck.NeverSays(fields.texts("any"));
          case "asks_back" -> new TalkCheck.AsksBack(fields.whole("at_most"));
          case "declines" -> new TalkCheck.Declines();
          case "proposes_nothing" -> new TalkCheck.ProposesNothing();
          case "proposes" -> new TalkCheck.Proposes(proposal(fields));
          case "either" -> new Check.Either(all(fields.objects("of")));
          default -> throw fields.notA("check", "a check there is");
        };
    fields.done();
    return check;
  }

  private static Proposal proposal(Fields fields) {
    int anime = fields.whole("anime");
    return fields.has("rating")
        ? new Proposal.Rate(anime, fields.whole("rating"))
        : new Proposal.Mark(anime, fields.choice("status", Status.class));
  }

  private static NumberFact numberFact(Fields check) {
    Fields fields = check.object("fact").orElseThrow(() -> check.notA("fact", "an object"));
    NumberFact fact =
        switch (fields.text("fact")) {
          case "how_many" -> new NumberFact.HowMany(wanted(fields));
          case "statistic" ->
              new NumberFact.OfTitles(
                  fields.choice("statistic", Statistic.class),
                  fields.choice("column", Column.class),
                  wanted(fields));
          case "of_title" ->
              new NumberFact.OfTitle(fields.whole("anime"), fields.choice("column", Column.class));
          case "of_ratings" ->
              new NumberFact.OfRatings(
                  fields.whole("anime"), fields.choice("statistic", Statistic.class));
          case "of_person" ->
              new NumberFact.OfPerson(
                  fields.choice("for", Who.class),
                  fields.choice("statistic", NumberFact.OfList.class));
          case "users" -> new NumberFact.Users();
          case "number" -> new NumberFact.Given(fields.number("value", Double.NaN));
          default -> throw fields.notA("fact", "a fact there is");
        };
    fields.done();
    return fact;
  }

  private static WordFact wordFact(Fields check) {
    Fields fields = check.object("fact").orElseThrow(() -> check.notA("fact", "an object"));
    WordFact fact =
        switch (fields.text("fact")) {
          case "best_group" ->
              new WordFact.BestGroup(
                  fields.choice("by", WordFact.By.class),
                  fields.choice("statistic", Statistic.class),
                  fields.choice("column", Column.class),
                  fields.flag("lowest"),
                  fields.wholes("least"),
                  wanted(fields));
          case "favourite" ->
              new WordFact.Favourite(
                  fields.choice("by", WordFact.By.class), fields.choice("for", Who.class));
          default -> throw fields.notA("fact", "a fact there is");
        };
    fields.done();
    return fact;
  }

  private static WantedTitles wanted(Fields of) {
    return of.object("filter").map(CheckReader::filter).orElse(WantedTitles.ALL);
  }

  private static WantedTitles filter(Fields fields) {
    NumberRange above =
        fields.has("rating_above")
            ? NumberRange.moreThan(fields.number("rating_above", 0))
            : NumberRange.ANY;
    AnimeFilter filter =
        AnimeFilter.builder()
            .genres(fields.texts("genres"))
            .withoutGenres(fields.texts("without_genres"))
            .types(fields.texts("types"))
            .episodes(range(fields, "episodes"))
            .rating(range(fields, "rating").and(above))
            .members(range(fields, "members"))
            .build();
    WantedTitles wanted = new WantedTitles(filter, fields.texts("any_genres"));
    fields.done();
    return wanted;
  }

  private static NumberRange range(Fields fields, String what) {
    double low = fields.number("min_" + what, Double.NEGATIVE_INFINITY);
    double high = fields.number("max_" + what, Double.POSITIVE_INFINITY);
    return NumberRange.between(low, high);
  }
}
