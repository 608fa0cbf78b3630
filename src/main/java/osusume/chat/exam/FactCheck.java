package osusume.chat.exam;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import osusume.data.Anime;

/** What an answer must know. */
sealed interface FactCheck extends Check {
  /**
   * It says a number.
   *
   * @param within how far off it may be
   */
  record Says(NumberFact fact, double within) implements FactCheck {
    private static final Pattern NUMBER =
        Pattern.compile("\\d{1,3}(?:[,\\u00a0\\u202f]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?");

    private static final Pattern ROW_NUMBER = Pattern.compile("(?m)^\\s*\\d+[.)]\\s");

    @Override
    public Optional<String> failure(Answered answered) {
      List<Double> right = fact.values(answered.scene());
      String text = ROW_NUMBER.matcher(answered.textWithoutTitles()).replaceAll(" ");
      boolean said =
          NUMBER
              .matcher(text)
              .results()
              .map(found -> Double.parseDouble(found.group().replaceAll("[,\\u00a0\\u202f]", "")))
              .anyMatch(n -> right.stream().anyMatch(r -> Math.abs(n - r) <= within + 1e-9));
      return said
          ? Optional.empty()
          : Optional.of(String.format(Locale.ROOT, "It does not say %.2f.", right.getFirst()));
    }

    @Override
    public Optional<String> unusable(Scene scene) {
      return fact.unusable(scene);
    }
  }

  /** The first genre, or type, that it speaks of is the right one. */
  record Word(WordFact fact) implements FactCheck {
    @Override
    public Optional<String> failure(Answered answered) {
      Set<String> right = fact.words(answered.scene());
      String text = answered.textWithoutTitles().toLowerCase(Locale.ROOT);
      String first = null;
      int firstAt = Integer.MAX_VALUE;
      for (String group : fact.by().all(answered.scene())) {
        var found =
            Pattern.compile("\\b" + Pattern.quote(group.toLowerCase(Locale.ROOT)) + "s?(?![\\w-])")
                .matcher(text);
        if (found.find()
            && (found.start() < firstAt
                || found.start() == firstAt && group.length() > first.length())) {
          first = group;
          firstAt = found.start();
        }
      }
      return first != null && right.contains(first)
          ? Optional.empty()
          : Optional.of("It should first speak of %s.".formatted(String.join(" or ", right)));
    }

    @Override
    public Optional<String> unusable(Scene scene) {
      return fact.unusable(scene);
    }
  }

  /**
   * It names titles that are at the top by a number, and one of them first. By rating, a title few
   * have seen may be passed over.
   *
   * @param of how many count as the top
   * @param atLeast how many of those it must name
   */
  record Tops(Column column, WantedTitles wanted, int of, int atLeast) implements FactCheck {
    private static final int[] LEAST_MEMBERS = {0, 1_000, 10_000, 50_000};

    @Override
    public Optional<String> failure(Answered answered) {
      Set<Integer> top = top(answered.scene());
      List<Integer> named = answered.named().stream().distinct().toList();
      long good = named.stream().filter(top::contains).count();
      if (good < atLeast) {
        return Optional.of(
            "It names %d of the titles at the top, not %d.".formatted(good, atLeast));
      }
      return top.contains(named.getFirst())
          ? Optional.empty()
          : Optional.of("It names %s first.".formatted(answered.nameOf(named.getFirst())));
    }

    private Set<Integer> top(Scene scene) {
      Set<Integer> top = new TreeSet<>();
      for (int members : column == Column.RATING ? LEAST_MEMBERS : new int[1]) {
        double[] values = values(scene, members);
        if (values.length > 0) {
          double last = values[Math.max(0, values.length - of)];
          rows(scene, members).stream()
              .filter(row -> column.of(scene.catalogue().anime(row)) >= last)
              .forEach(top::add);
        }
      }
      return top;
    }

    private BitSet rows(Scene scene, int members) {
      BitSet known = new BitSet();
      wanted.rows(scene.catalogue()).stream()
          .filter(row -> scene.catalogue().anime(row).members() >= members)
          .forEach(known::set);
      return known;
    }

    private double[] values(Scene scene, int members) {
      double[] values =
          rows(scene, members).stream()
              .mapToDouble(row -> column.of(scene.catalogue().anime(row)))
              .filter(value -> !Double.isNaN(value))
              .toArray();
      Arrays.sort(values);
      return values;
    }

    @Override
    public Optional<String> unusable(Scene scene) {
      return values(scene, 0).length >= of
          ? Optional.empty()
          : Optional.of("The data set has too few titles that were asked for.");
    }
  }

  /**
   * It says why a title would be liked, or would not: by a title on the person's list, or by a
   * genre of the title.
   *
   * @param animeId empty: the first title that the answer before offered
   */
  record GivesReason(OptionalInt animeId) implements FactCheck {
    @Override
    public Optional<String> failure(Answered answered) {
      Scene scene = answered.scene();
      if (animeId.isEmpty() && answered.offeredBefore().isEmpty()) {
        return Optional.of("The answer before offered nothing.");
      }
      int row =
          animeId.isPresent()
              ? scene.catalogue().rowOfId(animeId.getAsInt())
              : answered.offeredBefore().getFirst();
      Anime anime = scene.catalogue().anime(row);
      BitSet list = scene.taste(answered.asker()).rows();
      TextWords words = TextWords.of(answered.textWithoutTitles());
      boolean byTitle =
          answered.named().contains(row)
              && answered.named().stream().anyMatch(named -> named != row && list.get(named));
      boolean byGenre = anime.genres().stream().anyMatch(words::contains);
      return byTitle || byGenre
          ? Optional.empty()
          : Optional.of("It gives no reason for %s.".formatted(anime.name()));
    }

    @Override
    public Optional<String> unusable(Scene scene) {
      return animeId.isPresent() ? scene.missing(List.of(animeId.getAsInt())) : Optional.empty();
    }
  }
}
