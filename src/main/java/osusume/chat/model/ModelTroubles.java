package osusume.chat.model;

import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.Harmless;

/**
 * Makes of everything that can go wrong with a language model's server a sentence: what happened,
 * with which value, and what to do. Nothing a server said goes into one, for it may repeat the key.
 */
final class ModelTroubles {
  private final ModelAddress address;
  private final String model;
  private final Optional<ApiKey> key;

  ModelTroubles(ModelAddress address, String model, Optional<ApiKey> key) {
    this.address = address;
    this.model = Harmless.line(model);
    this.key = key;
  }

  /** Of a failure of the library, of the network, or of an answer that can't be read. */
  AssistantException of(Throwable failure) {
    return switch (failure) {
      case OpenAIServiceException e -> of(ServerError.of(e));
      case OpenAIIoException e when e.getCause() instanceof IOException cause -> of(cause);
      case NotTheProtocolException e -> notTheProtocol(e.what());
      case SaidErrorException e -> of(e.error());
      case IOException e -> network(e);
      default ->
          trouble(
              Trouble.SERVER,
              "What %s answered can't be read. Ask again, or test the connection in the settings."
                  .formatted(address.host()));
    };
  }

  /** Of what a server answered in place of an answer. */
  AssistantException of(ServerError error) {
    String host = address.host();
    int status = error.status();
    if (error.isNoCredit()) {
      return trouble(
          Trouble.NO_CREDIT,
          ("The account at %s has no credit left. Add credit there,"
                  + " or choose a local model or the offline assistant.")
              .formatted(host));
    }
    if (status == 401 || status == 403 || error.code().equals("invalid_api_key")) {
      return key(status);
    }
    if (status == 429) {
      return rateLimit(error.retryAfter());
    }
    if (error.isTooLong()) {
      return trouble(
          Trouble.TOO_LONG,
          ("What was to be sent is longer than the model \"%s\" can take."
                  + " Begin a new conversation, or choose a model with a longer memory.")
              .formatted(model));
    }
    if (error.isRefusal()) {
      return refused();
    }
    if (error.isUnknownModel()) {
      return trouble(
          Trouble.UNKNOWN_MODEL,
          ("%s has no model named \"%s\"."
                  + " Test the connection in the settings: that lists the models there are.")
              .formatted(host, model));
    }
    if (error.isNoTools()) {
      return trouble(
          Trouble.SERVER,
          ("The model \"%s\" at %s can't use tools."
                  + " Choose a model that can, or the simple way of asking.")
              .formatted(model, host));
    }
    if (status >= 500) {
      return trouble(
          Trouble.SERVER,
          "The server at %s failed (HTTP %d). Ask again in a while.".formatted(host, status));
    }
    if (error.isPage()) {
      return notTheProtocol("answered with a web page (HTTP %d)".formatted(status));
    }
    if (status >= 300 && status < 400) {
      return notTheProtocol(
          "sends on to %s (HTTP %d), where nothing is sent without your knowing"
              .formatted(target(error.location()), status));
    }
    if (status == 404 || status == 405) {
      return notTheProtocol("knows no chat at that address (HTTP %d)".formatted(status));
    }
    if (status == 200) {
      return trouble(
          Trouble.SERVER,
          "The server at %s answered with an error. Ask again in a while.".formatted(host));
    }
    return trouble(
        Trouble.SERVER,
        ("The server at %s did not accept the question (HTTP %d)."
                + " Test the connection in the settings, or choose another model.")
            .formatted(host, status));
  }

  private static String target(String location) {
    try {
      String host = URI.create(location).getHost();
      return host == null ? "another place" : host;
    } catch (IllegalArgumentException e) {
      return "another place";
    }
  }

  private AssistantException key(int status) {
    String host = address.host();
    if (key.isEmpty()) {
      return trouble(
          Trouble.NO_KEY,
          "%s asks for a key (HTTP %d). Give one in the settings, or as OPENAI_API_KEY."
              .formatted(host, status));
    }
    if (status == 403) {
      return trouble(
          Trouble.WRONG_KEY,
          ("%s does not let this key use the model \"%s\" (HTTP 403)."
                  + " Look there what the key may do, or give another in the settings.")
              .formatted(host, model));
    }
    return trouble(
        Trouble.WRONG_KEY,
        "%s does not accept the key (HTTP %d). Give another in the settings, or as OPENAI_API_KEY."
            .formatted(host, status));
  }

