package osusume.chat.offline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import osusume.data.NumberRange;

/**
 * What a title must be like to be wanted; what is empty asks for nothing.
 *
 * @param genres all of them
 * @param anyGenres one of them
 * @param without none of them
 * @param less genres of which less is wanted
 * @param types one of them
 * @param contained text that the name contains; empty: any
 * @param unwatched whether what was watched is left out; empty: nothing was said of it
 */
record Wishes(
    Set<String> genres,
    Set<String> anyGenres,
    Set<String> without,
    Set<String> less,
    Set<String> types,
    NumberRange episodes,
    NumberRange rating,
    NumberRange members,
    String contained,
    Optional<Boolean> unwatched) {
  static final Wishes NONE =
      new Wishes(
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          NumberRange.ANY,
          NumberRange.ANY,
          NumberRange.ANY,
          "",
          Optional.empty());

  /** Whether nothing is asked of the titles themselves. */
  boolean isNone() {
    return equals(NONE);
  }

  Wishes withEpisodes(NumberRange range) {
    return new Wishes(
        genres, anyGenres, without, less, types, range, rating, members, contained, unwatched);
  }

  Wishes withRating(NumberRange range) {
    return new Wishes(
        genres, anyGenres, without, less, types, episodes, range, members, contained, unwatched);
  }

  Wishes withMembers(NumberRange range) {
    return new Wishes(
        genres, anyGenres, without, less, types, episodes, rating, range, contained, unwatched);
  }

  Wishes withTypes(Set<String> wanted) {
    return new Wishes(
        genres, anyGenres, without, less, wanted, episodes, rating, members, contained, unwatched);
  }

  Wishes withGenres(Set<String> all, Set<String> any) {
    return new Wishes(
        all, any, without, less, types, episodes, rating, members, contained, unwatched);
  }

  Wishes withoutNegations() {
    return new Wishes(
        genres, anyGenres, Set.of(), Set.of(), types, episodes, rating, members, contained,
        unwatched);
  }

  /** These wishes without those genres in whose place others are said. */
  Wishes replacedBy(Wishes other) {
    return other.genres.isEmpty() && other.anyGenres.isEmpty()
        ? this
        : withGenres(Set.of(), Set.of());
  }

  /** These wishes on top of earlier ones; where they contradict each other, these count. */
  Wishes over(Wishes old) {
    Set<String> wanted = new LinkedHashSet<>(genres);
    wanted.addAll(anyGenres);
    Set<String> unwanted = union(old.without, without);
    unwanted.removeAll(wanted);
    Set<String> all = union(old.genres, genres);
    all.removeAll(without);
    Set<String> any = new LinkedHashSet<>(anyGenres.isEmpty() ? old.anyGenres : anyGenres);
    any.removeAll(without);
    return new Wishes(
        all,
        any,
        unwanted,
        union(old.less, less),
        types.isEmpty() ? old.types : types,
        episodes.isAny() ? old.episodes : episodes,
        rating.isAny() ? old.rating : rating,
        members.isAny() ? old.members : members,
        contained.isEmpty() ? old.contained : contained,
        unwatched.isEmpty() ? old.unwatched : unwatched);
  }

  private static Set<String> union(Collection<String> a, Collection<String> b) {
    Set<String> both = new LinkedHashSet<>(a);
    both.addAll(b);
    return both;
  }

  /** As the arguments that the tools share. */
  ObjectNode arguments() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (!contained.isEmpty()) {
      json.put("title", contained);
    }
    texts(json, "genres", genres);
    texts(json, "any_genres", anyGenres);
    texts(json, "without_genres", without);
    texts(json, "types", types);
    wholeEnds(json, "episodes", episodes);
    if (Double.isFinite(rating.low())) {
      json.put("min_rating", rating.lowOpen() ? hundredth(rating.low(), 1) : rating.low());
    }
    if (Double.isFinite(rating.high())) {
      json.put("max_rating", rating.highOpen() ? hundredth(rating.high(), -1) : rating.high());
    }
    wholeEnds(json, "members", members);
    return json;
  }

  /** Ratings have two places, so what lies above 8 begins at 8.01. */
  private static double hundredth(double rating, int up) {
    return Math.round(rating * 100 + up) / 100.0;
  }

  private static void wholeEnds(ObjectNode json, String name, NumberRange range) {
    if (Double.isFinite(range.low())) {
      long low = (long) Math.ceil(range.low());
      json.put("min_" + name, range.lowOpen() && low == range.low() ? low + 1 : low);
    }
    if (Double.isFinite(range.high())) {
      long high = (long) Math.floor(range.high());
      json.put("max_" + name, range.highOpen() && high == range.high() ? high - 1 : high);
    }
  }

  private static void texts(ObjectNode json, String name, Set<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = json.putArray(name);
      values.forEach(array::add);
    }
  }

  /** "Comedy, at most 13 episodes, unwatched"; empty where nothing is asked for. */
  String inWords() {
    List<String> words = new ArrayList<>(genres);
    if (!anyGenres.isEmpty()) {
      words.add(String.join(" or ", anyGenres));
    }
    without.forEach(genre -> words.add("no " + genre));
    less.forEach(genre -> words.add("less " + genre));
    if (!types.isEmpty()) {
      words.add(String.join(" or ", types));
    }
    ObjectNode json = arguments();
    ends(words, json, "episodes", "episode", "episodes");
    if (json.has("min_rating")) {
      words.add("rated " + plain(json.get("min_rating").asDouble()) + " or more");
    }
    if (json.has("max_rating")) {
      words.add("rated " + plain(json.get("max_rating").asDouble()) + " or less");
    }
    ends(words, json, "members", "member", "members");
    if (!contained.isEmpty()) {
      words.add("\"" + contained + "\" in the name");
    }
    unwatched.ifPresent(flag -> words.add(flag ? "unwatched" : "watched ones too"));
    return String.join(", ", words);
  }

  private static String plain(double rating) {
    return rating == Math.rint(rating) ? String.valueOf((int) rating) : String.valueOf(rating);
  }

  private static void ends(
      List<String> words, ObjectNode json, String name, String one, String many) {
    boolean low = json.has("min_" + name);
    boolean high = json.has("max_" + name);
    long from = json.path("min_" + name).asLong();
    long to = json.path("max_" + name).asLong();
    if (low && high && from == to) {
      words.add("%,d %s".formatted(from, from == 1 ? one : many));
    } else if (low && high) {
      words.add("%,d to %,d %s".formatted(from, to, many));
    } else if (low) {
      words.add("at least %,d %s".formatted(from, from == 1 ? one : many));
    } else if (high) {
      words.add("at most %,d %s".formatted(to, to == 1 ? one : many));
    }
  }
}
