package osusume.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.Harmless;
import osusume.chat.agent.AgentAssistant;
import osusume.chat.agent.Limits;
import osusume.chat.model.ApiKey;
import osusume.chat.model.ConnectionReport;
import osusume.chat.model.KeyShape;
import osusume.chat.model.ModelAddress;
import osusume.chat.model.ModelServer;
import osusume.chat.model.OpenAiModel;
import osusume.chat.model.TimeLimits;
import osusume.chat.offline.OfflineAssistant;
import osusume.progress.Progress;

/**
 * Makes the assistants there are, from what was asked for, the environment and the settings, in
 * this order. None takes another's place: where one can't be made, it is said why.
 */
public final class Assistants {
  public static final String ADDRESS_VARIABLE = "OPENAI_BASE_URL";

  private final UnaryOperator<String> environment;
  private final ApiKeys keys;

  /** By the environment of this process. */
  public Assistants(ApiKeys keys) {
    this(System::getenv, keys);
  }

  Assistants(UnaryOperator<String> environment, ApiKeys keys) {
    this.environment = environment;
    this.keys = keys;
  }

  /**
   * Which assistant is meant: the one that was named, here or in the settings; else OpenAI where
   * there is a key that can be one, the local one where there is only an address, and without
   * either the offline one. May ask the key store.
   */
  public AssistantKind kind(AssistantWish wish, ChatSettings settings) {
    return wish.kind()
        .or(settings::assistant)
        .orElseGet(() -> setUp(hasKey(), localAddress(wish, settings)));
  }

  /**
   * The same for a program that nobody watches: the key store, which may wait for a person, is not
   * asked, and nothing of the window's settings counts.
   */
  public AssistantKind kindUnwatched(AssistantWish wish) {
    return wish.kind()
        .orElseGet(
            () ->
                setUp(
                    keys.usableInEnvironment().isPresent(),
                    localAddress(wish, ChatSettings.DEFAULT)));
  }

  private static AssistantKind setUp(boolean hasKey, Optional<String> address) {
    if (hasKey) {
      return AssistantKind.OPENAI;
    }
    return address.isPresent() ? AssistantKind.LOCAL : AssistantKind.OFFLINE;
  }

  /** Whoever named nobody is not to be kept from the offline one by a key that can't be one. */
  private boolean hasKey() {
    try {
      return keys.find().isPresent();
    } catch (IllegalArgumentException unusable) {
      return false;
    }
  }