  private AssistantException rateLimit(Optional<Duration> wait) {
    String sentence =
        "%s takes no more requests from this account for now. Ask again in %s."
            .formatted(address.host(), wait.map(ModelTroubles::inWords).orElse("a minute"));
    return new AssistantException(Trouble.RATE_LIMIT, masked(sentence), wait, null);
  }

  /** "20 seconds", "3 minutes": rounded up, so that who waits that long has waited long enough. */
  private static String inWords(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    if (seconds < 120) {
      return seconds == 1 ? "a second" : seconds + " seconds";
    }
    long minutes = (seconds + 59) / 60;
    return minutes < 120 ? minutes + " minutes" : (minutes + 59) / 60 + " hours";
  }

  private AssistantException network(IOException e) {
    String host = address.host();
    return switch (e) {
      case UnknownHostException unknown ->
          trouble(
              Trouble.NO_NETWORK,
              ("There is no server named \"%s\" to be found."
                      + " Look at the address, and whether this computer is online.")
                  .formatted(address.uri().getHost()),
              unknown);
      case SSLException tls ->
          trouble(
              Trouble.NO_NETWORK,
              ("No encrypted connection to %s could be made. Look at the address"
                      + " (a server on this computer is mostly asked by http://), the clock of"
                      + " this computer, and what stands between it and the network.")
                  .formatted(host),
              tls);
      case InterruptedIOException late ->
          trouble(
              Trouble.NO_NETWORK,
              "%s could not be reached in time. Look at the address and the network."
                  .formatted(host),
              late);
      case ConnectException refused -> unreachable(refused);
      case NoRouteToHostException noWay -> unreachable(noWay);
      default ->
          trouble(
              Trouble.SERVER,
              "The connection to %s broke off before anything came. Ask again.".formatted(host),
              e);
    };
  }

  private AssistantException unreachable(IOException e) {
    return trouble(
        Trouble.NO_NETWORK,
        address.isNear()
            ? "Nothing answers at %s. Start the program that serves the model there, or look at the address."
                .formatted(address.host())
            : "Nothing answers at %s. Look at the address and the network."
                .formatted(address.host()),
        e);
  }

  AssistantException notTheProtocol(String what) {
    return trouble(
        Trouble.NOT_THE_PROTOCOL,
        ("%s %s, not as a language model does."
                + " Look at the base URL in the settings: most end in /v1.")
            .formatted(address.host(), what));
  }

  AssistantException silent(Duration waited) {
    return trouble(
        Trouble.TIME_OUT,
        "%s said nothing for %s. Ask again, or choose another model."
            .formatted(address.host(), inWords(waited)));
  }

  AssistantException brokeOff() {
    return trouble(
        Trouble.SERVER,
        "The connection to %s broke off before anything came. Ask again."
            .formatted(address.host()));
  }

  AssistantException saidNothing() {
    return trouble(
        Trouble.SERVER,
        "The model \"%s\" at %s answered without a word. Ask again, or choose another model."
            .formatted(model, address.host()));
  }

  AssistantException onlyThought() {
    return trouble(
        Trouble.SERVER,
        ("The model \"%s\" at %s thought until its answer was as long as it may be, and said"
                + " nothing. Ask something simpler, or choose a model that thinks less.")
            .formatted(model, address.host()));
  }

  AssistantException refused() {
    return trouble(
        Trouble.REFUSED,
        "%s refused the question for what it says. Ask in other words.".formatted(address.host()));
  }

  AssistantException keyInTheClear() {
    return trouble(
        Trouble.NO_KEY,
        ("The address of %s begins with http://, so everybody on the way could read the key."
                + " Use https://, or ask there without a key.")
            .formatted(address.host()));
  }

  private AssistantException trouble(Trouble trouble, String sentence) {
    return trouble(trouble, sentence, null);
  }

  /**
   * @param cause of the network, whose message names a host at most
   */
  private AssistantException trouble(Trouble trouble, String sentence, IOException cause) {
    return new AssistantException(trouble, masked(sentence), Optional.empty(), cause);
  }

  /** A person may have put the key where the model's name belongs. */
  private String masked(String sentence) {
    return key.map(secret -> secret.maskedIn(sentence)).orElse(sentence);
  }
}
