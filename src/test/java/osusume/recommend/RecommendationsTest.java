package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.NumberRange;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.nmf.Nmf;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;

class RecommendationsTest {
  private static final Dataset DATA = SmallWorld.data();
  private static final NmfModel MODEL = train();
  private static final Recommendations DOOR =
      new Recommendations(
          DATA, List.of(new MixRecommender(DATA, MODEL), new GroupRecommender(DATA, MODEL)));

  private static NmfModel train() {
    int[] ids = new int[DATA.catalogue().size()];
    java.util.Arrays.setAll(ids, row -> DATA.catalogue().anime(row).id());
    NmfSettings settings = new NmfSettings(2, 200, 1e-6, NmfSettings.Start.NNDSVD, 1);
    return Nmf.train(
        DATA.ratings(),
        ids,
        DATA.fingerprint(),
        settings,
        Progress.NONE,
        (i, error, seconds) -> {});
  }

  private static Taste user(int id) {
    return Taste.ofUser(DATA.ratings(), DATA.ratings().rowOfId(id));
  }

  private static Answer ask(Taste taste, String strategy, int k, AnimeFilter filter) {
    return DOOR.answer(Request.of(taste, strategy).k(k).filter(filter).build());
  }

  private static List<Integer> rows(Answer answer) {
    return answer.recommendations().stream().map(Recommendation::animeRow).toList();
  }

  @Test
  void bothStrategiesRecommendWhatTheirCrowdLikesAndTheyHaveNotWatched() {
    for (String strategy : List.of("group", "mix")) {
      assertThat(rows(ask(user(SmallWorld.OF_FIRST_CROWD), strategy, 3, AnimeFilter.ALL)))
          .as(strategy)
          .containsExactlyInAnyOrder(5, 6, 7);
      assertThat(rows(ask(user(SmallWorld.OF_SECOND_CROWD), strategy, 3, AnimeFilter.ALL)))
          .as(strategy)
          .containsExactlyInAnyOrder(13, 14, 15);
    }
  }

  @Test
  void foldInOfTheSameListGivesTheSameTitles() {
    Taste known = user(SmallWorld.OF_FIRST_CROWD);
    int[] rows = new int[known.size()];
    byte[] ratings = new byte[known.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = known.row(i);
      ratings[i] = (byte) known.rating(i);
    }
    Taste stranger = Taste.of(rows, ratings);
    for (String strategy : List.of("group", "mix")) {
      assertThat(rows(ask(stranger, strategy, 3, AnimeFilter.ALL)))
          .isEqualTo(rows(ask(known, strategy, 3, AnimeFilter.ALL)));
    }
  }

  @Test
  void unratedWatchesAreLeftOutToo() {
    assertThat(rows(ask(user(SmallWorld.OF_FIRST_CROWD), "mix", 18, AnimeFilter.ALL)))
        .hasSize(13)
        .doesNotContain(0, 1, 2, 3, 4);
  }

  @Test
  void filtersActBeforeTheCut() {
    AnimeFilter films = AnimeFilter.builder().types(List.of("movie")).hideAdult(true).build();
    Answer answer = ask(user(SmallWorld.OF_SECOND_CROWD), "mix", 5, films);
    assertThat(answer.recommendations()).hasSize(5);
    assertThat(rows(answer)).allMatch(row -> row % 2 == 1 && row != 15);
    // Of 13 unwatched titles one is for adults; of the 12 others 6 are TV series.
    assertThat(answer.removed()).isEqualTo(Map.of("adult", 1, "type", 6, "franchises", 0));
  }

  @Test
  void fewerThanAskedForIsSaid() {
    AnimeFilter one = AnimeFilter.builder().episodes(NumberRange.equalTo(12 + 14)).build();
    Answer answer = ask(user(SmallWorld.OF_FIRST_CROWD), "mix", 5, one);
    assertThat(rows(answer)).containsExactly(14);
    assertThat(answer.note()).isEqualTo("Only 1 unwatched title fits these filters.");
    AnimeFilter none = AnimeFilter.builder().episodes(NumberRange.moreThan(5000)).build();
    assertThat(ask(user(SmallWorld.OF_FIRST_CROWD), "mix", 5, none).note())
        .isEqualTo("No unwatched title fits these filters.");
  }

