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
import java.util.concurrent.locks.ReentrantLock;
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

  private static final String ACCOUNT = "OpenAI API key";

  /** Held, so that their level stays: they tell of each step, and of stores they did not find. */
  private static final Logger[] TALKATIVE = {
    Logger.getLogger("com.github.javakeyring"),
    Logger.getLogger("org.freedesktop.secret"),
    Logger.getLogger("org.freedesktop.dbus"),
  };

  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private final String service;

  SystemKeyStore() {
    this("Osusume");
  }

  /**
   * @param service under which name the key is kept
   */
  SystemKeyStore(String service) {
    this.service = service;
  }

  /** What is asked of the store. */
  @FunctionalInterface
  private interface Wish<T> {
    T of(Keyring store) throws PasswordAccessException, UnusableException;
  }

  @Override
  public Optional<ApiKey> read() throws IOException {
    return ask(this::kept);
  }

  private Optional<ApiKey> kept(Keyring store) throws UnusableException {
    String text;
    try {
      text = store.getPassword(service, ACCOUNT);
    } catch (PasswordAccessException none) {
      // A store that has none says so in this way.
      return Optional.empty();
    }
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ApiKey.of(text));
    } catch (IllegalArgumentException e) {
      throw new UnusableException(e);
    }
  }

  /** What is kept is no key. */
  private static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(IllegalArgumentException why) {
      super("What the key store of this computer has is no key. " + why.getMessage());
    }
  }

  @Override
  public void write(ApiKey key) throws IOException {
    ask(
        store -> {
          store.setPassword(service, ACCOUNT, key.reveal());
          // A store that is locked may take it and keep nothing.
          if (!store.getPassword(service, ACCOUNT).equals(key.reveal())) {
            throw new PasswordAccessException("It was not kept.");
          }
          return null;
        });
  }

  @Override
  public void delete() throws IOException {
    try {
      ask(
          store -> {
            if (holdsOne(store)) {
              store.deletePassword(service, ACCOUNT);
            }
            return null;
          });
    } catch (IOException e) {
      if (!(e.getCause() instanceof BackendNotSupportedException)) {
        throw e;
      }
    }
  }

  private boolean holdsOne(Keyring store) {
    try {
      return kept(store).isPresent();
    } catch (UnusableException odd) {
      return true;
    }
  }

  private static <T> T ask(Wish<T> wish) throws IOException {
    for (Logger talkative : TALKATIVE) {
      talkative.setLevel(Level.OFF);
    }
    Callable<T> work =
        () -> {
          // Who gave up waiting is interrupted: a wish nobody waits for is not carried out later.
          ONE_AT_A_TIME.lockInterruptibly();
          try {
            Keyring store = Keyring.create();
            try {
              return wish.of(store);
            } finally {
              store.close();
            }
          } finally {
            ONE_AT_A_TIME.unlock();
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
    return switch (why) {
      case BackendNotSupportedException _ -> "This computer has no key store that answers.";
      case UnusableException odd -> odd.getMessage();
      default -> "The key store of this computer did not do it: it may be locked.";
    };
  }
}
