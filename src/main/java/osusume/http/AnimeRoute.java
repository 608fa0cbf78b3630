package osusume.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import osusume.app.AnimeDocument;
import osusume.data.AnimeColumn;
import osusume.data.AnimeQuery;
import osusume.data.Catalogue;

/** {@code /anime}: the titles that fit, as rows of {@code anime.csv}. */
final class AnimeRoute implements Route {
  private static final String DESCENDING = "-";

  private static final Parameter SORT =
      Parameter.choice(
          "sort",
          Stream.of(AnimeColumn.values())
              .map(AnimeColumn::columnName)
              .flatMap(name -> Stream.of(name, DESCENDING + name))
              .toList(),
          "the column to sort by; with - before it the largest first",
          "-rating");

  static final List<Parameter> PARAMETERS =
      Stream.of(AnimeParameters.ALL, PageParameters.ALL, List.of(SORT))
          .flatMap(List::stream)
          .toList();

  private final Teaching teaching =
      new Teaching(
          "/anime answers the titles that fit every parameter given, as a JSON array. mt_ is more"
              + " than, lt_ less than; a title whose number is not known fits neither. Ask for"
              + " /anime?offset=0 to get every title.",
          PARAMETERS,
          AnimeExamples::in);

  @Override
  public String template() {
    return "/anime";
  }

  @Override
  public String summary() {
    return "The titles that fit every parameter; without parameters it explains itself.";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public Optional<Documented> documented() {
    return Optional.of(
        Documented.json(
            OpenApiSchemas.oneOf(
                OpenApiSchemas.arrayOf(OpenApiSchemas.named(OpenApiSchemas.ANIME)),
                OpenApiSchemas.named(OpenApiSchemas.TEACHING)),
            400,
            503));
  }

  @Override
  public Reply answer(Call call) throws Problem {
    var data = call.requireOpened().data();
    if (call.query().isEmpty()) {
      return teaching.about(data);
    }
    Catalogue catalogue = data.catalogue();
    int[] rows = query(call.query()).rows(catalogue);
    return Reply.json(json -> AnimeDocument.writeAll(catalogue, rows, json));
  }

  /** What a query asks of the catalogue. */
  static AnimeQuery query(Query query) {
    String sort = query.text("sort").orElse(null);
    boolean descending = sort != null && sort.startsWith(DESCENDING);
    return new AnimeQuery(
        AnimeParameters.filter(query),
        sort == null
            ? null
            : AnimeColumn.named(descending ? sort.substring(1) : sort).orElseThrow(),
        descending,
        PageParameters.offset(query),
        PageParameters.limit(query));
  }
}
