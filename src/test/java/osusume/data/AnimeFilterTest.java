package osusume.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AnimeFilterTest {
  private static final String[] GENRE_TEXTS = {
    "Drama", "drama", "shoujo", "Shoujo Ai", "o", "ACTION, comedy", ", ", "Sci", " Hentai ", "none"
  };

  /** What the filter means, said again title by title and part by part. */
  private static Map<String, Predicate<Anime>> parts(AnimeFilter f) {
    Map<String, Predicate<Anime>> parts = new LinkedHashMap<>();
    if (f.animeId() != null) {
      parts.put("anime_id", a -> a.id() == f.animeId());
    }
    if (f.hideAdult()) {
      parts.put("adult", a -> !a.genres().contains("Hentai"));
    }
    if (!f.types().isEmpty()) {
      parts.put("type", a -> f.types().stream().anyMatch(a.type()::equalsIgnoreCase));
    }
    if (!f.genres().isEmpty()) {
      parts.put("genre", a -> f.genres().stream().allMatch(g -> has(a, g)));
    }
    if (!f.withoutGenres().isEmpty()) {
      parts.put("without_genre", a -> f.withoutGenres().stream().noneMatch(g -> has(a, g)));
    }
    boolean keep = f.keepUnknown();
    range(parts, "episodes", f.episodes(), keep, a -> a.episodes() < 0 ? Double.NaN : a.episodes());
    range(parts, "rating", f.rating(), keep, Anime::rating);
    range(parts, "members", f.members(), keep, a -> (double) a.members());
    if (f.name() != null) {
      parts.put("name", a -> lower(a.name()).equals(lower(f.name())));
    }
    if (f.title() != null) {
      parts.put("title", a -> lower(a.name()).contains(lower(f.title().strip())));
    }
    return parts;
  }

  private static void range(
      Map<String, Predicate<Anime>> parts,
      String name,
      NumberRange range,
      boolean keepUnknown,
      java.util.function.ToDoubleFunction<Anime> number) {
    if (!range.isAny()) {
      parts.put(
          name,
          a -> {
            double x = number.applyAsDouble(a);
            return Double.isNaN(x) ? keepUnknown : range.contains(x);
          });
    }
  }

  private static boolean has(Anime anime, String genre) {
    String part = lower(genre.strip());
    return part.contains(",")
        ? lower(anime.genreText()).contains(part)
        : anime.genres().stream().anyMatch(g -> lower(g).contains(part));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @RepeatedTest(300)
  void agreesWithAPlainReference(RepetitionInfo repetition) {
    var random = new SplittableRandom(repetition.getCurrentRepetition());
    Catalogue catalogue = Catalogues.random(random, random.nextInt(300));
    for (int i = 0; i < 20; i++) {
      AnimeFilter filter = filter(random);

      Matches matches = filter.match(catalogue);

      List<Integer> expected = new ArrayList<>();
      Map<String, Integer> removed = new LinkedHashMap<>();
      Map<String, Predicate<Anime>> parts = parts(filter);
      parts.keySet().forEach(part -> removed.put(part, 0));
      for (int row = 0; row < catalogue.size(); row++) {
        Anime anime = catalogue.anime(row);
        String first =
            parts.entrySet().stream()
                .filter(part -> !part.getValue().test(anime))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        if (first == null) {
          expected.add(row);
        } else {
          removed.merge(first, 1, Integer::sum);
        }
      }
      assertThat(matches.toArray())
          .as("%s", filter)
          .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
      assertThat(matches.count()).isEqualTo(expected.size());
      assertThat(matches.removed()).as("%s", filter).containsExactlyEntriesOf(removed);
      assertThat(matches.removed().values().stream().mapToInt(n -> n).sum())
          .isEqualTo(catalogue.size() - expected.size());
    }
  }

  private static AnimeFilter filter(SplittableRandom random) {
    var builder = AnimeFilter.builder();
    if (random.nextInt(12) == 0) {
      builder.animeId(random.nextInt(300));
    }
    if (random.nextInt(12) == 0) {
      builder.name(random.nextBoolean() ? "kimi NO na" : "été 恋 Wa");
    }
    if (random.nextInt(6) == 0) {
      builder.title(random.nextBoolean() ? " NA " : "été");
    }
    if (random.nextInt(3) == 0) {
      builder.genres(genres(random));
    }
    if (random.nextInt(4) == 0) {
      builder.withoutGenres(genres(random));
    }
    if (random.nextInt(4) == 0) {
      builder.types(random.nextBoolean() ? List.of("tv") : List.of("Movie", "unknown", "x"));
    }
    if (random.nextInt(3) == 0) {
      builder.episodes(range(random, 6));
    }
    if (random.nextInt(3) == 0) {
      builder.rating(range(random, 10));
    }
    if (random.nextInt(3) == 0) {
      builder.members(range(random, 8));
    }
    AnimeFilter filter =
        builder.hideAdult(random.nextInt(4) == 0).keepUnknown(random.nextBoolean()).build();
    assertThat(filter.toBuilder().build()).isEqualTo(filter);
    return filter;
  }

  private static List<String> genres(SplittableRandom random) {
    List<String> texts = new ArrayList<>();
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      texts.add(GENRE_TEXTS[random.nextInt(GENRE_TEXTS.length)]);
    }
    return texts;
  }

  /** Whole and half numbers, so that ends are often met exactly. */
  private static NumberRange range(SplittableRandom random, int most) {
    double a = random.nextInt(2 * most + 1) / 2.0;
    double b = random.nextInt(2 * most + 1) / 2.0;
    return switch (random.nextInt(6)) {
      case 0 -> NumberRange.equalTo(a);
      case 1 -> NumberRange.moreThan(a);
      case 2 -> NumberRange.lessThan(a);
      case 3 -> NumberRange.between(Math.min(a, b), Math.max(a, b));
      case 4 -> NumberRange.moreThan(a).and(NumberRange.lessThan(b));
      default -> NumberRange.ANY;
    };
  }

  @Test
  void allMatchesEverythingAndRemovesNothing() {
    Catalogue catalogue = Catalogues.random(new SplittableRandom(1), 128);

    Matches matches = AnimeFilter.ALL.match(catalogue);

    assertThat(matches.count()).isEqualTo(128);
    assertThat(matches.removed()).isEmpty();
  }

  @Test
  void countsWhatEachPartTookFromWhatWasLeft() {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                anime(1, "Drama, Hentai", "TV", 5, 8),
                anime(2, "Drama", "Movie", 5, 8),
                anime(3, "Comedy", "TV", 5, 8),
                anime(4, "Drama", "TV", -1, 8),
                anime(5, "Drama", "TV", 5, Double.NaN),
                anime(6, "Drama, Comedy", "TV", 6, 9)));

    Matches matches =
        AnimeFilter.builder()
            .hideAdult(true)
            .types(List.of("tv"))
            .genres(List.of("drama"))
            .episodes(NumberRange.moreThan(4))
            .rating(NumberRange.moreThan(8))
            .build()
            .match(catalogue);

    assertThat(matches.toArray()).containsExactly(5);
    assertThat(matches.removed())
        .containsExactly(
            entry("adult", 1),
            entry("type", 1),
            entry("genre", 1),
            entry("episodes", 1),
            entry("rating", 1));
  }

  private static Anime anime(int id, String genres, String type, int episodes, double rating) {
    return new Anime(id, "T" + id, List.of(genres.split(", ")), type, episodes, rating, 1);
  }

  @Test
  void zeroIsANumberLikeAnyOther() {
    Catalogue catalogue =
        new Catalogue(List.of(anime(1, "A", "TV", 0, 1), anime(2, "A", "TV", -1, 1)));

    assertThat(
            AnimeFilter.builder()
                .episodes(NumberRange.lessThan(1))
                .build()
                .match(catalogue)
                .toArray())
        .containsExactly(0);
    assertThat(
            AnimeFilter.builder()
                .episodes(NumberRange.moreThan(0))
                .build()
                .match(catalogue)
                .count())
        .isZero();
  }

  @Test
  void aBlankTextAsksForNothing() {
    Catalogue catalogue = Catalogues.random(new SplittableRandom(1), 50);

    assertThat(AnimeFilter.builder().title("  ").build().match(catalogue).removed()).isEmpty();
  }
}
