package osusume.app;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import osusume.chat.model.ApiKey;

/**
 * The operating system's key store: Secret Service or KWallet, the keychain of macOS, the
 * credentials of Windows. It may wait for a person to unlock it or hang for good, so it is asked on
 * a thread that can be left behind.
 */
final class SystemKeyStore implements KeyStore {
  /** Long enough to type the password of a store that is locked. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String SERVICE = "Osusume";
  private static final String ACCOUNT = "OpenAI API key";

  /** Held, so that their level stays: they tell of each step, and of stores they did not find. */
  private static final Logger[] TALKATIVE = {
    Logger.getLogger("com.github.javakeyring"),
    Logger.getLogger("de.swiesend.secretservice"),
    Logger.getLogger("org.freedesktop.dbus"),
  };

  private static final Object ONE_AT_A_TIME = new Object();

  /** What is asked of the store. */
  @FunctionalInterface
  private interface Wish<T> {
    T of(Keyring store) throws PasswordAccessException;
  }

  @Override
  public Optional<ApiKey> read() throws IOException {
    return ask(SystemKeyStore::kept);
  }

  /** A store that has none, and one that was not unlocked, say so in the same way. */
  private static Optional<ApiKey> kept(Keyring store) {
    try {
      String text = store.getPassword(SERVICE, ACCOUNT);
      return text == null || text.isBlank() ? Optional.empty() : Optional.of(ApiKey.of(text));
    } catch (PasswordAccessException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  @Override
  public void write(ApiKey key) throws IOException {
    ask(
        store -> {
          store.setPassword(SERVICE, ACCOUNT, key.reveal());
          // A store that is locked may take it and keep nothing.
          if (!store.getPassword(SERVICE, ACCOUNT).equals(key.reveal())) {
            throw new PasswordAccessException("It was not kept.");
          }
          return null;
        });
  }

  @Override
  public void delete() throws IOException {
    ask(
        store -> {
          if (kept(store).isPresent()) {
            store.deletePassword(SERVICE, ACCOUNT);
          }
          return null;
        });
  }

  private static <T> T ask(Wish<T> wish) throws IOException {
    for (Logger talkative : TALKATIVE) {
      talkative.setLevel(Level.OFF);
    }
    Callable<T> work =
        () -> {
          synchronized (ONE_AT_A_TIME) {
            Keyring store = Keyring.create();
            try {
              return wish.of(store);
            } finally {
              store.close();
            }
          }
        };
    var task = new FutureTask<>(work);
    Thread thread = Thread.ofPlatform().daemon().name("osusume-key-store").start(task);
    try {
      return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new IOException(
          "The key store of this computer did not answer for %d seconds."
              .formatted(PATIENCE.toSeconds()),
          e);
    } catch (ExecutionException e) {
      throw new IOException(sentence(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread.interrupt();
      throw new IOException("The key store of this computer was not waited for.", e);
    }
  }

  private static String sentence(Throwable why) {
    return why instanceof BackendNotSupportedException
        ? "This computer has no key store that answers."
        : "The key store of this computer did not do it: it may be locked.";
  }
}
