package osusume.http;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that is kept alive, on which one request after another is asked; opened when it is
 * first used and after trouble. It reads HTTP by hand, for a client that does more would take
 * processor time from the listener it measures. For one thread.
 */
final class LoadConnection implements Closeable {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 30_000;

  private final InetSocketAddress address;
  private final byte[] head;
  private final byte[] buffer = new byte[1 << 16];
  private Socket socket;
  private InputStream in;
  private int next;
  private int end;
  private boolean lastOfConnection;
  private long bodyBytes;

  LoadConnection(URI listener) {
    address = new InetSocketAddress(listener.getHost(), listener.getPort());
    head =
        " HTTP/1.1\r\nHost: %s:%d\r\n\r\n"
            .formatted(listener.getHost(), listener.getPort())
            .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * An answer that came whole.
   *
   * @param status of HTTP
   * @param bodyBytes as they came over the wire
   */
  record Answer(int status, long bodyBytes) {}

  /**
   * Sends a request and reads the whole answer.
   *
   * @throws IOException if the connection broke, the answer is no HTTP, or it did not come in 30 s;
   *     the next request opens a new connection
   */
  Answer ask(String path) throws IOException {
    try {
      if (socket == null) {
        open();
      }
      byte[] line = ("GET " + path).getBytes(StandardCharsets.US_ASCII);
      byte[] request = new byte[line.length + head.length];
      System.arraycopy(line, 0, request, 0, line.length);
      System.arraycopy(head, 0, request, line.length, head.length);
      socket.getOutputStream().write(request);
      Answer answer = readAnswer();
      if (lastOfConnection) {
        close();
      }
      return answer;
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void open() throws IOException {
    Socket opened = new Socket();
    try {
      opened.setTcpNoDelay(true);
      opened.setSoTimeout(ANSWER_MILLIS);
      opened.connect(address, CONNECT_MILLIS);
      in = opened.getInputStream();
    } catch (IOException e) {
      opened.close();
      throw e;
    }
    socket = opened;
    next = 0;
    end = 0;
  }

  private Answer readAnswer() throws IOException {
    String status = readLine();
    if (!status.matches("HTTP/1\\.1 [1-5][0-9][0-9]( .*)?")) {
      throw new IOException("'" + status + "' is no status line.");
    }
    long length = -1;
    boolean chunked = false;
    bodyBytes = 0;
    lastOfConnection = false;
    for (String header = readLine(); !header.isEmpty(); header = readLine()) {
      int colon = header.indexOf(':');
      String value = header.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
      switch (header.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = Long.parseLong(value);
        case "transfer-encoding" -> chunked = value.equals("chunked");
        case "connection" -> lastOfConnection = value.equals("close");
        default -> {
          // Of no bearing on where the answer ends.
        }
      }
    }
    if (chunked) {
      readChunks();
    } else if (length >= 0) {
      skip(length);
    } else {
      throw new IOException("The answer does not say how long it is.");
    }
    return new Answer(Integer.parseInt(status.substring(9, 12)), bodyBytes);
  }

  private void readChunks() throws IOException {
    while (true) {
      long size = Long.parseLong(readLine().split(";", 2)[0].strip(), 16);
      skip(size);
      String after = readLine();
      if (!after.isEmpty()) {
        throw new IOException("'" + after + "' stands where a chunk should end.");
      }
      if (size == 0) {
        return;
      }
    }
  }

  private void skip(long bytes) throws IOException {
    bodyBytes += bytes;
    long left = bytes;
    while (left > 0) {
      if (next == end) {
        fill();
      }
      int step = (int) Math.min(left, end - next);
      next += step;
      left -= step;
    }
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (next == end) {
        fill();
      }
      char c = (char) (buffer[next++] & 0xff);
      if (c == '\n') {
        return line.toString();
      }
      if (c != '\r') {
        line.append(c);
      }
    }
  }

  private void fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(buffer));
    if (end == 0) {
      throw new EOFException("The connection was closed before the answer was whole.");
    }
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      Socket old = socket;
      socket = null;
      old.close();
    }
  }
}
