package osusume.chat.model;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Interceptor;

/**
 * The library's client for one address, made when it is first needed. It tries nothing again, logs
 * nothing whatever {@code OPENAI_LOG} says, follows nobody to another address, and takes no key and
 * no address from the environment by itself.
 */
final class ModelClient implements AutoCloseable {
  /** The library wants a key; where there is none, its header is taken out again. */
  private static final String NO_KEY = "none";

  /** The library's own limits come after ours, which have sentences. */
  private static final Duration LATER = Duration.ofSeconds(5);

  private final ModelAddress address;
  private final Optional<ApiKey> key;
  private final TimeLimits limits;
  private OpenAIClient client;
  private boolean closed;

  ModelClient(ModelAddress address, Optional<ApiKey> key, TimeLimits limits) {
    this.address = address;
    this.key = key;
    this.limits = limits;
  }

  /** The client; the first call of a run takes seconds. */
  synchronized OpenAIClient get() {
    if (closed) {
      throw new IllegalStateException("The connection to " + address.host() + " was closed.");
    }
    if (client == null) {
      client = make(address, key, limits, chain -> chain.proceed(chain.request()));
    }
    return client;
  }

  static OpenAIClient make(
      ModelAddress address, Optional<ApiKey> key, TimeLimits limits, Interceptor network) {
    Duration read =
        limits.first().compareTo(limits.silence()) > 0 ? limits.first() : limits.silence();
    OpenAIOkHttpClient.Builder client =
        OpenAIOkHttpClient.builder()
            .baseUrl(address.uri().toString())
            .apiKey(key.map(ApiKey::reveal).orElse(NO_KEY))
            .timeout(
                Timeout.builder()
                    .connect(limits.connect())
                    .read(read.plus(LATER))
                    .write(limits.silence())
                    .request(limits.whole().plus(LATER))
                    .build())
            .maxRetries(0)
            .followRedirects(false)
            .disableTelemetry(true)
            .logLevel(LogLevel.OFF);
    if (key.isEmpty()) {
      client.addInterceptor(
          chain ->
              chain.proceed(chain.request().newBuilder().removeHeader("Authorization").build()));
    }
    return client.addInterceptor(network).build();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      client.close();
    }
  }
}
