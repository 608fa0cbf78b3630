package osusume.data.download;

import java.time.Duration;

/**
 * How long a download waits.
 *
 * @param silence without an answer or a byte, after which it gives up
 * @param retries how often a connection that broke off is made again without anything new arriving
 * @param beforeRetry before the first of them; twice as long before each next
 */
record Patience(Duration silence, int retries, Duration beforeRetry) {
  static final Patience USUAL = new Patience(Duration.ofSeconds(30), 4, Duration.ofSeconds(1));
}
