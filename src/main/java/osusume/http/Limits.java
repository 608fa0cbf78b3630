package osusume.http;

import java.time.Duration;

/**
 * What the listener puts up with, from one request and from one visitor. An address stands for who
 * asks; of IPv6 the first 64 bits, for whoever has one has all that begin so, unless it is an
 * address of a network this machine is in.
 *
 * @param headerBytes of the request line and the headers together
 * @param headers how many of them
 * @param bodyBytes of a request's body, which no route reads
 * @param request in which a request has come to its end, counted from its first byte
 * @param idle after which a connection that says nothing, or takes nothing, is closed
 * @param connections at once, from everywhere together
 * @param connectionsOfHome how many of them none but this machine may have
 * @param connectionsOfOne at once from one address, this machine's own excepted
 * @param readerPatience how long a reader may keep an answer waiting in all before its pace counts
 * @param readerBytesPerSecond of a reader that keeps an answer waiting, the least
 * @param requestsPerSecond from one address, this machine's own excepted; twice as many at a stroke
 * @param wrongTokensPerSecond from one address; three times as many at a stroke
 * @param talksPerMinute from one address, this machine's own too, for a talk may cost money
 * @param talksAtOnce from one address; twice as many from everywhere together
 * @param workers threads that work out what is not quick ({@link Route#isQuick}); a connection that
 *     waits holds none of them
 */
record Limits(
    int headerBytes,
    int headers,
    int bodyBytes,
    Duration request,
    Duration idle,
    int connections,
    int connectionsOfHome,
    int connectionsOfOne,
    Duration readerPatience,
    int readerBytesPerSecond,
    int requestsPerSecond,
    int wrongTokensPerSecond,
    int talksPerMinute,
    int talksAtOnce,
    int workers) {
  /** For a program on somebody's desk. */
  static final Limits USUAL =
      new Limits(
          16_384,
          100,
          8_192,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          256,
          64,
          32,
          Duration.ofSeconds(20),
          4_096,
          50,
          3,
          20,
          2,
          16);
}
