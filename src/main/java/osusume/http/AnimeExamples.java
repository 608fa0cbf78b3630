package osusume.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;

/**
 * Paths of {@code /anime} that find something in a data set, made from well-known titles in it.
 * Each shows another parameter or another combination of them.
 */
final class AnimeExamples {
  private static final String PATH = "/anime";

  private final List<ExamplePath> paths = new ArrayList<>();

  private AnimeExamples() {}

  static List<String> in(Dataset data) {
    Catalogue catalogue = data.catalogue();
    // Nobody who asks what can be asked is shown what adults only are meant to see.
    List<Anime> titles =
        Arrays.stream(catalogue.rowsByMembers())
            .filter(row -> !catalogue.adult(row))
            .mapToObj(catalogue::anime)
            .toList();
    List<Anime> whole = titles.stream().filter(AnimeExamples::isWhole).toList();
    var examples = new AnimeExamples();
    whole.stream().findFirst().ifPresent(examples::ofOne);
    titles.stream()
        .filter(title -> !title.name().chars().allMatch(c -> c < 128))
        .findFirst()
        .or(() -> titles.stream().filter(title -> title.name().contains(" ")).findFirst())
        .ifPresent(title -> examples.add().with("name", title.name()));
    Optional<Anime> longest = whole.stream().max(Comparator.comparingInt(Anime::episodes));
    longest.ifPresent(examples::ofRanges);
    if (!whole.isEmpty()) {
      examples.ofLittleKnown(whole.get(whole.size() / 2), whole.getFirst());
    }
    return examples.paths.stream()
        .filter(finding(catalogue))
        .map(ExamplePath::toString)
        .distinct()
        .toList();
  }

  private static boolean isWhole(Anime title) {
    return title.episodes() > 0
        && title.rating() > 0
        && title.members() > 0
        && !title.genres().contains(Anime.UNKNOWN)
        && !title.type().equals(Anime.UNKNOWN);
  }

  private static Predicate<ExamplePath> finding(Catalogue catalogue) {
    return path -> AnimeRoute.query(path.query(AnimeRoute.PARAMETERS)).rows(catalogue).length > 0;
  }

  private ExamplePath add() {
    var path = new ExamplePath(PATH);
    paths.add(path);
    return path;
  }

  private void ofOne(Anime title) {
    add().with("anime_id", title.id());
    add().with("name", title.name());
    String word =
        Stream.of(title.name().split("[^\\p{L}\\p{N}]+"))
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    if (!word.isEmpty()) {
      add().with("title", word).with("sort", "-rating").with("limit", 5);
    }
    if (title.genres().size() > 1) {
      add().with("genre", title.genres().get(0)).with("genre", title.genres().get(1));
    }
    add().with("type", title.type()).with("episodes", title.episodes()).with("limit", 10);
    add().with("rating", title.rating());
    add().with("members", title.members());
  }

  private void ofRanges(Anime title) {
    add()
        .with("genre", title.genres().getFirst())
        .with("mt_episodes", ExamplePath.roundBelow(title.episodes()))
        .with("lt_episodes", ExamplePath.roundAbove(title.episodes()))
        .with("mt_rating", Math.ceil(title.rating()) - 1)
        .with("mt_members", ExamplePath.roundBelow(title.members()));
  }

  private void ofLittleKnown(Anime title, Anime known) {
    add()
        .with("type", title.type())
        .with("lt_rating", Math.floor(title.rating()) + 1)
        .with("lt_members", ExamplePath.roundAbove(title.members()))
        .with("sort", "name");
    add()
        .with("without_genre", known.genres().getFirst())
        .with("adult", "off")
        .with("sort", "-members")
        .with("limit", 5)
        .with("offset", 5);
  }
}
