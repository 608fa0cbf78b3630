package osusume.app;

import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import osusume.chat.model.ApiKey;

/**
 * Where the key of a language model's account is found: the one of this run, then the environment,
 * then the operating system's key store, which is asked only when the others have none. No key is
 * written anywhere else. May be used from any thread but the JavaFX one, for a key store may block.
 */
public final class ApiKeys {
  public static final String VARIABLE = "OPENAI_API_KEY";

  private final UnaryOperator<String> environment;
  private final KeyStore store;
  private volatile ApiKey ofThisRun;

  /** What the store said; null: it was not asked, or did not answer. */
  private Optional<ApiKey> kept;

  /** Where a key comes from. */
  public enum Source {
    NONE,
    THIS_RUN,
    ENVIRONMENT,
    KEY_STORE
  }

  /**
   * What there is to say of the key.
   *
   * @param trouble why the key store does not serve, as a sentence; empty: it does, or was not
   *     asked
   */
  public record State(Source source, Optional<String> trouble) {}

  private record Found(Source source, Optional<ApiKey> key, Optional<String> trouble) {}

  /** Those of this process and this computer. */
  public static ApiKeys ofSystem() {
    return new ApiKeys(System::getenv, new SystemKeyStore());
  }

  ApiKeys(UnaryOperator<String> environment, KeyStore store) {
    this.environment = environment;
    this.store = store;
  }

  /**
   * The key to show.
   *
   * @throws IllegalArgumentException if the one in the environment can't be one; worded for a
   *     person
   */
  public Optional<ApiKey> find() {
    return found().key();
  }

  /** Whether a key is at hand that needs no key store; waits for nobody. */
  boolean likely() {
    String text = environment.apply(VARIABLE);
    return text != null && !text.isBlank() || ofThisRun != null;
  }

  /** The key in the environment, if that is where the key is. */
  Optional<ApiKey> inEnvironment() {
    String text = environment.apply(VARIABLE);
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ApiKey.of(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(VARIABLE + " can't be used. " + e.getMessage(), e);
    }
  }

  /** Where the key is; asks the key store if need be. */
  public State state() {
    Found found;
    try {
      found = found();
    } catch (IllegalArgumentException e) {
      return new State(Source.NONE, Optional.of(e.getMessage()));
    }
    return new State(found.source(), found.trouble());
  }

  private synchronized Found found() {
    if (ofThisRun != null) {
      return new Found(Source.THIS_RUN, Optional.of(ofThisRun), Optional.empty());
    }
    Optional<ApiKey> given = inEnvironment();
    if (given.isPresent()) {
      return new Found(Source.ENVIRONMENT, given, Optional.empty());
    }
    if (kept == null) {
      try {
        kept = store.read();
      } catch (IOException e) {
        return new Found(Source.NONE, Optional.empty(), Optional.of(e.getMessage()));
      }
    }
    return new Found(kept.isPresent() ? Source.KEY_STORE : Source.NONE, kept, Optional.empty());
  }

  /**
   * Keeps a key in the key store; where that does not work, for this run of the program alone.
   *
   * @return where it is, and why it is not in the key store
   */
  public synchronized State keep(ApiKey key) {
    try {
      store.write(key);
    } catch (IOException e) {
      ofThisRun = key;
      return new State(Source.THIS_RUN, Optional.of(e.getMessage()));
    }
    kept = Optional.of(key);
    ofThisRun = inEnvironmentIs(key) ? null : given().map(_ -> key).orElse(null);
    return state();
  }

  /** What was given last counts, so a key that is kept goes before another in the environment. */
  private boolean inEnvironmentIs(ApiKey key) {
    return given().filter(other -> other.reveal().equals(key.reveal())).isPresent();
  }

  private Optional<ApiKey> given() {
    try {
      return inEnvironment();
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  /** Uses a key as long as the program runs, and keeps it nowhere. */
  public synchronized State useNow(ApiKey key) {
    ofThisRun = key;
    return new State(Source.THIS_RUN, Optional.empty());
  }

  /**
   * Forgets the key of this run and that of the key store; one in the environment stays.
   *
   * @throws IOException if the key store may have it still; worded for a person
   */
  public synchronized State forget() throws IOException {
    ofThisRun = null;
    if (kept == null || kept.isPresent()) {
      kept = null;
      store.delete();
      kept = Optional.empty();
    }
    return state();
  }
}
