package osusume.chat.model;

import com.openai.errors.OpenAIIoException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says which failures may have passed a moment later. */
final class PutAgain {
  /** How long a server may ask to wait so that it is waited for. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** How long is waited where a server does not say. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private PutAgain() {}

  /** After how long it makes sense to put the same question again; empty: not by itself. */
  static Optional<Duration> after(Throwable failure) {
    Optional<ServerError> error = ServerError.in(failure);
    if (error.isPresent()) {
      int status = error.get().status();
      Duration wait = error.get().retryAfter().orElse(PAUSE);
      boolean passes =
          status == 429 && !error.get().isNoCredit()
              || status == 200
              || status == 500
              || status == 502
              || status == 503
              || status == 504;
      return passes && wait.compareTo(LONGEST_PAUSE) <= 0 ? Optional.of(wait) : Optional.empty();
    }
    Throwable cause = failure instanceof OpenAIIoException ? failure.getCause() : failure;
    return switch (cause) {
      case NotTheProtocolException e -> Optional.empty();
      case UnknownHostException e -> Optional.empty();
      case SSLException e -> Optional.empty();
      case InterruptedIOException e -> Optional.empty();
      case ConnectException e -> Optional.empty();
      case NoRouteToHostException e -> Optional.empty();
      case IOException e -> Optional.of(PAUSE);
      case null, default -> Optional.empty();
    };
  }
}
