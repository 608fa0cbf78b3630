package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.app.Settings.Asked;
import osusume.recommend.Aim;
import osusume.recommend.BlendPart;
import osusume.recommend.BlendWeights;

class SettingsFileTest {
  @TempDir Path folder;

  private Settings read(String json) throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, json);
    return new SettingsFile(file).read();
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    BlendWeights weights = new BlendWeights(Map.of(BlendPart.POPULAR, 0.0, BlendPart.RATED, 1.7));
    Settings settings = Settings.DEFAULT.withAsked(new Asked(Aim.RATE, -0.3, 0.8, false, weights));
    SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
    file.write(settings);
    assertThat(file.read()).isEqualTo(settings);
  }

  @Test
  void aFileOfBeforeRecommendationsWereRememberedIsReadAsEver() throws IOException {
    Settings settings = read("{\"theme\": \"DARK\", \"windowWidth\": 900, \"tab\": \"ANIME\"}");
    assertThat(settings.theme()).isEqualTo(Settings.Theme.DARK);
    assertThat(settings.asked()).isEqualTo(Asked.DEFAULT);
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
  void whatIsLeftOutIsAsOnAFirstStart() throws IOException {
    assertThat(read("{\"asked\": {\"aim\": \"RATE\"}}").asked())
        .isEqualTo(new Asked(Aim.RATE, 0, 0, true, BlendWeights.LEARNED));
    assertThat(read("{\"asked\": {\"franchises\": false}}").asked().franchises()).isFalse();
    assertThat(read("{\"asked\": {}}").asked()).isEqualTo(Asked.DEFAULT);
  }
}
