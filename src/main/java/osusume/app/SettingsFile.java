package osusume.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import osusume.app.Settings.Asked;
import osusume.app.Settings.Start;
import osusume.app.Settings.WindowBounds;
import osusume.data.download.DownloadAddress;
import osusume.json.Json;
import osusume.recommend.BlendPart;
import osusume.recommend.BlendWeights;

/**
 * Keeps the {@link Settings} on the disk. A value that is missing or makes no sense is read as a
 * first start has it, and one that is out of its bounds as the nearest within: an odd value, be it
 * of another version or a hand that slipped, must not cost the person all the others.
 */
public final class SettingsFile {
  private final JsonFile<JsonNode> file;

  public SettingsFile(Path file) {
    this.file = new JsonFile<>(file, JsonNode.class);
  }

  /**
   * What was kept; the defaults if nothing was.
   *
   * @throws IOException if the file can't be read or is no JSON; worded for a person
   */
  public Settings read() throws IOException {
    return file.read().map(SettingsFile::settings).orElse(Settings.DEFAULT);
  }

  public void write(Settings settings) throws IOException {
    ObjectNode kept = Json.mapper().createObjectNode();
    kept.put("theme", settings.theme().name());
    kept.put("windowWidth", settings.window().width());
    kept.put("windowHeight", settings.window().height());
    kept.put("windowX", settings.window().x());
    kept.put("windowY", settings.window().y());
    kept.put("maximized", settings.window().maximized());
    kept.put("tab", settings.start().tab());
    kept.put("forUser", settings.start().forUser());
    kept.put("welcomed", settings.start().welcomed());
    kept.set("asked", Json.mapper().valueToTree(settings.asked()));
    kept.put("downloadFrom", settings.downloadFrom().toString());
    ListenerSettings listener = settings.listener();
    ObjectNode listening = kept.putObject("listener");
    listening.put("on", listener.on());
    listening.put("host", listener.host());
    listening.put("port", listener.port());
    listener.token().ifPresent(token -> listening.put("tokenSha256", token.sha256()));
    ChatSettings chat = settings.chat();
    ObjectNode chatting = kept.putObject("chat");
    chat.assistant().ifPresent(assistant -> chatting.put("assistant", assistant.name()));
    chatting.put("mode", chat.mode().name());
    chatting.put("openAiModel", chat.openAiModel());
    chatting.put("localAddress", chat.localAddress());
    chatting.put("localModel", chat.localModel());
    chatting.put("localContext", chat.localContext());
    chatting.put("keep", chat.keep());
    file.write(kept);
  }

  private static Settings settings(JsonNode kept) {
    Settings usual = Settings.DEFAULT;
    return new Settings(
        name(kept.path("theme"), usual.theme()),
        window(kept, usual.window()),
        new Start(
            kept.path("tab").asText(usual.start().tab()),
            kept.path("forUser").asBoolean(usual.start().forUser()),
            kept.path("welcomed").asBoolean(usual.start().welcomed())),
        asked(kept.path("asked")),
        address(kept.path("downloadFrom"), usual.downloadFrom()),
        listener(kept.path("listener")),
        chat(kept.path("chat")));
  }

  private static ChatSettings chat(JsonNode kept) {
    ChatSettings usual = ChatSettings.DEFAULT;
    return new ChatSettings(
        Arrays.stream(AssistantKind.values())
            .filter(kind -> kind.name().equals(kept.path("assistant").asText()))
            .findFirst(),
        name(kept.path("mode"), usual.mode()),
        kept.path("openAiModel").asText(usual.openAiModel()),
        kept.path("localAddress").asText(usual.localAddress()),
        kept.path("localModel").asText(usual.localModel()),
        kept.path("localContext").asInt(usual.localContext()),
        kept.path("keep").asBoolean(usual.keep()));
  }

  /** Where a value makes no sense the listener is off: what listens must be what was chosen. */
  private static ListenerSettings listener(JsonNode kept) {
    try {
      ListenerSettings usual = ListenerSettings.DEFAULT;
      return new ListenerSettings(
          kept.path("on").asBoolean(usual.on()),
          kept.path("host").asText(usual.host()),
          kept.path("port").asInt(usual.port()),
          Optional.ofNullable(kept.path("tokenSha256").textValue()).map(AccessToken::new));
    } catch (IllegalArgumentException e) {
      return ListenerSettings.DEFAULT;
    }
  }

  private static WindowBounds window(JsonNode kept, WindowBounds usual) {
    return new WindowBounds(
        number(kept.path("windowWidth"), usual.width()),
        number(kept.path("windowHeight"), usual.height()),
        number(kept.path("windowX"), usual.x()),
        number(kept.path("windowY"), usual.y()),
        kept.path("maximized").asBoolean(usual.maximized()));
  }

  private static DownloadAddress address(JsonNode kept, DownloadAddress usual) {
    try {
      return kept.isTextual() ? DownloadAddress.parse(kept.textValue()) : usual;
    } catch (IllegalArgumentException e) {
      return usual;
    }
  }

  private static Asked asked(JsonNode kept) {
    Asked usual = Asked.DEFAULT;
    return new Asked(
        name(kept.path("aim"), usual.aim()),
        number(kept.path("novelty"), usual.novelty()),
        number(kept.path("diversity"), usual.diversity()),
        kept.path("franchises").asBoolean(usual.franchises()),
        weights(kept.path("weights").path("factors")),
        kept.path("halfLifeYears").asInt(usual.halfLifeYears()));
  }

  private static BlendWeights weights(JsonNode kept) {
    Map<BlendPart, Double> factors = new EnumMap<>(BlendPart.class);
    for (BlendPart part : BlendPart.values()) {
      double factor = number(kept.path(part.name()), 1);
      factors.put(part, Math.clamp(factor, 0, BlendWeights.MOST));
    }
    boolean nothingCounts = factors.values().stream().allMatch(factor -> factor == 0);
    return nothingCounts ? BlendWeights.LEARNED : new BlendWeights(factors);
  }

  private static double number(JsonNode kept, double usual) {
    return kept.isNumber() && Double.isFinite(kept.doubleValue()) ? kept.doubleValue() : usual;
  }

  private static <E extends Enum<E>> E name(JsonNode kept, E usual) {
    for (E one : usual.getDeclaringClass().getEnumConstants()) {
      if (one.name().equals(kept.asText())) {
        return one;
      }
    }
    return usual;
  }
}
