package osusume.app;

import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import osusume.chat.model.ApiKey;

/**
 * Where the key of a language model's account is found: the one of this run, then the environment,
 * then the operating system's key store, which is asked only when the others have none. No key is
 * written anywhere else. May be used from any thread but the JavaFX one, for a key store may block;
 * while it does, nobody else waits for it.
 */
public final class ApiKeys {
  public static final String VARIABLE = "OPENAI_API_KEY";

  private final UnaryOperator<String> environment;
  private final KeyStore store;

  /** null: none was given for this run. */
  private ApiKey ofThisRun;

  /** What the store was seen to hold; where it held none it is asked again, for it may open. */
  private Optional<ApiKey> kept = Optional.empty();

  /** Grows with each change, so that what the store said before one is not taken for news. */
  private long changes;

  /** Where a key comes from. */
  public enum Source {
    NONE,
    THIS_RUN,
    ENVIRONMENT,
    KEY_STORE,
    /** Kept in this run; at the next start the one of the environment goes before it again. */
    KEY_STORE_UNTIL_NEXT_START
  }

  /**
   * What there is to say of the key.
   *
   * @param trouble why the key store does not serve, or the key of the environment can't be used,
   *     as a sentence; empty: neither is so, or the store was not asked
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
   * @throws IllegalArgumentException if there is only one in the environment that can't be one;
   *     worded for a person
   */
  public Optional<ApiKey> find() {
    Found found = found();
    if (found.key().isEmpty()) {
      // Says why, where the environment has one that is none.
      inEnvironment();
    }
    return found.key();
  }

  /** Whether a key is at hand that needs no key store; waits for nobody. */
  synchronized boolean likely() {
    return ofThisRun != null || kept.isPresent() || usableInEnvironment().isPresent();
  }

  /**
   * The key in the environment, if one is there.
   *
   * @throws IllegalArgumentException if it can't be one; worded for a person
   */
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

  /** The same, where one that can't be used is none. */
  Optional<ApiKey> usableInEnvironment() {
    try {
      return inEnvironment();
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  /** Where the key is; asks the key store if need be. */
  public State state() {
    Found found = found();
    return new State(found.source(), found.trouble());
  }

  private Found found() {
    Optional<ApiKey> seen;
    long before;
    synchronized (this) {
      if (ofThisRun != null) {
        boolean alsoKept = kept.filter(key -> same(key, ofThisRun)).isPresent();
        return new Found(
            alsoKept ? Source.KEY_STORE_UNTIL_NEXT_START : Source.THIS_RUN,
            Optional.of(ofThisRun),
            Optional.empty());
      }
      seen = kept;
      before = changes;
    }
    Optional<String> trouble = Optional.empty();
    try {
      Optional<ApiKey> given = inEnvironment();
      if (given.isPresent()) {
        return new Found(Source.ENVIRONMENT, given, trouble);
      }
    } catch (IllegalArgumentException e) {
      trouble = Optional.of(e.getMessage());
    }
    if (seen.isPresent()) {
      return new Found(Source.KEY_STORE, seen, trouble);
    }
    try {
      seen = store.read();
    } catch (IOException e) {
      trouble = trouble.or(() -> Optional.of(e.getMessage()));
    }
    synchronized (this) {
      if (changes == before) {
        kept = seen;
        return new Found(seen.isPresent() ? Source.KEY_STORE : Source.NONE, seen, trouble);
      }
    }
    return found();
  }

  private static boolean same(ApiKey one, ApiKey other) {
    return one.reveal().equals(other.reveal());
  }

  /**
   * Keeps a key in the key store; where that does not work, for this run of the program alone. What
   * was given last counts, so a key that is kept goes before another in the environment until the
   * program ends.
   *
   * @return where it is, and why it is not in the key store
   */
  public State keep(ApiKey key) {
    try {
      store.write(key);
    } catch (IOException e) {
      useNow(key);
      return new State(Source.THIS_RUN, Optional.of(e.getMessage()));
    }
    boolean another = usableInEnvironment().filter(given -> !same(given, key)).isPresent();
    synchronized (this) {
      changes++;
      kept = Optional.of(key);
      ofThisRun = another ? key : null;
    }
    return state();
  }

  /** Uses a key as long as the program runs, and keeps it nowhere. */
  public synchronized State useNow(ApiKey key) {
    changes++;
    ofThisRun = key;
    return new State(Source.THIS_RUN, Optional.empty());
  }

  /**
   * Forgets the key of this run and that of the key store; one in the environment stays.
   *
   * @return where a key is now; the key store with a trouble if it may have it still
   */
  public State forget() {
    synchronized (this) {
      changes++;
      ofThisRun = null;
      kept = Optional.empty();
    }
    try {
      store.delete();
    } catch (IOException e) {
      return new State(Source.KEY_STORE, Optional.of(e.getMessage()));
    }
    synchronized (this) {
      // Somebody who asked the store before it was emptied shall not bring the key back.
      changes++;
      kept = Optional.empty();
    }
    return state();
  }
}
