package osusume.chat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import osusume.chat.Ground;
import osusume.chat.Grounds;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.progress.Progress;

/** On arguments drawn at random a search finds what a loop over all titles finds. */
class SearchAgreesTest {
  private static final Ground DEMO = Grounds.demo();
  private static final int CALLS = 600;

  @Test
  void searchFindsWhatALoopFindsWhateverIsAskedFor() throws Exception {
    Random random = new Random(4);
    Tool search = Toolbox.of(DEMO.catalogue()).named("search_anime").orElseThrow();
    int some = 0;
    for (int i = 0; i < CALLS; i++) {
      ObjectNode asked = arguments(random);
      ToolResult result = search.call(asked, DEMO, ListDoor.CLOSED, Progress.NONE);
      List<Integer> expected = new ArrayList<>();
      for (int row = 0; row < DEMO.catalogue().size(); row++) {
        Anime anime = DEMO.catalogue().anime(row);
        if (fits(anime, asked) && !(asked.has("unwatched") && DEMO.asker().taste().holds(row))) {
          expected.add(anime.id());
        }
      }
      assertThat(result.json().get("found").intValue()).as("%s", asked).isEqualTo(expected.size());
      assertThat(expected).as("%s", asked).containsAll(result.animeIds());
      assertThat(result.animeIds()).hasSize(Math.min(25, expected.size())).doesNotHaveDuplicates();
      some += expected.isEmpty() ? 0 : 1;
    }
    assertThat(some).as("calls that find something").isGreaterThan(CALLS / 4);
  }

  private static ObjectNode arguments(Random random) {
    ObjectNode asked = TitleJson.object().put("limit", 25);
    Catalogue catalogue = DEMO.catalogue();
    Set<String> without = new HashSet<>();
    if (random.nextInt(3) == 0) {
      draw(asked.putArray("without_genres"), catalogue.genres(), 2, random)
          .forEach(genre -> without.add(genre.asText()));
    }
    List<String> others = catalogue.genres().stream().filter(g -> !without.contains(g)).toList();
    if (random.nextInt(3) == 0) {
      draw(asked.putArray("genres"), others, 2, random);
    }
    if (random.nextInt(3) == 0) {
      draw(asked.putArray("any_genres"), others, 3, random);
    }
    if (random.nextInt(3) == 0) {
      draw(asked.putArray("types"), catalogue.types(), 2, random);
    }
    if (random.nextInt(5) == 0) {
      asked.put("title", List.of("a", "No", "the", "ku", "2").get(random.nextInt(5)));
    }
    range(asked, "episodes", random.nextInt(3), 11 + random.nextInt(60), random);
    range(asked, "rating", 5 + random.nextInt(3), 8 + random.nextInt(3), random);
    range(asked, "members", random.nextInt(20_000), 20_000 + random.nextInt(500_000), random);
    if (random.nextInt(3) == 0) {
      asked.put("unwatched", true);
    }
    return asked;
  }

  private static ArrayNode draw(ArrayNode into, List<String> words, int most, Random random) {
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      into.add(words.get(random.nextInt(words.size())));
    }
    return into;
  }

  private static void range(ObjectNode asked, String of, int low, int high, Random random) {
    if (random.nextInt(4) == 0) {
      asked.put("min_" + of, low);
    }
    if (random.nextInt(4) == 0) {
      asked.put("max_" + of, high);
    }
  }

  private static boolean fits(Anime anime, ObjectNode asked) {
    Set<String> has = new HashSet<>(anime.genres());
    Set<String> all = texts(asked, "genres");
    Set<String> any = texts(asked, "any_genres");
    Set<String> types = texts(asked, "types");
    boolean adultWanted =
        all.contains(Catalogue.ADULT_GENRE) || any.contains(Catalogue.ADULT_GENRE);
    return has.containsAll(all)
        && (any.isEmpty() || any.stream().anyMatch(has::contains))
        && texts(asked, "without_genres").stream().noneMatch(has::contains)
        && (types.isEmpty() || types.contains(anime.type()))
        && (adultWanted || !has.contains(Catalogue.ADULT_GENRE))
        && anime
            .name()
            .toLowerCase(Locale.ROOT)
            .contains(asked.path("title").asText("").toLowerCase(Locale.ROOT))
        && within(anime.episodes() > 0 ? anime.episodes() : Double.NaN, asked, "episodes")
        && within(anime.rating(), asked, "rating")
        && within(anime.members(), asked, "members");
  }

  private static boolean within(double value, ObjectNode asked, String of) {
    boolean free = !asked.has("min_" + of) && !asked.has("max_" + of);
    return free
        || value >= asked.path("min_" + of).asDouble(Double.NEGATIVE_INFINITY)
            && value <= asked.path("max_" + of).asDouble(Double.POSITIVE_INFINITY);
  }

  private static Set<String> texts(ObjectNode asked, String name) {
    Set<String> texts = new HashSet<>();
    asked.path(name).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
