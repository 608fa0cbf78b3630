package osusume.chat.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import osusume.chat.Asker;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.chat.TasteSummary;
import osusume.data.Anime;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.mylist.Status;
import osusume.recommend.profile.Heading;

/** What somebody watches and likes. */
final class UserProfileTool extends ArgumentTool {
  private static final int CLEAR = 5;

  UserProfileTool() {
    super(
        "user_profile",
        "What the person, or a user of the data set, watches and likes: counts, mean rating,"
            + " genres, types, lengths, taste groups, a few favourites.",
        List.of(
            Argument.whole(
                "user_id",
                Integer.MIN_VALUE,
                Integer.MAX_VALUE,
                "a user of the data set; leave it out for the person who asks")));
  }

  @Override
  String inWords(Arguments arguments, Ground ground) {
    OptionalInt user = arguments.whole("user_id");
    return "profile" + (user.isPresent() ? " of user " + user.getAsInt() : "");
  }

  @Override
  ToolResult call(Arguments arguments, Call call) throws ToolArgumentException {
    Ground ground = call.ground();
    Asker of = asker(arguments, ground);
    TasteSummary summary = TasteSummary.of(ground, of.taste());
    ObjectNode json = TitleJson.object();
    of.userId().ifPresent(id -> json.put("user_id", id));
    json.put("watched", summary.profile().watched()).put("rated", summary.profile().rated());
    json.set("mean_rating", TitleJson.number(summary.meanRating(), 2));
    json.set("above_everybodys_rating", TitleJson.number(summary.profile().aboveCommunity(), 2));
    headings(json.putArray("most_watched_genres"), summary.mostWatchedGenres());
    headings(json.putArray("best_liked_genres"), summary.habits().genresLikedMore(CLEAR));
    headings(json.putArray("least_liked_genres"), summary.habits().genresLikedLess(CLEAR));
    headings(json.putArray("types"), watched(summary.habits().types()));
    headings(json.putArray("lengths_in_episodes"), watched(summary.habits().lengths()));
    json.set("middle_length_in_episodes", TitleJson.number(summary.middleEpisodes(), 0));
    ArrayNode groups = json.putArray("taste_groups");
    summary
        .groups()
        .forEach(
            share ->
                groups
                    .addObject()
                    .put("group", Harmless.line(share.group().label()))
                    .set("share", TitleJson.number(share.share(), 2)));
    of.list()
        .ifPresent(
            list -> {
              ObjectNode counts = json.putObject("list");
              for (Status status : Status.values()) {
                counts.put(status.name().toLowerCase(Locale.ROOT), list.count(status));
              }
            });
    ArrayNode favourites = json.putArray("favourites");
    for (int row : summary.favourites()) {
      Anime anime = ground.catalogue().anime(row);
      favourites
          .addObject()
          .put("anime_id", anime.id())
          .put("name", Harmless.line(anime.name()))
          .put("rating_given", TitleJson.ratingOf(of, row));
    }
    return new ToolResult(
        json,
        "looked at %s (%,d watched)"
            .formatted(
                of.userId().isPresent() ? "user " + of.userId().getAsInt() : "your list",
                summary.profile().watched()),
        summary.favourites().stream().map(ground.catalogue()::idOfRow).toList(),
        false);
  }

  private static Asker asker(Arguments arguments, Ground ground) throws ToolArgumentException {
    if (arguments.whole("user_id").isEmpty()) {
      return ground.asker();
    }
    int id = arguments.whole("user_id").getAsInt();
    RatingMatrix ratings = ground.data().ratings();
    int row = ratings.rowOfId(id);
    if (row < 0) {
      throw new ToolArgumentException(
          ratings.rowCount() == 0
              ? "'user_id' is %d, but this data set has no users.".formatted(id)
              : "'user_id' is %d, but the data set's %,d users have ids from %d to %d."
                  .formatted(
                      id,
                      ratings.rowCount(),
                      ratings.idOfRow(0),
                      ratings.idOfRow(ratings.rowCount() - 1)));
    }
    return Asker.user(id, Taste.ofUser(ratings, row));
  }

  private static List<Heading> watched(List<Heading> headings) {
    return headings.stream().filter(heading -> heading.watched() > 0).toList();
  }

  private static void headings(ArrayNode array, List<Heading> headings) {
    for (Heading heading : headings) {
      array
          .addObject()
          .put("name", Harmless.line(heading.name()))
          .put("watched", heading.watched())
          .set("mean_rating", TitleJson.number(heading.mean(), 2));
    }
  }
}
