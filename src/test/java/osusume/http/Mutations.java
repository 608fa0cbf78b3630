package osusume.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Requests that nobody should send, made from some that are in order. The same seed makes the same
 * requests.
 */
final class Mutations {
  private static final List<String> LINES =
      List.of(
          "GET /small HTTP/1.1",
          "GET /medium HTTP/1.1",
          "GET /large HTTP/1.1",
          "HEAD /large HTTP/1.1",
          "GET /echo/%E3%81%8A HTTP/1.1",
          "GET /anime?mt_rating=7&genre=Drama HTTP/1.1",
          "GET /user?user_id=5&mt_rating=0 HTTP/1.1",
          "GET /recommend/5?k=3 HTTP/1.1",
          "GET /talk/5/hello%20there HTTP/1.1",
          "GET /openapi.json HTTP/1.1",
          "GET / HTTP/1.0",
          "OPTIONS * HTTP/1.1");
  private static final List<String> HEADERS =
      List.of(
          "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
          "Accept-Encoding: gzip, deflate, br",
          "If-None-Match: W/\"abc\", *",
          "Connection: keep-alive",
          "Connection: close",
          "Origin: http://localhost",
          "Sec-Fetch-Site: cross-site",
          "Authorization: Bearer 0123456789abcdef",
          "Content-Length: 7",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: gzip, chunked",
          "Expect: 100-continue",
          "Expect: wonders",
          "Upgrade: h2c",
          "Upgrade: websocket",
          "Range: bytes=0-1",
          "Cookie: a=b; c",
          "Content-Type: multipart/form-data; boundary=x");
  private static final List<String> NASTY =
      List.of(
          "%",
          "%zz",
          "%00",
          "%2e%2e/",
          "%C3%28",
          "%u0041",
          "\u0000",
          "\r",
          "\n",
          "\t",
          "//",
          "..",
          "/../../../",
          "?",
          "#",
          "&&=",
          ";",
          "\u007f",
          "\u00ff",
          "お",
          "🍣",
          "\ufeff",
          "*",
          "@:",
          "http://",
          "\\",
          "\"",
          "{}",
          " ",
          "-1",
          "99999999999999999999",
          "NaN");
  private static final byte[] TLS_HELLO = {
    0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0x00, 0x00, 0x01, 0x03, 0x03, 0, 0, 0, 0
  };
  private static final int LONG = 30_000;

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  /** What is done with a connection. */
  enum Manner {
    /** Everything is sent, every answer is read. */
    PLAIN,
    /** Several requests are sent before any answer is read. */
    PIPELINED,
    /** In pieces, with pauses. */
    IN_PIECES,
    /** The sender's half is closed, the answers are read. */
    HALF_CLOSED,
    /** Ended as soon as everything is sent. */
    LEFT_EARLY,
    /** Ended amid the answer, in order. */
    LEFT_AMID,
    /** Reset amid the answer. */
    RESET_AMID,
    /** Nothing is ever sent. */
    SILENT
  }

  /**
   * A visit.
   *
   * @param bytes everything that is sent
   */
  record Visit(Manner manner, byte[] bytes) {
    /** The beginning of what is sent, for a person to look at. */
    @Override
    public String toString() {
      String text = new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1);
      return "%s, %d bytes: %s".formatted(manner, bytes.length, text.replace("\r\n", "⏎"));
    }
  }

  /** The next one. */
  Visit next() {
    Manner manner = Manner.values()[random.nextInt(Manner.values().length)];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int requests = manner == Manner.PIPELINED ? 2 + random.nextInt(4) : 1;
    for (int i = 0; i < requests; i++) {
      bytes.writeBytes(request());
    }
    return new Visit(manner, manner == Manner.SILENT ? new byte[0] : bytes.toByteArray());
  }

  private byte[] request() {
    return switch (random.nextInt(16)) {
      case 0 -> TLS_HELLO;
      case 1 -> bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
      case 2 -> bytes("GET /small\r\n\r\n");
      case 3 -> noise(1 + random.nextInt(2000));
      case 4 -> bytes(inOrder().replace("\r\n", random.nextBoolean() ? "\n" : "\r"));
      case 5 -> bytes(pick(LINES) + "\r\n" + "X: y\r\n".repeat(1 + random.nextInt(5000)) + "\r\n");
      case 6 -> bytes(pick(LINES) + "\r\nX: " + "y".repeat(random.nextInt(LONG)) + "\r\n\r\n");
      case 7 -> bytes("GET /" + "y".repeat(random.nextInt(LONG)) + " HTTP/1.1\r\n\r\n");
      case 8 -> withBody();
      case 9 -> cut(bytes(inOrder()));
      case 10, 11 -> flipped(bytes(inOrder()));
      case 12, 13, 14 -> bytes(mangled(inOrder()));
      default -> bytes(inOrder());
    };
  }

  private String inOrder() {
    StringBuilder request = new StringBuilder(pick(LINES)).append("\r\nHost: localhost\r\n");
    for (int i = random.nextInt(4); i > 0; i--) {
      request.append(pick(HEADERS)).append("\r\n");
    }
    return request.append("\r\n").toString();
  }

  private byte[] withBody() {
    String head = pick(LINES).replace("GET", random.nextBoolean() ? "GET" : "POST");
    String body =
        switch (random.nextInt(6)) {
          case 0 -> "Content-Length: 5\r\n\r\nhello";
          case 1 -> "Content-Length: 500\r\n\r\nhello";
          case 2 -> "Content-Length: 2\r\n\r\nhello";
          case 3 -> "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
          case 4 -> "Transfer-Encoding: chunked\r\n\r\nffffffffffff\r\nhello";
          default -> "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n-1\r\n;;;";
        };
    return bytes(head + "\r\nHost: localhost\r\n" + body);
  }

  private String mangled(String request) {
    StringBuilder mangled = new StringBuilder(request);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(Math.min(mangled.length(), 120));
      if (random.nextInt(4) == 0) {
        mangled.delete(at, Math.min(mangled.length(), at + 1 + random.nextInt(8)));
      } else {
        mangled.insert(at, pick(NASTY));
      }
      if (mangled.isEmpty()) {
        mangled.append(' ');
      }
    }
    return mangled.toString();
  }

  private byte[] flipped(byte[] bytes) {
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private byte[] cut(byte[] bytes) {
    return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private String pick(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
