package osusume.chat.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.data.Anime;
import osusume.data.AnimeFilter;
import osusume.json.Json;
import osusume.recommend.Answer;
import osusume.recommend.Recommendation;
import osusume.recommend.Request;

/**
 * The ten titles of the documented way: those that are recommended to the asker's taste group, or
 * what comes nearest where no groups are learned or nothing is known of the asker.
 *
 * @param anime the best first
 * @param notes what the person should know of how they were chosen
 */
record TopTen(List<Anime> anime, List<String> notes) {
  private static final int COUNT = 10;
  private static final String BY_GROUP = "group";

  static TopTen of(Ground ground) {
    List<String> notes = new ArrayList<>();
    boolean learned = ground.recommendations().strategies().contains(BY_GROUP);
    String strategy = learned ? BY_GROUP : ground.strategy();
    if (!learned) {
      notes.add(
          ("No taste groups are learned for this data set yet, so the titles to pick from are the"
                  + " ten best by “%s”.")
              .formatted(strategy));
    }
    Answer answer =
        ground
            .recommendations()
            .rank(
                Request.of(ground.asker().taste(), strategy)
                    .k(COUNT)
                    .filter(AnimeFilter.builder().hideAdult(ground.hideAdult()).build())
                    .build());
    if (!answer.note().isEmpty()) {
      notes.add(answer.note());
    }
    return new TopTen(
        answer.recommendations().stream()
            .map(Recommendation::animeRow)
            .map(ground.catalogue()::anime)
            .toList(),
        List.copyOf(notes));
  }

  /** Their MyAnimeList ids. */
  Set<Integer> ids() {
    Set<Integer> ids = new LinkedHashSet<>();
    anime.forEach(title -> ids.add(title.id()));
    return ids;
  }

  /** The titles with their facts, for the model; what is not known is left out. */
  ArrayNode json() {
    ArrayNode titles = Json.mapper().createArrayNode();
    for (Anime title : anime) {
      ObjectNode node = titles.addObject();
      node.put("name", Harmless.line(title.name()));
      node.put("genre", title.genreText());
      node.put("type", title.type());
      if (title.episodes() >= 0) {
        node.put("episodes", title.episodes());
      }
      if (!Double.isNaN(title.rating())) {
        node.put("rating", title.rating());
      }
      node.put("members", title.members());
    }
    return titles;
  }
}
