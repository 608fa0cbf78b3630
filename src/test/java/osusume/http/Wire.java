package osusume.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A connection to a listener on which a test says what it likes, byte for byte. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket = new Socket();
  private final InputStream in;

  Wire(URI address) throws IOException {
    this(address, "127.0.0.1");
  }

  /**
   * @param from the address of this machine that it comes from
   */
  Wire(URI address, String from) throws IOException {
    socket.bind(new InetSocketAddress(from, 0));
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * An answer as it came.
   *
   * @param headers by name in lower case; several of one name have commas between
   * @param body without the frames of chunks
   */
  record Answer(int status, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The header of this name in lower case; empty where there is none. */
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** One answer to one request. */
  static Answer ask(URI address, String request) throws IOException {
    try (Wire wire = new Wire(address)) {
      wire.send(request);
      return wire.answer(request.startsWith("HEAD "));
    }
  }

  /** The answer to {@code GET} with more headers, each with its line break. */
  static Answer get(URI address, String target, String... headers) throws IOException {
    return ask(address, request("GET", target, headers));
  }

  static String request(String method, String target, String... headers) {
    return "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
        .formatted(method, target, String.join("", headers));
  }

  Socket socket() {
    return socket;
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  Answer answer() throws IOException {
    return answer(false);
  }

  /**
   * @param head whether there is no body, whatever the headers say
   * @throws EOFException if the connection ends before the answer does
   * @throws ProtocolException if it is no HTTP
   */
  Answer answer(boolean head) throws IOException {
    String statusLine = line();
    if (!statusLine.matches("HTTP/1\\.1 [1-5][0-9][0-9]( [ -~]*)?")) {
      throw new ProtocolException("No status line: " + statusLine);
    }
    int status = Integer.parseInt(statusLine.substring(9, 12));
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (!line.matches("[!#-'*+.0-9A-Z^-z|~-]+: ?[\\t -~]*")) {
        throw new ProtocolException("No header: " + line);
      }
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (before, more) -> before + ", " + more);
    }
    boolean none = head || status == 204 || status == 304 || status < 200;
    return new Answer(status, headers, none ? new byte[0] : body(headers));
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if ("chunked".equals(headers.get("transfer-encoding"))) {
      return chunks();
    }
    if (headers.containsKey("content-length")) {
      return exactly(Integer.parseInt(headers.get("content-length")));
    }
    return in.readAllBytes();
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(line(), 16);
      whole.write(exactly(length));
      if (!line().isEmpty()) {
        throw new ProtocolException("A chunk is longer than it says.");
      }
      if (length == 0) {
        return whole.toByteArray();
      }
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("%d of %d bytes".formatted(bytes.length, length));
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("The connection ended after '" + line + "'");
      }
      line.append((char) b);
    }
    if (line.isEmpty() || line.charAt(line.length() - 1) != '\r') {
      throw new ProtocolException("A line without its end: " + line);
    }
    return line.substring(0, line.length() - 1);
  }

  /** Whether the other side has ended the connection, in order or not; waits for it. */
  boolean isEnded() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
