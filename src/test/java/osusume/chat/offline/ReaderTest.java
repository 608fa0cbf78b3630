package osusume.chat.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import osusume.chat.Ground;
import osusume.chat.Grounds;

/** What messages are understood as. */
class ReaderTest {
  private static final Ground GROUND = Grounds.demo();

  private static Understanding read(String message) {
    return Reader.read(message, Context.NONE, GROUND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          recommend me three comedies                      | Comedy
          a sad romance movie                              | Drama, Romance, Movie
          scary but no gore, at most 26 episodes           | Horror or Thriller, no Action, at most 26 episodes
          robots, but not ecchi or harem                   | Mecha, no Ecchi, no Harem
          anything but mecha                               | no Mecha
          cute girls doing cute things                     | Slice of Life
          recomend me a funy moive                         | Comedy, Movie
          between 10 and 20 episodes, romantic, at least 7.5 | Romance, 10 to 20 episodes, rated 7.5 or more
          a series with more than 100 episodes             | TV, at least 101 episodes
          fantasy with fewer than 10,000 members           | Fantasy, at most 9,999 members
          a drama rated 8 or higher                        | Drama, rated 8 or more
          like Death Note but less violent                 | less Action, less Horror
          short mystery I have not seen                    | Mystery, at most 13 episodes, unwatched
          """)
  void wishesAreRead(String message, String wishes) {
    assertThat(read(message).wishes().inWords()).isEqualTo(wishes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          something short and funny           | RECOMMEND
          similar to Steins;Gate              | SIMILAR
          I loved Toradora, what next?        | SIMILAR
          why did you recommend Another?      | EXPLAIN
          would I like School Days?           | EXPLAIN
          what is Cowboy Bebop about?         | DETAILS
          how many comedies are there?        | COUNT
          average rating of movies            | STATISTIC
          most watched anime                  | LIST
          what genres do I like?              | PROFILE
          what does user 5 like?              | PROFILE
          Monster or Death Note?              | COMPARE
          watch order of Clannad              | ORDER
          I give Monster a 9                  | RATE
          add Mushishi to my plans            | MARK
          hello                               | HELLO
          what can you do?                    | HELP
          thanks!                             | THANKS
          what's the weather like             | AWAY
          recomiéndame una película divertida | FOREIGN
          """)
  void intentsAreRead(String message, Intent intent) {
    assertThat(read(message).intent()).isEqualTo(intent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          similar to Steins;Gate and Monster but shorter | Steins;Gate, Monster
          tell me about kuroko no basket 2nd season      | Kuroko no Basket 2nd Season
          attack on titan                                | Shingeki no Kyojin
          why did you recommend Another?                 | Another
          School Days or Another?                        | School Days, Another
          give me another monster movie                  | ''
          sports anime                                   | ''
          """)
  void titlesAreToldFromEverydayWords(String message, String titles) {
    assertThat(
            String.join(
                ", ",
                read(message).titles().stream()
                    .map(row -> GROUND.catalogue().anime(row).name())
                    .toList()))
        .isEqualTo(titles);
  }

  @Test
  void numbersCountWhatTheyStandBy() {
    assertThat(read("top 10 action anime rated above 8").count()).hasValue(10);
    assertThat(read("recommend something for user 567").userId()).hasValue(567);
    assertThat(read("give me five dramas").count()).hasValue(5);
    assertThat(read("I give Monster a 9").rating()).hasValue(9);
    assertThat(read("something under 13 episodes").count()).isEmpty();
  }

  @Test
  void aTitleThatDoesNotExistIsNoTitle() {
    Understanding understood = read("something like Qqqqzzzz");
    assertThat(understood.titles()).isEmpty();
    assertThat(understood.unclear()).extracting(Mention::said).isEqualTo(List.of("Qqqqzzzz"));
  }
}
