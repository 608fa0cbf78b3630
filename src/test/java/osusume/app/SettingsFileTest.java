package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.app.Settings.Asked;
import osusume.app.Settings.WindowBounds;
import osusume.chat.Mode;
import osusume.data.download.DownloadAddress;
import osusume.recommend.Aim;
import osusume.recommend.BlendPart;
import osusume.recommend.BlendWeights;

class SettingsFileTest {
  private static final AccessToken.Fresh TOKEN = AccessToken.fresh();

  @TempDir Path folder;

  private Settings read(String json) throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, json);
    return new SettingsFile(file).read();
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    BlendWeights weights = new BlendWeights(Map.of(BlendPart.POPULAR, 0.0, BlendPart.RATED, 1.7));
    Settings settings =
        Settings.DEFAULT
            .withForUser(true)
            .withAsked(new Asked(Aim.RATE, -0.3, 0.8, false, weights, 5))
            .withDownloadFrom(DownloadAddress.parse("https://example.org/a?b=c"))
            .withListener(
                new ListenerSettings(
                    true, ListenerSettings.EVERYWHERE, 5001, Optional.of(TOKEN.known())))
            .withChat(
                new ChatSettings(
                    Optional.of(AssistantKind.LOCAL),
                    Mode.SIMPLE,
                    "gpt-4o-mini",
                    "http://127.0.0.1:11434/v1",
                    "llama3.1",
                    32768,
                    false))
            .afterWelcome();
    SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
    file.write(settings);
    assertThat(file.read()).isEqualTo(settings);
    settings = settings.withWindow(new WindowBounds(900, 600, 30, 20, true)).withTab("USERS");
    settings = settings.withTheme(Settings.Theme.DARK);
    file.write(settings);
    assertThat(file.read()).isEqualTo(settings);
  }

  @Test
  void aFileOfBeforeRecommendationsWereRememberedIsReadAsEver() throws IOException {
    Settings settings = read("{\"theme\": \"DARK\", \"windowWidth\": 900, \"tab\": \"ANIME\"}");
    assertThat(settings.theme()).isEqualTo(Settings.Theme.DARK);
    assertThat(settings.asked()).isEqualTo(Asked.DEFAULT);
    assertThat(settings.window().width()).isEqualTo(900);
    assertThat(settings.start().tab()).isEqualTo("ANIME");
  }

  @Test
  void anAddressThatNothingMayBeDownloadedFromIsReadAsTheUsualOne() throws IOException {
    for (String odd : List.of("\"http://example.org\"", "\"?\"", "7", "null", "{}")) {
      assertThat(read("{\"downloadFrom\": %s, \"welcomed\": true}".formatted(odd)))
          .isEqualTo(Settings.DEFAULT.afterWelcome());
    }
  }

  @Test
  void ofTheChatAValueThatMakesNoSenseIsReadAsTheUsualOne() throws IOException {
    for (String odd :
        List.of("7", "{\"assistant\": \"ORACLE\", \"mode\": 3}", "{\"openAiModel\": \"  \"}")) {
      assertThat(read("{\"chat\": %s, \"welcomed\": true}".formatted(odd)))
          .isEqualTo(Settings.DEFAULT.afterWelcome());
    }
  }

  @Test
  void theTokenItselfIsNotWritten() throws IOException {
    Path file = folder.resolve("settings.json");
    ListenerSettings listener = ListenerSettings.DEFAULT.withToken(Optional.of(TOKEN.known()));
    new SettingsFile(file).write(Settings.DEFAULT.withListener(listener));
    assertThat(Files.readString(file))
        .contains(TOKEN.known().sha256())
        .doesNotContain(TOKEN.text());
  }

  @Test
  void aListenerOfWhichOneValueMakesNoSenseIsOff() throws IOException {
    for (String odd :
        List.of(
            "{\"on\": true, \"port\": 70000}",
            "{\"on\": true, \"port\": -1}",
            "{\"on\": true, \"host\": \" \"}",
            "{\"on\": true, \"host\": \"0.0.0.0\", \"tokenSha256\": \"12\"}",
            "true",
            "[]",
            "null")) {
      assertThat(read("{\"listener\": %s, \"theme\": \"DARK\"}".formatted(odd)))
          .isEqualTo(Settings.DEFAULT.withTheme(Settings.Theme.DARK));
    }
  }

  @Test
  void whatIsOutOfItsBoundsIsPutRight() throws IOException {
    Settings settings = read("{\"asked\": {\"novelty\": -7, \"diversity\": 7, \"later\": 1}}");
    assertThat(settings.asked().novelty()).isEqualTo(-1);
    assertThat(settings.asked().diversity()).isEqualTo(1);
    assertThat(settings.asked().aim()).isEqualTo(Aim.WATCH);
    assertThat(settings.asked().weights()).isEqualTo(BlendWeights.LEARNED);
  }

  @Test
  void anOddValueCostsNoOther() throws IOException {
    for (String odd :
        List.of(
            "\"weights\": {\"factors\": {\"POPULAR\": -2, \"NEWEST\": 2}}",
            "\"weights\": {}",
            "\"weights\": {\"factors\": {\"POPULAR\": \"much\"}}",
            "\"weights\": 3",
            "\"weights\": null",
            "\"aim\": \"SLEEP\"",
            "\"aim\": 7",
            "\"diversity\": \"most\"",
            "\"novelty\": 1e999",
            "\"franchises\": \"some\"")) {
      Settings settings =
          read(
              "{\"theme\": \"DARK\", \"windowX\": 40, \"tab\": \"ANIME\", \"asked\": {%s}}"
                  .formatted(odd));
      assertThat(settings.theme()).as(odd).isEqualTo(Settings.Theme.DARK);
      assertThat(settings.window().x()).as(odd).isEqualTo(40);
      assertThat(settings.start().tab()).as(odd).isEqualTo("ANIME");
      assertThat(settings.asked().aim()).as(odd).isEqualTo(Aim.WATCH);
      assertThat(settings.asked().novelty()).as(odd).isZero();
      assertThat(settings.asked().franchises()).as(odd).isTrue();
      assertThat(settings.asked().weights().of(BlendPart.RATED)).as(odd).isOne();
      assertThat(settings.asked().diversity()).as(odd).isZero();
    }
    assertThat(read("{\"theme\": \"PINK\", \"windowWidth\": \"wide\", \"tab\": \"ANIME\"}"))
        .isEqualTo(Settings.DEFAULT.withTab("ANIME"));
  }

  @Test
  void weightsOutOfTheirBoundsAreTakenAsTheNearestWithin() throws IOException {
    BlendWeights weights =
        read("{\"asked\": {\"weights\": {\"factors\": {\"POPULAR\": 9, \"RATED\": -1}}}}")
            .asked()
            .weights();
    assertThat(weights.of(BlendPart.POPULAR)).isEqualTo(BlendWeights.MOST);
    assertThat(weights.of(BlendPart.RATED)).isZero();
    assertThat(weights.of(BlendPart.SIMILAR)).isOne();
    String none =
        Arrays.stream(BlendPart.values())
            .map(part -> "\"%s\": 0".formatted(part))
            .collect(Collectors.joining(", "));
    assertThat(read("{\"asked\": {\"weights\": {\"factors\": {%s}}}}".formatted(none)))
        .as("weights that leave nothing to rank by")
        .isEqualTo(Settings.DEFAULT);
  }
}