  @Test
  void whoeverRatedNothingGetsTheMostWatchedAndIsTold() {
    for (String strategy : List.of("group", "mix")) {
      Answer answer = ask(user(SmallWorld.ONLY_UNRATED), strategy, 2, AnimeFilter.ALL);
      assertThat(answer.strategy()).isEqualTo("popular");
      assertThat(answer.note())
          .isEqualTo(
              "There is no rating to learn a taste from, so these are the most watched titles that"
                  + " fit.");
      int[] watchers = new PopularRecommender(DATA).watchers();
      assertThat(answer.recommendations().get(0).weight())
          .isEqualTo(
              java.util.stream.IntStream.range(1, 18)
                  .filter(row -> row != 8)
                  .map(row -> watchers[row])
                  .max()
                  .orElseThrow());
      assertThat(rows(answer)).doesNotContain(0, 8);
    }
  }

  @Test
  void aTasteTheModelCannotPlaceIsToldApartFromNoTaste() {
    Taste odd = Taste.of(new int[] {17}, new byte[] {9});
    Answer answer = ask(odd, "mix", 1, AnimeFilter.ALL);
    assertThat(answer.strategy()).isEqualTo("popular");
    assertThat(answer.note()).startsWith("None of the rated titles is known to this strategy");
  }

  @Test
  void weightsFallFromRankToRankAndGroupAndMixAreAsDocumented() {
    Taste taste = user(SmallWorld.OF_FIRST_CROWD);
    float[] w = MODEL.userRow(taste.userRow());
    Answer mix = ask(taste, "mix", 4, AnimeFilter.ALL);
    for (Recommendation r : mix.recommendations()) {
      int column = MODEL.columnOfAnime(DATA.catalogue().anime(r.animeRow()).id());
      double product = 0;
      for (int c = 0; column >= 0 && c < w.length; c++) {
        product += (double) w[c] * MODEL.h(c, column);
      }
      assertThat(r.weight()).isCloseTo(product, org.assertj.core.data.Offset.offset(1e-4));
    }
    assertThat(mix.recommendations().stream().map(Recommendation::weight).toList())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(mix.recommendations().stream().map(Recommendation::rank).toList())
        .containsExactly(1, 2, 3, 4);
    int group = w[0] >= w[1] ? 0 : 1;
    Recommendation best = ask(taste, "group", 1, AnimeFilter.ALL).recommendations().getFirst();
    int column = MODEL.columnOfAnime(DATA.catalogue().anime(best.animeRow()).id());
    assertThat((float) best.weight()).isEqualTo(MODEL.h(group, column));
  }

  @Test
  void reasonsNameTheOwnTitlesWithTheirRatingsAndGroupsWithTheirShares() {
    Answer answer = ask(user(SmallWorld.OF_FIRST_CROWD), "mix", 1, AnimeFilter.ALL);
    List<Reason> reasons = answer.recommendations().getFirst().reasons();
    List<Reason.Watched> watched =
        reasons.stream()
            .filter(Reason.Watched.class::isInstance)
            .map(Reason.Watched.class::cast)
            .toList();
    List<Reason.Group> groups =
        reasons.stream()
            .filter(Reason.Group.class::isInstance)
            .map(Reason.Group.class::cast)
            .toList();
    assertThat(watched).hasSize(4).allMatch(w -> w.animeRow() < 4 && w.rating() == 9);
    assertThat(groups).isNotEmpty();
    assertThat(groups.stream().mapToDouble(Reason::share).sum()).isBetween(0.0, 1.0 + 1e-9);
    assertThat(watched.stream().mapToDouble(Reason::share).sum()).isBetween(0.0, 1.0 + 1e-9);
    assertThat(groups.getFirst().share()).isGreaterThan(0.5);
  }

  @Test
  void wholeDataSetRunsGiveTheSameTitlesWithoutReasons() {
    Request request = Request.of(user(SmallWorld.OF_FIRST_CROWD), "mix").build();
    Answer ranked = DOOR.rank(request);
    assertThat(rows(ranked)).isEqualTo(rows(DOOR.answer(request)));
    assertThat(ranked.recommendations()).allMatch(r -> r.reasons().isEmpty());
  }

