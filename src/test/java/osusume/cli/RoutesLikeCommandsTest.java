package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import osusume.http.ListeningDemo;

/** A route answers, letter for letter, what the command of its name prints with {@code --json}. */
class RoutesLikeCommandsTest {
  private static final ListeningDemo DEMO = ListeningDemo.learned();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /anime?offset=0              | anime
          /anime?genre=Drama&mt_episodes=10&lt_episodes=60&mt_rating=7&mt_members=1000 | anime --genre Drama --mt-episodes 10 --lt-episodes 60 --mt-rating 7 --mt-members 1000
          /anime?type=TV&type=OVA&without_genre=Action&adult=off&sort=-rating&limit=20&offset=3 | anime --type TV --type OVA --without-genre Action --adult off --sort -rating --limit 20 --offset 3
          /anime?title=%E3%81%8A%E3%81%99 | anime --title おす
          /anime?anime_id=424242       | anime --anime-id 424242
          /user?offset=0               | user
          /user?user_id=7&mt_rating=5&lt_rating=9 | user --user-id 7 --mt-rating 5 --lt-rating 9
          /user?rating=-1&limit=50&offset=7 | user --rating -1 --limit 50 --offset 7
          /recommend/7                 | recommend 7
          /recommend/7?strategy=mix&k=12&franchises=off | recommend 7 --strategy mix -k 12 --franchises off
          /recommend/7?strategy=group&genre=Drama&novelty=0.5&diversity=0.25 | recommend 7 --strategy group --genre Drama --novelty 0.5 --diversity 0.25
          /recommend/7?aim=rate&mt_members=5000 | recommend 7 --aim rate --mt-members 5000
          /recommend/7?weights=similar=2&weights=people=0 | recommend 7 --weights similar=2,people=0
          /recommend/7?without_group=2&strategy=mix | recommend 7 --without-group 2 --strategy mix
          """)
  void theAnswerIsTheCommands(String path, String command) throws IOException {
    HttpResponse<String> answer = DEMO.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(answer.body().lines().toList()).isEqualTo(printed(command).lines().toList());
  }

  private static String printed(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.addAll(List.of("--json", "--data", DEMO.data().toString()));
    words.addAll(List.of("--models", DEMO.models().toString()));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status =
        CommandLineTool.run(
            words.toArray(String[]::new),
            (_, _) -> 77,
            new Streams(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false));
    assertThat(status).as(() -> command + ": " + err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