  /**
   * Why a key in the environment does not count, where nobody was named, as a sentence without it:
   * who set one expects OpenAI to answer.
   */
  public Optional<String> passedOver(AssistantWish wish, ChatSettings settings) {
    if (wish.kind().or(settings::assistant).isPresent()) {
      return Optional.empty();
    }
    try {
      keys.inEnvironment();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage() + " It is passed over.");
    }
  }

  /** What {@link #kind} will most likely say, told at once: the key store is not asked. */
  public AssistantKind likely(ChatSettings settings) {
    return settings
        .assistant()
        .orElseGet(() -> setUp(keys.likely(), localAddress(AssistantWish.ANY, settings)));
  }

  /** Whether it is known where a local model is asked. */
  public boolean hasAddress(ChatSettings settings) {
    return localAddress(AssistantWish.ANY, settings).isPresent();
  }

  /**
   * Where the environment says that models are asked, which goes before what the settings say.
   *
   * @throws IllegalArgumentException if no model can be asked there; worded for a person
   */
  public Optional<ModelAddress> addressOfEnvironment() {
    return addressInEnvironment().map(ModelAddress::parse);
  }

  /** Where the keys are. */
  public ApiKeys keys() {
    return keys;
  }

  /** How a model is asked; without a name, the first there is. */
  private record Way(
      String name,
      ModelAddress address,
      Optional<ApiKey> key,
      Optional<String> model,
      OptionalInt context) {
    ModelServer server() {
      return new ModelServer(address, key, TimeLimits.at(address));
    }
  }

  /**
   * Makes an assistant; blocks, for a key may have to be fetched, or a server asked for its models.
   *
   * @throws AssistantException if it can't be asked, and why
   */
  public Assistant open(AssistantWish wish, ChatSettings settings, Progress progress)
      throws AssistantException {
    AssistantKind kind = kind(wish, settings);
    if (kind == AssistantKind.OFFLINE) {
      return new OfflineAssistant();
    }
    requireNoKey(wish.model());
    Way way = way(kind, wish, settings);
    String model = way.model().isPresent() ? way.model().get() : firstModel(way, progress);
    return assistant(way, model);
  }

  /**
   * Tries how an assistant would be asked; blocks for as long as its server takes, unless it is
   * stopped.
   *
   * @param kind not the offline one, which there is nothing to be tried of
   * @throws AssistantException if it can't be asked, and why
   * @throws osusume.progress.CancelledException if it was stopped
   */
  public ConnectionReport test(AssistantKind kind, ChatSettings settings, Progress progress)
      throws AssistantException {
    Way way = way(kind, AssistantWish.of(kind), settings);
    progress.check();
    return way.server().test(way.model(), way.context(), progress);
  }

  private Way way(AssistantKind kind, AssistantWish wish, ChatSettings settings)
      throws AssistantException {
    return switch (kind) {
      case OPENAI -> openAi(wish, settings);
      case LOCAL -> local(wish, settings);
      case OFFLINE -> throw new IllegalArgumentException("The offline assistant is nowhere.");
    };
  }

  private Way openAi(AssistantWish wish, ChatSettings settings) throws AssistantException {
    Optional<String> elsewhere = wish.baseUrl().or(this::addressInEnvironment);
    ModelAddress address = elsewhere.isPresent() ? parsed(elsewhere.get()) : ModelAddress.OPENAI;
    Optional<ApiKey> key = usable(keys::find);
    if (key.isEmpty() && address.equals(ModelAddress.OPENAI)) {
      throw new AssistantException(
          Trouble.NO_KEY,
          ("There is no key for OpenAI. Set %s, give a key in the settings of the window, or ask the"
                  + " local or the offline assistant.")
              .formatted(ApiKeys.VARIABLE));
    }
    String model = wish.model().filter(name -> !name.isBlank()).orElse(settings.openAiModel());
    return new Way("OpenAI", address, key, Optional.of(model), wish.context());
  }

  private Way local(AssistantWish wish, ChatSettings settings) throws AssistantException {
    String text =
        localAddress(wish, settings)
            .orElseThrow(
                () ->
                    new AssistantException(
                        Trouble.NO_NETWORK,
                        "It is not known where the local model is asked. Say --base-url URL, set %s, or give an address in the settings of the window."
                            .formatted(ADDRESS_VARIABLE)));
    // The key in the environment is for the address beside it, and for no other.
    Optional<ApiKey> key =
        addressInEnvironment().filter(text::equals).isPresent()
            ? usable(keys::inEnvironment)
            : Optional.empty();
    Optional<String> named =
        wish.model().or(() -> Optional.of(settings.localModel())).filter(name -> !name.isBlank());
    OptionalInt context =
        wish.context().isPresent() || settings.localContext() == 0
            ? wish.context()
            : OptionalInt.of(settings.localContext());
    return new Way("Local", parsed(text), key, named, context);
  }

  private static String firstModel(Way way, Progress progress) throws AssistantException {
    List<String> models =
        new ModelServer(way.address(), way.key(), TimeLimits.SERVICE).models(progress);
    if (models.isEmpty()) {
      throw new AssistantException(
          Trouble.UNKNOWN_MODEL, way.address().host() + " has no models. Load one there first.");
    }
    return models.getFirst();
  }

  /** It would be shown, logged and kept as the name of who answered. */
  private static void requireNoKey(Optional<String> model) throws AssistantException {
    if (model.filter(KeyShape::in).isPresent()) {
      throw new AssistantException(
          Trouble.UNKNOWN_MODEL,
          "What was given as the model looks like a key. Give the name of a model there, and the key as %s."
              .formatted(ApiKeys.VARIABLE));
    }
  }

  private static Assistant assistant(Way way, String model) {
    // A server may have named it.
    String shown = Harmless.line(way.key().map(secret -> secret.maskedIn(model)).orElse(model));
    return new AgentAssistant(
        "%s (%s)".formatted(way.name(), shown),
        new OpenAiModel(
            way.address(), model, way.key(), TimeLimits.at(way.address()), way.context()),
        way.context().isPresent()
            ? Limits.DEFAULT.withContext(way.context().getAsInt())
            : Limits.DEFAULT);
  }

  private Optional<String> localAddress(AssistantWish wish, ChatSettings settings) {
    return Stream.of(wish.baseUrl(), addressInEnvironment(), Optional.of(settings.localAddress()))
        .flatMap(Optional::stream)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private Optional<String> addressInEnvironment() {
    return Optional.ofNullable(environment.apply(ADDRESS_VARIABLE)).filter(text -> !text.isBlank());
  }

  /** Something a person gave that may make no sense. */
  @FunctionalInterface
  private interface Given<T> {
    T get();
  }

  private static <T> T usable(Given<T> given) throws AssistantException {
    try {
      return given.get();
    } catch (IllegalArgumentException e) {
      throw new AssistantException(Trouble.WRONG_KEY, e.getMessage());
    }
  }

  private static ModelAddress parsed(String text) throws AssistantException {
    try {
      return ModelAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new AssistantException(Trouble.NO_NETWORK, e.getMessage());
    }
  }
}