  @Test
  void anUnknownStrategyIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> ask(user(1), "mex", 5, AnimeFilter.ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There is no strategy \"mex\"; did you mean \"mix\"? There are: mix, group, popular.");
  }

  @Test
  void moreThanThereIsIsAnsweredWithAllThereIs() {
    Taste taste = user(SmallWorld.OF_FIRST_CROWD);
    assertThat(ask(taste, "mix", 99_999, AnimeFilter.ALL).recommendations()).hasSize(13);
    assertThat(ask(taste, "mix", 99_999, AnimeFilter.ALL).note())
        .isEqualTo("There are only 13 unwatched titles.");
  }

  @Test
  void anEmptyListIsTold() {
    Taste nobody = Taste.of(new int[0], new byte[0]);
    Answer answer = ask(nobody, "mix", 3, AnimeFilter.ALL);
    assertThat(answer.strategy()).isEqualTo("popular");
    assertThat(answer.note())
        .isEqualTo("The list is empty, so these are the most watched titles that fit.");
  }

  @Test
  void aStoryIsOneRowUnlessThatIsTurnedOff() {
    Dataset parts = withNames("Clannad", "Clannad Movie", "Clannad Special", "Trigun");
    Recommendations door = new Recommendations(parts, List.of());
    Taste nobody = Taste.of(new int[] {3}, new byte[] {9});
    Answer rows = door.answer(Request.of(nobody, "popular").build());
    assertThat(rows(rows)).containsExactly(0);
    assertThat(rows.recommendations().getFirst().story()).containsExactly(1, 2);
    assertThat(rows.recommendations().getFirst().weight())
        .as("that of the most watched part")
        .isEqualTo(3);
    assertThat(rows.removed()).isEqualTo(Map.of("franchises", 2));
    assertThat(rows.note()).isEqualTo("There is only 1 story.");
    Answer titles = door.answer(Request.of(nobody, "popular").franchises(false).build());
    assertThat(rows(titles)).containsExactly(1, 0, 2);
    assertThat(titles.recommendations()).allMatch(title -> title.story().isEmpty());
    assertThat(titles.removed()).isEmpty();
  }

  @Test
  void aStoryIsEnteredAtTheFirstPartThatIsLeftAndFits() {
    Dataset parts = withNames("Clannad", "Clannad Movie", "Clannad 2nd Season", "Trigun");
    Recommendations door = new Recommendations(parts, List.of());
    Taste begun = Taste.of(new int[] {0, 3}, new byte[] {9, 9});
    assertThat(rows(door.answer(Request.of(begun, "popular").build()))).containsExactly(1);
    Taste odd = Taste.of(new int[] {2}, new byte[] {9});
    assertThat(rows(door.answer(Request.of(odd, "popular").build()))).containsExactly(0, 3);
    AnimeFilter long26 = AnimeFilter.builder().episodes(NumberRange.moreThan(13)).build();
    Taste nobody = Taste.of(new int[] {3}, new byte[] {9});
    Answer filtered = door.answer(Request.of(nobody, "popular").filter(long26).build());
    assertThat(rows(filtered)).as("only the third part is that long").containsExactly(2);
    assertThat(filtered.recommendations().getFirst().story()).isEmpty();
  }

  /** Four titles of 12, 13, 14 … episodes; the second is watched by three, the others by one. */
  private static Dataset withNames(String... names) {
    Catalogue catalogue =
        new Catalogue(
            IntStream.range(0, names.length)
                .mapToObj(
                    t ->
                        new Anime(
                            t + 1,
                            names[t],
                            List.of("Drama"),
                            names[t].endsWith("Special") ? "Special" : "TV",
                            12 + t,
                            7,
                            100))
                .toList());
    RatingMatrix ratings =
        new RatingMatrix(
            new int[] {1, 2, 3},
            new int[] {0, 4, 5, 6},
            new int[] {0, 1, 2, 3, 1, 1},
            new byte[] {8, 8, 8, 8, 9, 7},
            names.length);
    return new Dataset(
        "parts", false, catalogue, ratings, "p", new ImportReport(0, 0, 0, 0, List.of()));
  }

  @Test
  void askingForNoTitleIsRefused() {
    assertThatThrownBy(() -> Request.of(user(1), "mix").k(0).build())
        .hasMessageContaining("k is 0");
  }

  @Test
  void tasteGroupsTellWhoIsInThemAndWhatIsTypical() {
    TasteGroups groups = TasteGroups.of(DATA, MODEL);
    assertThat(groups.groups()).hasSize(2);
    assertThat(groups.groups().stream().mapToInt(TasteGroups.TasteGroup::users).sum())
        .isEqualTo(42);
    assertThat(groups.ungrouped()).isEqualTo(1);
    assertThat(groups.meanSize()).isEqualTo(21);
    assertThat(groups.withinTwoSpreads()).isEqualTo(1);
    assertThat(groups.groups().stream().map(g -> g.typicalGenres().getFirst()))
        .containsExactlyInAnyOrder("Drama", "Sports");
    for (TasteGroups.TasteGroup group : groups.groups()) {
      boolean first = group.typicalGenres().contains("Drama");
      assertThat(group.typicalRows().subList(0, 7)).allMatch(row -> first == (row < 8));
    }
  }
}
