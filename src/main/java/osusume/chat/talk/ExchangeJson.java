package osusume.chat.talk;

import static osusume.chat.talk.ConversationJson.array;
import static osusume.chat.talk.ConversationJson.damaged;
import static osusume.chat.talk.ConversationJson.flag;
import static osusume.chat.talk.ConversationJson.instant;
import static osusume.chat.talk.ConversationJson.number;
import static osusume.chat.talk.ConversationJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import osusume.chat.Exchange;
import osusume.chat.NamedTitle;
import osusume.chat.Reply;
import osusume.chat.Step;
import osusume.chat.Tokens;
import osusume.json.Json;

/** One exchange of a conversation as JSON; a field that is not there is an empty value. */
final class ExchangeJson {
  private ExchangeJson() {}

  static ObjectNode node(Exchange exchange) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("at", exchange.at().toString());
    exchange.userId().ifPresent(id -> node.put("user_id", id));
    node.put("said", exchange.said());
    exchange.reply().ifPresent(reply -> node.set("reply", node(reply)));
    exchange.trouble().ifPresent(sentence -> node.put("trouble", sentence));
    return node;
  }

  private static ObjectNode node(Reply reply) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("assistant", reply.assistant());
    node.put("text", reply.text());
    node.put("ending", reply.ending().name().toLowerCase(Locale.ROOT));
    ArrayNode steps = node.putArray("steps");
    reply.steps().forEach(step -> steps.add(node(step)));
    ArrayNode titles = node.putArray("titles");
    reply.titles().forEach(title -> titles.add(node(title)));
    ArrayNode notes = node.putArray("notes");
    reply.notes().forEach(notes::add);
    reply
        .tokens()
        .ifPresent(
            tokens -> {
              ObjectNode took =
                  node.putObject("tokens")
                      .put("in", tokens.in())
                      .put("out", tokens.out())
                      .put("exact", tokens.exact());
              tokens.dollars().ifPresent(dollars -> took.put("dollars", dollars));
            });
    return node;
  }

  private static ObjectNode node(Step step) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("tool", step.tool());
    node.put("arguments", step.arguments());
    node.put("summary", step.summary());
    ArrayNode ids = node.putArray("anime_ids");
    step.animeIds().forEach(ids::add);
    node.put("failed", step.failed());
    return node;
  }

  private static ObjectNode node(NamedTitle title) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("from", title.from());
    node.put("to", title.to());
    node.put("said", title.said());
    title.animeId().ifPresent(id -> node.put("anime_id", id));
    node.put("known", title.known());
    return node;
  }

  static Exchange exchange(JsonNode node) throws DamagedConversationException {
    return new Exchange(
        instant(node.get("at")),
        optionalNumber(node.get("user_id")),
        text(node.get("said")),
        node.has("reply") ? Optional.of(reply(node.get("reply"))) : Optional.empty(),
        node.has("trouble") ? Optional.of(text(node.get("trouble"))) : Optional.empty());
  }

  private static Reply reply(JsonNode node) throws DamagedConversationException {
    String text = text(node.get("text"));
    List<Step> steps = new ArrayList<>();
    for (JsonNode step : array(node.get("steps"))) {
      steps.add(step(step));
    }
    List<NamedTitle> titles = new ArrayList<>();
    for (JsonNode title : array(node.get("titles"))) {
      titles.add(title(title, text.length()));
    }
    List<String> notes = new ArrayList<>();
    for (JsonNode note : array(node.get("notes"))) {
      notes.add(text(note));
    }
    return new Reply(
        text(node.get("assistant")),
        text,
        ending(text(node.get("ending"))),
        steps,
        titles,
        notes,
        node.has("tokens") ? Optional.of(tokens(node.get("tokens"))) : Optional.empty());
  }

  private static Reply.Ending ending(String name) throws DamagedConversationException {
    for (Reply.Ending ending : Reply.Ending.values()) {
      if (ending.name().toLowerCase(Locale.ROOT).equals(name)) {
        return ending;
      }
    }
    throw damaged();
  }

  private static Step step(JsonNode node) throws DamagedConversationException {
    List<Integer> ids = new ArrayList<>();
    for (JsonNode id : array(node.get("anime_ids"))) {
      ids.add(number(id));
    }
    return new Step(
        text(node.get("tool")),
        text(node.get("arguments")),
        text(node.get("summary")),
        ids,
        flag(node.get("failed")));
  }

  private static NamedTitle title(JsonNode node, int length) throws DamagedConversationException {
    int from = number(node.get("from"));
    int to = number(node.get("to"));
    if (from < 0 || to < from || to > length) {
      throw damaged();
    }
    return new NamedTitle(
        from,
        to,
        text(node.get("said")),
        optionalNumber(node.get("anime_id")),
        flag(node.get("known")));
  }

  private static Tokens tokens(JsonNode node) throws DamagedConversationException {
    Tokens tokens =
        new Tokens(count(node.get("in")), count(node.get("out")), flag(node.get("exact")));
    JsonNode dollars = node.get("dollars");
    if (dollars == null) {
      return tokens;
    }
    if (!dollars.isNumber() || !(dollars.doubleValue() >= 0) || dollars.doubleValue() > 1e9) {
      throw damaged();
    }
    return tokens.costing(dollars.doubleValue());
  }

  private static long count(JsonNode node) throws DamagedConversationException {
    if (node == null || !node.isIntegralNumber() || !node.canConvertToLong()) {
      throw damaged();
    }
    return node.longValue();
  }

  private static OptionalInt optionalNumber(JsonNode node) throws DamagedConversationException {
    return node == null ? OptionalInt.empty() : OptionalInt.of(number(node));
  }
}
