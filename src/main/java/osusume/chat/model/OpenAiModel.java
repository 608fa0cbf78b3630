package osusume.chat.model;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import osusume.chat.AssistantException;
import osusume.chat.model.ModelAnswer.Finish;
import osusume.progress.Progress;

/**
 * A model that is asked in OpenAI's protocol (Chat Completions), at OpenAI or anywhere else.
 * Nothing is loaded before the first question; {@link WarmUp#run()} does that ahead of time.
 *
 * <p>A question is put again once, and only where nothing of an answer came: after a failure of the
 * server, a connection that broke off, or a limit of requests that soon ends. Words a server does
 * not know are left out and the question is put anew.
 */
public final class OpenAiModel implements LanguageModel {
  /** How often one looks whether to stop while one waits to ask again, in milliseconds. */
  private static final long LOOK = 25;

  /** What a model near by is taken to have where its server does not tell. */
  static final int USUAL_CONTEXT = 8_192;

  private final ModelAddress address;
  private final String model;
  private final Optional<ApiKey> key;
  private final TimeLimits limits;
  private final OptionalInt context;
  private final ModelTroubles troubles;
  private final ModelClient client;
  private volatile Dialect dialect;

  /** Whether the server was asked how much its model takes, and did not tell. */
  private volatile boolean silent;

  private volatile boolean closed;

  /**
   * What was heard.
   *
   * @param streamed whether it came piece by piece
   */
  record Heard(ModelAnswer answer, boolean streamed) {}

  /**
   * @param model as the server names it
   * @param key empty: none is shown, as local servers have it
   */
  public OpenAiModel(ModelAddress address, String model, Optional<ApiKey> key, TimeLimits limits) {
    this(address, model, key, limits, OptionalInt.empty());
  }

  /**
   * @param context how many tokens a request may have, by the person's word; empty: a server near
   *     by is asked
   */
  public OpenAiModel(
      ModelAddress address,
      String model,
      Optional<ApiKey> key,
      TimeLimits limits,
      OptionalInt context) {
    this.address = address;
    this.model = model;
    this.key = key;
    this.limits = limits;
    this.context = context;
    this.troubles = new ModelTroubles(address, model, key);
    this.client = new ModelClient(address, key, limits);
    this.dialect = Dialect.of(address);
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public String address() {
    return address.host();
  }

  /** Asked each time: what Ollama has loaded may be loaded otherwise the next time. */
  @Override
  public OptionalInt contextTokens(Progress progress) {
    if (context.isPresent() || !address.isNear()) {
      return context;
    }
    return OptionalInt.of(toldContext(progress).orElse(USUAL_CONTEXT));
  }

  /** What the server says of it; empty where it is not near by, or does not say. */
  OptionalInt toldContext(Progress progress) {
    if (!address.isNear() || silent) {
      return OptionalInt.empty();
    }
    OptionalInt told = new ContextLookup(address, model, key).ask(() -> stopped(progress));
    // It is not asked before each answer again: its silence may have taken two seconds.
    silent = told.isEmpty() && !stopped(progress);
    return told;
  }

  @Override
  public ModelAnswer ask(ModelRequest request, Consumer<String> text, Progress progress)
      throws AssistantException {
    ModelAnswer answer = hear(request, text, progress).answer();
    return new ModelAnswer(
        answer.text(),
        answer.calls(),
        answer.finish(),
        answer.tokens().map(tokens -> ListPrices.priced(tokens, address, model)));
  }

  /** As {@link #ask}, and tells how it came. */
  Heard hear(ModelRequest request, Consumer<String> text, Progress progress)
      throws AssistantException {
    if (key.isPresent() && !address.mayCarryKey()) {
      throw troubles.keyInTheClear();
    }
    long end = System.nanoTime() + limits.whole().toNanos();
    // A conversation grows with each answer, so its length makes ids that do not come twice.
    String idPrefix = "call_" + request.messages().size();
    Set<String> offered =
        request.tools().stream().map(ModelRequest.Offer::name).collect(Collectors.toSet());
    Set<Dialect> tried = new HashSet<>();
    boolean again = false;
    while (true) {
      Dialect spoken = dialect;
      tried.add(spoken);
      Hearing hearing =
          new Hearing(limits, end, troubles, () -> stopped(progress), idPrefix, offered);
      try (AnswerPump pump =
          new AnswerPump(client, RequestWording.word(model, request, spoken), spoken)) {
        return new Heard(hearing.listen(pump, text), hearing.streamed());
      } catch (Hearing.FailedException e) {
        Throwable why = e.getCause();
        Optional<Dialect> other =
            ServerError.in(why).flatMap(spoken::after).filter(next -> !tried.contains(next));
        if (other.isPresent()) {
          dialect = other.get();
          continue;
        }
        Optional<Duration> pause = again ? Optional.empty() : PutAgain.after(why);
        if (pause.isEmpty()) {
          throw troubles.of(why);
        }
        again = true;
        if (!waits(pause.get(), progress)) {
          return new Heard(new AnswerDraft(idPrefix, Set.of()).soFar(Finish.STOPPED), false);
        }
      }
    }
  }

  private boolean waits(Duration pause, Progress progress) {
    long until = System.nanoTime() + pause.toNanos();
    while (System.nanoTime() < until) {
      if (stopped(progress)) {
        return false;
      }
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return true;
  }

  private boolean stopped(Progress progress) {
    return closed || progress.cancelled() || Thread.currentThread().isInterrupted();
  }

  /** Never with the key. */
  @Override
  public String toString() {
    String all = model + " at " + address.host();
    return key.map(secret -> secret.maskedIn(all)).orElse(all);
  }

  @Override
  public void close() {
    closed = true;
    client.close();
  }
}
