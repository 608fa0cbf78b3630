package osusume.chat.exam;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import osusume.data.Catalogue;
import osusume.recommend.Franchises;

/** What an answer's titles must be like; {@link Offered} tells which of them it offers. */
sealed interface TitleCheck extends Check {
  /**
   * It offers titles, only such as were asked for, and none that is made up.
   *
   * @param atLeast how many
   * @param atMost how many
   * @param to whose watched titles it may not offer
   * @param watchedToo whether it may all the same
   * @param adultToo whether it may offer adult titles
   */
  record Offers(
      WantedTitles wanted, int atLeast, int atMost, Who to, boolean watchedToo, boolean adultToo)
      implements TitleCheck {
    @Override
    public Optional<String> failure(Answered answered) {
      List<Integer> offered = answered.offered();
      if (offered.size() < atLeast || offered.size() > atMost) {
        return Optional.of(
            atLeast == atMost
                ? "It offers %d titles, not %d.".formatted(offered.size(), atLeast)
                : "It offers %d titles, not %d to %d.".formatted(offered.size(), atLeast, atMost));
      }
      Optional<String> invented = answered.invented();
      if (invented.isPresent()) {
        return Optional.of(
            "It offers \"%s\", but the data set has no such title.".formatted(invented.get()));
      }
      BitSet fitting = wanted.rows(answered.scene().catalogue());
      BitSet known = answered.scene().known(to);
      for (int row : offered) {
        if (!fitting.get(row)) {
          return Optional.of(
              "It offers %s, which was not asked for.".formatted(answered.nameOf(row)));
        }
        if (!watchedToo && known.get(row)) {
          return Optional.of(
              "It offers %s, which was watched or is not wanted.".formatted(answered.nameOf(row)));
        }
        if (!adultToo && answered.scene().catalogue().adult(row)) {
          return Optional.of("It offers %s, an adult title.".formatted(answered.nameOf(row)));
        }
      }
      return Optional.empty();
    }

    @Override
    public Optional<String> unusable(Scene scene) {
      BitSet fitting = wanted.rows(scene.catalogue());
      if (!watchedToo) {
        fitting.andNot(scene.known(to));
      }
      return fitting.cardinality() >= atLeast
          ? Optional.empty()
          : Optional.of("The data set has too few titles that were asked for.");
    }
  }

  /** At least half of what it offers is what the recommender has at the top. */
  record Fits(Who to, List<Integer> like, WantedTitles wanted) implements TitleCheck {
    public Fits {
      like = List.copyOf(like);
    }

    @Override
    public Optional<String> failure(Answered answered) {
      Catalogue catalogue = answered.scene().catalogue();
      Franchises stories = Franchises.of(catalogue);
      Set<Integer> best = new HashSet<>();
      new BestTitles(answered.scene(), to).rows(like, wanted).forEach(r -> best.add(stories.of(r)));
      long good = answered.offered().stream().filter(row -> best.contains(stories.of(row))).count();
      return good > 0 && 2 * good >= answered.offered().size()
          ? Optional.empty()
          : Optional.of(
              "Of %d titles it offers, %d are among the best by any strategy."
                  .formatted(answered.offered().size(), good));
    }

    @Override
    public Optional<String> unusable(Scene scene) {
      return scene.missing(like);
    }
  }

  /** It offers something, and nothing that an answer before it offered. */
  record Fresh() implements TitleCheck {
    @Override
    public Optional<String> failure(Answered answered) {
      if (answered.offered().isEmpty()) {
        return Optional.of("It offers nothing.");
      }
      return answered.offered().stream()
          .filter(answered.offeredBefore()::contains)
          .findFirst()
          .map(row -> "It offers %s again.".formatted(answered.nameOf(row)));
    }

    @Override
    public Optional<String> unusable(Scene scene) {
      return Optional.empty();
    }
  }

  /** At least, or at most, this share of what it offers has one of some genres. */
  record Share(List<String> genres, double atLeast, double atMost) implements TitleCheck {
    public Share {
      genres = List.copyOf(genres);
    }

    @Override
    public Optional<String> failure(Answered answered) {
      BitSet having = having(answered.scene());
      List<Integer> offered = answered.offered();
      double share = (double) offered.stream().filter(having::get).count() / offered.size();
      return share >= atLeast && share <= atMost
          ? Optional.empty()
          : Optional.of(
              "%.0f %% of what it offers is %s."
                  .formatted(100 * share, String.join(" or ", genres)));
    }

    private BitSet having(Scene scene) {
      return new WantedTitles(WantedTitles.ALL.filter(), genres).rows(scene.catalogue());
    }

    @Override
    public Optional<String> unusable(Scene scene) {
      return having(scene).isEmpty()
          ? Optional.of("The data set has no %s.".formatted(String.join(" or ", genres)))
          : Optional.empty();
    }
  }

  /** It names these titles: all of {@code all}, and one of {@code any} where there are some. */
  record Names(List<Integer> all, List<Integer> any) implements TitleCheck {
    public Names {
      all = List.copyOf(all);
      any = List.copyOf(any);
    }

    @Override
    public Optional<String> failure(Answered answered) {
      Set<Integer> named = idsNamed(answered);
      for (int id : all) {
        if (!named.contains(id)) {
          return Optional.of("It does not name %s.".formatted(answered.scene().anime(id).name()));
        }
      }
      return any.isEmpty() || any.stream().anyMatch(named::contains)
          ? Optional.empty()
          : Optional.of("It names none of the titles it is about.");
    }

    @Override
    public Optional<String> unusable(Scene scene) {
      return scene.missing(all).or(() -> scene.missing(any));
    }
  }

  /** It does not offer these titles. */
  record NotOffered(List<Integer> anime) implements TitleCheck {
    public NotOffered {
      anime = List.copyOf(anime);
    }

    @Override
    public Optional<String> failure(Answered answered) {
      return anime.stream()
          .filter(id -> answered.offered().contains(answered.scene().catalogue().rowOfId(id)))
          .findFirst()
          .map(id -> "It offers %s.".formatted(answered.scene().anime(id).name()));
    }

    @Override
    public Optional<String> unusable(Scene scene) {
      return scene.missing(anime);
    }
  }

  /** It names these titles, first each in this order. */
  record Order(List<Integer> anime) implements TitleCheck {
    public Order {
      anime = List.copyOf(anime);
    }

    @Override
    public Optional<String> failure(Answered answered) {
      List<Integer> places =
          anime.stream()
              .map(id -> answered.named().indexOf(answered.scene().catalogue().rowOfId(id)))
              .toList();
      return !places.contains(-1) && places.equals(places.stream().sorted().toList())
          ? Optional.empty()
          : Optional.of("It does not name the titles in their order.");
    }

    @Override
    public Optional<String> unusable(Scene scene) {
      return scene.missing(anime);
    }
  }

  private static Set<Integer> idsNamed(Answered answered) {
    Set<Integer> ids = new HashSet<>();
    answered.named().forEach(row -> ids.add(answered.scene().catalogue().idOfRow(row)));
    return ids;
  }
}
