package osusume.chat.exam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import osusume.chat.Reply;
import osusume.chat.tool.Proposal;
import osusume.data.Dataset;
import osusume.data.io.KaggleImport;
import osusume.progress.Progress;

/**
 * The exam on a dozen titles. The person knows Steins;Gate (10), Gintama (9), Another and, dropped,
 * Naruto (4), plans Monster and does not want High School DxD; user 2 has the most titles.
 */
final class SmallScene {
  private static final String ANIME =
      """
      anime_id,name,genre,type,episodes,rating,members
      9253,Steins;Gate,"Sci-Fi, Thriller",TV,24,9.2,900
      20,Naruto,"Action, Comedy",TV,220,7.8,950
      19,Monster,"Drama, Mystery",TV,74,8.7,500
      457,Mushishi,"Mystery, Slice of Life",TV,26,8.8,400
      12189,Hyouka,"Mystery, School",TV,22,8.2,300
      47,Akira,"Action, Sci-Fi",Movie,1,8.1,450
      11111,Another,"Horror, Mystery",TV,12,7.9,600
      11617,High School DxD,"Comedy, Ecchi",TV,12,7.7,550
      48,.hack//Sign,"Adventure, Game",TV,26,7.2,100
      918,Gintama,"Action, Comedy",TV,201,9.0,350
      9969,Gintama',"Action, Comedy",TV,51,9.1,340
      5,Nameless Film,Drama,Movie,1,,10
      6,Hidden Film,Hentai,Movie,1,6.0,20
      """;

  private static final String RATINGS =
      """
      user_id,anime_id,rating
      1,9253,9
      1,19,8
      2,9253,10
      2,457,-1
      2,47,7
      3,20,5
      """;

  private SmallScene() {}

  static Scene in(Path folder) throws IOException {
    Path anime = Files.writeString(folder.resolve("anime.csv"), ANIME);
    Path rating = Files.writeString(folder.resolve("rating.csv"), RATINGS);
    Dataset data = KaggleImport.read("small", false, List.of(anime, rating), Progress.NONE);
    return DemoScene.of(data);
  }

  /** What came of one message and its answer. */
  static Answered answered(Scene scene, String said, String answer, Proposal... proposals) {
    return new Answered(
        scene, Who.ME, List.of(said), List.of(Spoken.reply(answer)), List.of(proposals));
  }

  static Answered secondAnswer(Scene scene, String first, String second) {
    return new Answered(
        scene,
        Who.ME,
        List.of("something?", "and now?"),
        List.of(Spoken.reply(first), Spoken.reply(second)),
        List.of());
  }

  static Reply refusal() {
    return new Reply(
        "Spoken", "…", Reply.Ending.REFUSED, List.of(), List.of(), List.of(), Optional.empty());
  }
}
