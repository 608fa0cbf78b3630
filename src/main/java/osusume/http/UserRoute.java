package osusume.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import osusume.app.Opened;
import osusume.app.RatingDocument;
import osusume.data.RatingFilter;

/** {@code /user}: who rated what, as rows of {@code rating.csv}. */
final class UserRoute implements Route {
  static final List<Parameter> PARAMETERS =
      Stream.concat(
              Stream.of(
                  UserId.PARAMETER,
                  Parameter.wholeNumber(
                      "anime_id", Integer.MIN_VALUE, "this MyAnimeList id", "5114"),
                  Parameter.number("rating", "this rating; -1 is \"watched, not rated\"", "10"),
                  Parameter.number("mt_rating", "a rating above this", "5"),
                  Parameter.number("lt_rating", "a rating below this", "7")),
              PageParameters.ALL.stream())
          .toList();

  private final Teaching teaching =
      new Teaching(
          "/user answers the ratings that fit every parameter given, as a JSON array. mt_ is more"
              + " than, lt_ less than; -1, which is \"watched, not rated\", is a number like any"
              + " other. Ask for /user?offset=0 to get every rating.",
          PARAMETERS,
          UserExamples::in);

  @Override
  public String template() {
    return "/user";
  }

  @Override
  public String summary() {
    return "The ratings that fit every parameter; without parameters it explains itself.";
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
                OpenApiSchemas.arrayOf(OpenApiSchemas.named(OpenApiSchemas.RATING)),
                OpenApiSchemas.named(OpenApiSchemas.TEACHING)),
            400,
            404,
            503));
  }

  @Override
  public Reply answer(Call call) throws Problem {
    Opened opened = call.requireOpened();
    Query query = call.query();
    if (query.isEmpty()) {
      return teaching.about(opened.data());
    }
    Optional<Integer> userId = query.wholeNumber(UserId.PARAMETER.name());
    if (userId.isPresent()) {
      UserId.taste(userId.get(), opened);
    }
    RatingFilter filter = filter(query);
    long offset = PageParameters.offset(query);
    Long limit = PageParameters.limit(query);
    return Reply.json(json -> RatingDocument.writeAll(filter, opened.data(), offset, limit, json));
  }

  /** Which ratings a query wants. */
  static RatingFilter filter(Query query) {
    return new RatingFilter(
        query.wholeNumber(UserId.PARAMETER.name()).orElse(null),
        query.wholeNumber("anime_id").orElse(null),
        AnimeParameters.range(query, "rating"));
  }
}
