package osusume.recommend.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;

/** Worked by hand on {@link People#four()}, by brute force on {@link People#random}. */
class HabitsTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final Dataset FOUR = People.four();
  private static final Everybody EVERYBODY = Everybody.of(FOUR);

  private static Habits of(int userRow) {
    return Habits.of(EVERYBODY, Taste.ofUser(FOUR.ratings(), userRow));
  }

  private static Heading heading(List<Heading> headings, String name) {
    return headings.stream().filter(heading -> heading.name().equals(name)).findFirst().get();
  }

  @Test
  void sharesOfAListStandBesideSharesOfAllWatches() {
    Habits habits = of(0);
    // Of nine watches seven are drama, four sports; one title is both.
    Heading drama = heading(habits.genres(), "Drama");
    assertThat(drama.watched()).isEqualTo(2);
    assertThat(drama.share()).isEqualTo(1);
    assertThat(drama.everybody()).isCloseTo(7.0 / 9, EXACT);
    assertThat(drama.mean()).isEqualTo(7);
    Heading sports = heading(habits.genres(), "Sports");
    assertThat(sports.watched()).isEqualTo(1);
    assertThat(sports.share()).isEqualTo(0.5);
    assertThat(sports.everybody()).isCloseTo(4.0 / 9, EXACT);
    assertThat(sports.mean()).isEqualTo(6);
    assertThat(habits.genres()).extracting(Heading::name).containsExactly("Drama", "Sports");
    assertThat(heading(habits.types(), "TV").everybody()).isCloseTo(7.0 / 9, EXACT);
    assertThat(heading(habits.types(), "OVA").watched()).isZero();
    assertThat(heading(habits.types(), "OVA").mean()).isNaN();
    assertThat(habits.lengths()).extracting(Heading::name).isEqualTo(Trait.LENGTHS);
    assertThat(heading(habits.lengths(), "7–13").everybody()).isCloseTo(5.0 / 9, EXACT);
    assertThat(heading(habits.lengths(), "1").share()).isEqualTo(0.5);
    assertThat(habits.bands()).extracting(Heading::share).containsExactly(1.0, 0.0, 0.0, 0.0);
  }

  @Test
  void aLiftHoldsTheWeighedListAgainstEverybody() {
    // An 8 and a 6 of mean 7 and spread 1 weigh 0.6 ± 0.25 / 1.5; 20 is everybody's part.
    Habits habits = of(0);
    double liked = 0.6 + 0.25 / 1.5;
    double disliked = 0.6 - 0.25 / 1.5;
    assertThat(heading(habits.genres(), "Drama").lift())
        .isCloseTo(Math.log(((liked + disliked) / (7.0 / 9) + 20) / (1.2 + 20)), within(1e-7));
    assertThat(heading(habits.genres(), "Sports").lift())
        .isCloseTo(Math.log((disliked / (4.0 / 9) + 20) / (1.2 + 20)), within(1e-7));
    assertThat(heading(habits.lengths(), "1").lift())
        .isCloseTo(Math.log((disliked / (2.0 / 9) + 50) / (1.2 + 50)), within(1e-7));
    // Nobody watched an OVA.
    assertThat(heading(habits.types(), "OVA").lift()).isZero();
  }

  @Test
  void likingIsOnThePersonsOwnScaleAndDrawnTowardsNothing() {
    Habits habits = of(0);
    assertThat(heading(habits.genres(), "Drama").liking()).isCloseTo(0, EXACT);
    assertThat(heading(habits.genres(), "Sports").liking()).isCloseTo(-1 / 1.5 / (1 + 30), EXACT);
    // Who gives a 10 to everything likes nothing more than the rest.
    assertThat(of(3).genres()).extracting(Heading::liking).containsExactly(0.0, 0.0);
  }

  @Test
  void popularityIsTheMeanLogarithmOfWatchers() {
    // Watched one title, which all four did; three watched at least one of the others too.
    assertThat(of(2).typicalWatchers()).isCloseTo(4.05, within(1e-5));
    // An 8 and a 6, by which the first title counts 0.6 + 1/6 and the second 0.6 − 1/6.
    double liked = 0.6 + 0.25 / 1.5;
    double disliked = 0.6 - 0.25 / 1.5;
    double mean = (liked * Math.log(4.05) + disliked * Math.log(2.05)) / (liked + disliked);
    assertThat(of(0).typicalWatchers()).isCloseTo(Math.exp(mean), within(1e-5));
    // Nobody here has enough titles to be compared with.
    assertThat(of(0).leaning()).isEqualTo(Habits.Leaning.UNKNOWN);
  }

  @Test
  void leaningStandsAmongWhatAllUsersChoose() {
    Dataset data = People.random(60, 40);
    Everybody everybody = Everybody.of(data);
    RatingMatrix ratings = data.ratings();
    double[] typical = new double[ratings.rowCount()];
    for (int user = 0; user < typical.length; user++) {
      Taste taste = Taste.ofUser(ratings, user);
      typical[user] = taste.size() < 5 ? Double.NaN : Habits.of(everybody, taste).typicalWatchers();
    }
    double[] compared = Arrays.stream(typical).filter(t -> !Double.isNaN(t)).sorted().toArray();
    assertThat(compared.length).isBetween(20, 60);
    int[] leanings = new int[Habits.Leaning.values().length];
    for (int user = 0; user < typical.length; user++) {
      Habits habits = Habits.of(everybody, Taste.ofUser(ratings, user));
      double own = habits.typicalWatchers();
      double lower = Arrays.stream(compared).filter(other -> other < own - 1e-9).count();
      assertThat(habits.usersChoosingLessKnown()).isCloseTo(lower / compared.length, EXACT);
      assertThat(habits.typicalWatchersOfTheMiddleUser())
          .isCloseTo(compared[compared.length / 2], within(1e-6));
      leanings[habits.leaning().ordinal()]++;
    }
    assertThat(leanings[Habits.Leaning.LESS_KNOWN.ordinal()]).isBetween(5, 20);
    assertThat(leanings[Habits.Leaning.BETTER_KNOWN.ordinal()]).isBetween(5, 20);
    assertThat(leanings[Habits.Leaning.UNKNOWN.ordinal()]).isZero();
  }

  @Test
  void anEmptyListSaysNothing() {
    Habits habits = Habits.of(EVERYBODY, Taste.of(new int[0], new byte[0]));
    assertThat(habits.scale().mean()).isNaN();
    assertThat(habits.scale().strictness()).isEqualTo(Habits.Strictness.UNKNOWN);
    assertThat(habits.typicalWatchers()).isNaN();
    assertThat(habits.leaning()).isEqualTo(Habits.Leaning.UNKNOWN);
    assertThat(habits.genres())
        .allSatisfy(
            heading -> {
              assertThat(heading.lift()).isZero();
              assertThat(heading.liking()).isZero();
              assertThat(heading.share()).isZero();
            });
    assertThat(habits.genresChosenMore(5)).isEmpty();
    assertThat(habits.genresChosenLess(5)).isEmpty();
  }

  @Test
  void aScaleStandsAmongThoseOfAllUsersWhoRateEnough() {
    Dataset data = People.random(60, 40);
    Everybody everybody = Everybody.of(data);
    RatingMatrix ratings = data.ratings();
    double[] means = new double[ratings.rowCount()];
    double sum = 0;
    int users = 0;
    for (int user = 0; user < means.length; user++) {
      int[] rated = Arrays.stream(rated(Taste.ofUser(ratings, user))).filter(r -> r > 0).toArray();
      means[user] = rated.length < 5 ? Double.NaN : Arrays.stream(rated).average().getAsDouble();
      if (rated.length >= 5) {
        sum += means[user];
        users++;
      }
    }
    assertThat(users).isBetween(20, 60);
    for (int user = 0; user < means.length; user++) {
      Habits.Scale scale = Habits.of(everybody, Taste.ofUser(ratings, user)).scale();
      assertThat(scale.everybodysMean()).isCloseTo(sum / users, EXACT);
      double mean = means[user];
      if (!Double.isNaN(mean)) {
        assertThat(scale.mean()).isCloseTo(mean, EXACT);
        double lower = Arrays.stream(means).filter(other -> other < mean - 1e-12).count();
        assertThat(scale.stricterUsers()).isCloseTo(lower / users, EXACT);
      }
    }
    assertThat(strictness(everybody, 1)).isEqualTo(Habits.Strictness.STRICT);
    assertThat(strictness(everybody, 10)).isEqualTo(Habits.Strictness.GENEROUS);
    assertThat(strictness(everybody, -1)).isEqualTo(Habits.Strictness.UNKNOWN);
  }

  private static Habits.Strictness strictness(Everybody everybody, int rating) {
    Taste taste = Taste.of(new int[] {0, 1}, new byte[] {(byte) rating, (byte) rating});
    return Habits.of(everybody, taste).scale().strictness();
  }

  private static int[] rated(Taste taste) {
    int[] ratings = new int[taste.size()];
    Arrays.setAll(ratings, taste::rating);
    return ratings;
  }

  @Test
  void whatIsChosenMoreOrLessIsNamedWithTheClearestFirst() {
    Dataset data = People.random(60, 400);
    Everybody everybody = Everybody.of(data);
    int[] school =
        java.util.stream.IntStream.range(0, 398)
            .filter(row -> data.catalogue().anime(row).genres().equals(List.of("School")))
            .toArray();
    byte[] ratings = new byte[school.length];
    Arrays.fill(ratings, (byte) 8);
    Habits habits = Habits.of(everybody, Taste.of(school, ratings));
    assertThat(habits.genresChosenMore(9)).extracting(Heading::name).containsExactly("School");
    List<Heading> less = habits.genresChosenLess(9);
    assertThat(less)
        .extracting(Heading::name)
        .doesNotContain("School")
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(less).extracting(Heading::lift).isSorted();
    assertThat(habits.genresChosenLess(2)).isEqualTo(less.subList(0, 2));
    assertThat(habits.genresLikedMore(9)).isEmpty();
  }

  @Test
  void aGenreThatIsDislikedIsNotSaidToBeWatchedLess() {
    Dataset data = People.random(60, 400);
    Everybody everybody = Everybody.of(data);
    int[] rows = java.util.stream.IntStream.range(0, 200).toArray();
    byte[] ratings = new byte[rows.length];
    for (int row : rows) {
      ratings[row] = (byte) (data.catalogue().anime(row).genres().contains("Magic") ? 2 : 9);
    }
    Habits habits = Habits.of(everybody, Taste.of(rows, ratings));
    Heading magic = heading(habits.genres(), "Magic");
    assertThat(magic.lift()).isLessThan(-0.5);
    assertThat(habits.genresLikedLess(9)).contains(magic);
    assertThat(habits.genresLikedMore(9)).doesNotContain(magic).isNotEmpty();
    assertThat(habits.genresChosenLess(9))
        .allSatisfy(genre -> assertThat(genre.share()).isLessThan(genre.everybody()));
    assertThat(habits.genresChosenMore(9))
        .allSatisfy(genre -> assertThat(genre.share()).isGreaterThan(genre.everybody()));
  }

  @Test
  void aLongerListSaysMore() {
    double before = 0;
    for (int titles = 1; titles <= 3; titles++) {
      byte[] ratings = new byte[titles];
      Arrays.fill(ratings, (byte) -1);
      int[] drama = Arrays.copyOf(new int[] {0, 3, 1}, titles);
      double lift =
          heading(Habits.of(EVERYBODY, Taste.of(drama, ratings)).genres(), "Drama").lift();
      assertThat(lift).isGreaterThan(before);
      before = lift;
    }
    assertThat(before).isLessThan(Math.log(9.0 / 7));
  }
}
