package osusume.chat.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import osusume.chat.Asker;
import osusume.chat.Ground;
import osusume.chat.Grounds;
import osusume.chat.Mode;
import osusume.chat.Question;
import osusume.chat.tool.ListDoor;
import osusume.data.Anime;
import osusume.data.Taste;
import osusume.mylist.MyList;
import osusume.progress.Progress;

/** What is counted and worked out is of the titles that were meant. */
class FiguresTest {
  private static Anime anime(int id, String name, String genre, double rating, int members) {
    return new Anime(id, name, List.of(genre), "TV", 12, rating, members);
  }

  private static final Ground GROUND =
      Grounds.with(
          Grounds.of(
              anime(1, "One", "Comedy", 9.9, 10),
              anime(2, "Two", "Comedy", 8.0, 90_000),
              anime(3, "Three", "Comedy", 7.0, 80_000),
              anime(4, "Four", "Drama", 6.0, 70_000),
              anime(5, "Five", "Comedy", 6.5, 70_000),
              anime(6, "Six", "Comedy", 6.5, 70_000),
              anime(7, "Seven", "Thriller", 9.5, 60_000)),
          Asker.me(Taste.of(new int[] {1, 3}, new byte[] {9, 5}), MyList.EMPTY));

  private static String ask(String text) {
    return new OfflineAssistant()
        .answer(
            new Question(text, Mode.AGENT, List.of(), GROUND),
            _ -> {},
            ListDoor.CLOSED,
            Progress.NONE)
        .text();
  }

  @Test
  void whatSomebodyHasSeenIsCountedAmongWhatTheyHaveSeen() {
    assertThat(ask("how many comedies have I seen?"))
        .isEqualTo("You have watched **1** title (Comedy). Of 2 on your list that is **50.0 %**.");
    assertThat(ask("what share of my list is comedy?")).contains("**50.0 %**");
    assertThat(ask("how many comedies are there?")).contains("**5**");
  }

  @Test
  void theBestRatedAreSuchAsManyKnow() {
    assertThat(ask("how many comedies are there?")).contains("**Two**").doesNotContain("**One**");
  }

  @Test
  void aMeanOfOneTitleIsSaidToBeOne() {
    assertThat(ask("which genre has the best mean rating?"))
        .contains("1. Thriller: 9.50 (1 title)", "That rests on 1 title", "**Comedy** comes first");
  }
}
