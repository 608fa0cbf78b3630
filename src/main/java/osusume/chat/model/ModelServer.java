package osusume.chat.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openai.core.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.model.ConnectionReport.Finding;
import osusume.json.Json;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/**
 * A server of language models that is looked at before it is used: which models it has, and whether
 * one of them answers, streams and uses tools. Two tiny questions are asked for that.
 */
public final class ModelServer {
  private static final long LOOK = 25;
  private static final int LONGEST = 4_000_000;

  /** Enough for a word, also of a model that thinks first. */
  private static final int FEW_TOKENS = 300;

  private static final String TOOL = "look_up_word";

  private final ModelAddress address;
  private final Optional<ApiKey> key;
  private final TimeLimits limits;

  public ModelServer(ModelAddress address, Optional<ApiKey> key, TimeLimits limits) {
    this.address = address;
    this.key = key;
    this.limits = limits;
  }

  /**
   * The names of its models, in its order.
   *
   * @throws AssistantException if it does not say
   * @throws CancelledException if it was stopped
   */
  public List<String> models(Progress progress) throws AssistantException {
    ModelTroubles troubles = new ModelTroubles(address, "", key);
    if (key.isPresent() && !address.mayCarryKey()) {
      throw troubles.keyInTheClear();
    }
    try (ModelClient client = new ModelClient(address, key, limits)) {
      FutureTask<List<String>> task = new FutureTask<>(() -> list(client));
      Thread thread = Thread.ofVirtual().name("list of models").start(task);
      long end = System.nanoTime() + limits.first().toNanos();
      try {
        while (true) {
          progress.check();
          if (System.nanoTime() > end) {
            throw troubles.silent(limits.first());
          }
          try {
            return task.get(LOOK, TimeUnit.MILLISECONDS);
          } catch (TimeoutException e) {
            // Looks again whether it shall go on.
          }
        }
      } catch (ExecutionException e) {
        throw troubles.of(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      } finally {
        thread.interrupt();
      }
    }
  }

  private static List<String> list(ModelClient client) throws IOException {
    // Read by hand: servers leave out fields of a model that the library wants.
    try (HttpResponse response = client.get().models().withRawResponse().list()) {
      byte[] body = response.body().readNBytes(LONGEST);
      JsonNode models;
      try {
        models = Json.mapper().readTree(new String(body, StandardCharsets.UTF_8));
      } catch (JsonProcessingException e) {
        throw new NotTheProtocolException("answered with something that is no JSON");
      }
      if (!models.path("data").isArray()) {
        throw new NotTheProtocolException("lists no models");
      }
      List<String> names = new ArrayList<>();
      models.path("data").forEach(model -> names.add(model.path("id").asText()));
      names.removeIf(String::isEmpty);
      return names;
    }
  }

  /**
   * Tests the connection.
   *
   * @param model which model to try; empty: the first there is
   * @param context how much it takes at once, by the person's word; empty: its server is asked
   * @throws AssistantException if the server can't be reached or takes no question from here
   * @throws CancelledException if it was stopped
   */
  public ConnectionReport test(Optional<String> model, OptionalInt context, Progress progress)
      throws AssistantException {
    progress.report(Double.NaN, "asking " + address.host() + " for its models");
    List<String> models = List.of();
    Finding listing;
    try {
      models = models(progress);
      listing = listing(models, model);
    } catch (AssistantException e) {
      // Some servers have a chat and no list; whatever else is wrong stands in the way of both.
      if (model.isEmpty() || e.trouble() != Trouble.NOT_THE_PROTOCOL) {
        throw e;
      }
      listing = new Finding(false, address.host() + " does not list its models.");
    }
    Optional<String> tried = model.or(models.stream()::findFirst);
    if (tried.isEmpty()) {
      Finding untried = new Finding(false, "Not tried: there is no model.");
      return new ConnectionReport(models, "", listing, untried, untried, untried, Optional.empty());
    }
    try (OpenAiModel asked = new OpenAiModel(address, tried.get(), key, limits)) {
      return tried(asked, models, listing, context, progress);
    }
  }

  private Finding listing(List<String> models, Optional<String> model) {
    if (models.isEmpty()) {
      return new Finding(false, address.host() + " has no models. Load one there first.");
    }
    // Ollama lists a model as "name:latest" and takes it as "name".
    boolean there =
        model.isEmpty() || models.contains(model.get()) || models.contains(model.get() + ":latest");
    String have = models.size() == 1 ? "one model" : "%,d models".formatted(models.size());
    return there
        ? new Finding(true, "%s has %s.".formatted(address.host(), have))
        : new Finding(
            false,
            "%s has %s, but lists none named \"%s\".".formatted(address.host(), have, model.get()));
  }

  private static ConnectionReport tried(
      OpenAiModel model, List<String> models, Finding listing, OptionalInt set, Progress progress)
      throws AssistantException {
    String name = model.model();
    progress.report(Double.NaN, "asking " + name + " for a word");
    List<Message> hello = List.of(new Message.Said("Answer with one word: hello."));
    OpenAiModel.Heard heard;
    try {
      heard = model.hear(new ModelRequest(hello, List.of(), FEW_TOKENS), text -> {}, progress);
    } catch (AssistantException e) {
      if (e.trouble() != Trouble.UNKNOWN_MODEL && e.trouble() != Trouble.SERVER) {
        throw e;
      }
      Finding untried = new Finding(false, "Not tried: the model did not answer.");
      Finding silent = new Finding(false, e.getMessage());
      return new ConnectionReport(
          models, name, listing, silent, untried, untried, Optional.empty());
    }
    progress.check();
    Finding chat = new Finding(true, "\"%s\" answers.".formatted(name));
    Finding streaming =
        heard.streamed()
            ? new Finding(true, "Its text comes word by word.")
            : new Finding(false, "Its text comes all at once, when it is whole.");
    progress.report(Double.NaN, "offering a tool to " + name);
    Finding tools = tools(model, progress);
    progress.check();
    return new ConnectionReport(
        models, name, listing, chat, streaming, tools, context(model, set, progress));
  }

  private static Optional<Finding> context(OpenAiModel model, OptionalInt set, Progress progress) {
    if (set.isPresent()) {
      return Optional.of(
          new Finding(
              true, "It is sent %,d tokens at most, as you set it.".formatted(set.getAsInt())));
    }
    OptionalInt told = model.toldContext(progress);
    OptionalInt taken = model.contextTokens(progress);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        told.isPresent()
            ? new Finding(
                true, "It takes %,d tokens at once, its server says.".formatted(told.getAsInt()))
            : new Finding(
                true,
                "Its server does not say how much it takes at once; %,d tokens are taken for it."
                    .formatted(taken.getAsInt())));
  }

  private static Finding tools(OpenAiModel model, Progress progress) {
    ObjectNode schema = Json.mapper().createObjectNode().put("type", "object");
    schema.putObject("properties").putObject("word").put("type", "string");
    schema.putArray("required").add("word");
    schema.put("additionalProperties", false);
    ModelRequest request =
        new ModelRequest(
            List.of(new Message.Said("Call the tool %s with the word \"cat\".".formatted(TOOL))),
            List.of(new ModelRequest.Offer(TOOL, "Looks a word up.", schema)),
            FEW_TOKENS);
    try {
      boolean called =
          model.ask(request, text -> {}, progress).calls().stream()
              .anyMatch(call -> call.name().equals(TOOL) && holdsWord(call.arguments()));
      return called
          ? new Finding(true, "It uses tools.")
          : new Finding(
              false,
              "It did not use the tool that it was offered: choose another model, or the simple"
                  + " way of asking.");
    } catch (AssistantException e) {
      return new Finding(false, e.getMessage());
    }
  }

  private static boolean holdsWord(String arguments) {
    try {
      return Json.mapper().readTree(arguments).path("word").isTextual();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
