package osusume.data.download;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A server on this machine that gives a file as it is told to, rightly or not. */
public final class ArchiveServer implements AutoCloseable {
  static final String TAG = "\"one\"";

  private final HttpServer server;
  private final Deque<Reply> replies = new ArrayDeque<>();

  /** The headers of each request, in their order. */
  public final List<Headers> asked = new CopyOnWriteArrayList<>();

  /** The file. */
  public volatile byte[] content;

  /** Waited for after each piece of {@link #slow()}. */
  public volatile long pauseMillis = 20;

  /** How the server answers a request. */
  @FunctionalInterface
  public interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  public ArchiveServer(byte[] content) {
    this.content = content;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** Says how the next requests are answered; the last reply answers all that follow. */
  public ArchiveServer replies(Reply... next) {
    synchronized (replies) {
      replies.clear();
      replies.addAll(List.of(next));
    }
    return this;
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestHeaders());
    Reply reply;
    synchronized (replies) {
      reply = replies.size() > 1 ? replies.poll() : replies.peek();
    }
    try (exchange) {
      reply.to(exchange);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/archive";
  }

  DownloadAddress address() {
    return DownloadAddress.parse(url());
  }

  /** What the requests asked for by Range; null where they asked for everything. */
  List<String> ranges() {
    return asked.stream().map(headers -> String.valueOf(headers.getFirst("Range"))).toList();
  }

  /** Gives the file, or the rest of it, as good servers do. */
  public Reply good(String... headers) {
    return exchange -> {
      set(exchange, headers);
      int from = begin(exchange, TAG);
      exchange.getResponseBody().write(content, from, content.length - from);
    };
  }

  /** The same with another tag, which is another file. */
  Reply tagged(String tag) {
    return exchange -> {
      int from = begin(exchange, tag);
      exchange.getResponseBody().write(content, from, content.length - from);
    };
  }

  /** The same in small pieces with a rest after each. */
  public Reply slow() {
    return exchange -> {
      int from = begin(exchange, TAG);
      OutputStream out = exchange.getResponseBody();
      for (int at = from; at < content.length; at += 4096) {
        out.write(content, at, Math.min(4096, content.length - at));
        out.flush();
        LockSupport.parkNanos(pauseMillis * 1_000_000);
      }
    };
  }

  /** The same, but breaks off after some bytes. */
  public Reply breakingOff(int after) {
    return exchange -> {
      int from = begin(exchange, TAG);
      OutputStream out = exchange.getResponseBody();
      out.write(content, from, Math.min(after, content.length - from));
      out.flush();
    };
  }

  /** The same, but falls silent after some bytes. */
  Reply fallingSilent(int after) {
    return exchange -> {
      int from = begin(exchange, TAG);
      OutputStream out = exchange.getResponseBody();
      out.write(content, from, after);
      out.flush();
      LockSupport.parkNanos(5_000_000_000L);
    };
  }

  private int begin(HttpExchange exchange, String tag) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("ETag", tag);
    headers.set("Content-Type", "application/zip");
    String range = exchange.getRequestHeaders().getFirst("Range");
    boolean rest = range != null && tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    int from = rest ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
    if (rest) {
      headers.set(
          "Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    }
    exchange.sendResponseHeaders(rest ? 206 : 200, content.length - from);
    return from;
  }

  /** Gives the whole file without saying how long it is, whatever was asked for. */
  Reply chunked() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(content);
    };
  }

  /** Gives the whole file, whatever was asked for. */
  Reply wholeAlways(String... headers) {
    return exchange -> {
      set(exchange, headers);
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    };
  }

  /** Answers with a status and some text. */
  public static Reply status(int status, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return exchange -> {
      set(exchange, headers);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  private static void set(HttpExchange exchange, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
    }
  }

  /** An archive that holds files of these names. */
  public static byte[] zip(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
