package osusume.app;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import osusume.chat.model.ApiKey;

/** A key store that does as a test says: there or not, slow, failing, locked. */
public final class FakeKeyStore implements KeyStore {
  public volatile Optional<ApiKey> kept = Optional.empty();

  /** What it fails with; empty: it works. */
  public volatile String fails = "";

  /** Whoever asks waits for it; null: nobody does. */
  public volatile CountDownLatch opens;

  public volatile int reads;

  private final Map<String, String> environment = new ConcurrentHashMap<>();

  private void pass(CountDownLatch gate) throws IOException {
    if (gate != null) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IOException("Interrupted.", e);
      }
    }
    if (!fails.isEmpty()) {
      throw new IOException(fails);
    }
  }

  @Override
  public Optional<ApiKey> read() throws IOException {
    Optional<ApiKey> found = kept;
    // Before it is told that somebody asks: a test may take the gate away then.
    CountDownLatch gate = opens;
    reads++;
    pass(gate);
    return found;
  }

  @Override
  public void write(ApiKey key) throws IOException {
    pass(opens);
    kept = Optional.of(key);
  }

  @Override
  public void delete() throws IOException {
    pass(opens);
    kept = Optional.empty();
  }

  /** Sets a variable of the environment that goes with it. */
  public FakeKeyStore with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public ApiKeys keys() {
    return new ApiKeys(environment::get, this);
  }

  /** Assistants that look here and at no environment of the machine. */
  public Assistants assistants() {
    return new Assistants(environment::get, keys());
  }
}
