package osusume.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** One request of Jetty's, and the sending of its answer, which the log is told of. */
final class Exchange {
  private static final HttpField CLOSE = new HttpField(HttpHeader.CONNECTION, "close");

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final RequestLog log;
  private final GuardedEndPoint endPoint;
  private final Instant at = Instant.now();
  private final long began = System.nanoTime();

  Exchange(Request request, Response response, Callback callback, RequestLog log) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.log = log;
    this.endPoint = GuardedEndPoint.of(request);
    endPoint.beginAnswer();
    // However long an answer takes: who waits for it is not idle.
    request.addIdleTimeoutListener(_ -> false);
  }

  long began() {
    return began;
  }

  Visitor visitor() {
    return endPoint.visitor();
  }

  String method() {
    return request.getMethod();
  }

  /** As it came, percent-encoded. */
  String path() {
    return request.getHttpURI().getPath();
  }

  /** As it came; null: there is none. */
  String query() {
    return request.getHttpURI().getQuery();
  }

  /** What is asked for, by {@code Host} or before the path; null: neither says. */
  String host() {
    return header(HttpHeader.HOST);
  }

  int headers() {
    return request.getHeaders().size();
  }

  /** Null: there is none. */
  String header(HttpHeader name) {
    return request.getHeaders().get(name);
  }

  boolean prefersHtml() {
    return Accept.prefersHtml(
        String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT)));
  }

  /** Null: there is none. */
  String header(String name) {
    return request.getHeaders().get(name);
  }

  /** Bytes that follow the headers; −1: so many as come. */
  long bodyBytes() {
    return header(HttpHeader.TRANSFER_ENCODING) == null ? Math.max(0, request.getLength()) : -1;
  }

  /** The connection is good for no other request. */
  void closeAfterwards() {
    response.getHeaders().put(CLOSE);
  }

  /** Nor was this one read to its end. */
  void refuse() {
    closeAfterwards();
    endPoint.refuse();
  }

  /** Says that who asks has the answer. */
  void sendKnown(String tag) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.ETAG, tag);
    headers.put(SafetyHeaders.KEEP_AND_ASK);
    headers.put(SafetyHeaders.VARY);
    sendWhole(304, BufferUtil.EMPTY_BUFFER);
  }

  /** Sends an answer that is not for keeping. */
  void send(Reply reply, String what) {
    send(reply, Optional.empty(), what);
  }

  /**
   * @param tag the answer's name, by which its receiver may ask whether it still holds
   * @param what was asked, as the program's log may say it
   */
  void send(Reply reply, Optional<String> tag, String what) {
    Optional<ByteBuffer> first;
    try {
      first = FirstBytes.of(reply.body());
    } catch (IOException | RuntimeException | Error e) {
      Unforeseen.log(what, e);
      putHeaders(ProblemReply.unforeseen(), Optional.empty());
      sendWhole(500, whole(ProblemReply.unforeseen()));
      return;
    }
    putHeaders(reply, tag);
    boolean gzip = Gzip.isWanted(header(HttpHeader.ACCEPT_ENCODING));
    if (first.isPresent()) {
      sendSmall(reply.status(), first.get(), gzip);
    } else {
      sendLarge(reply, gzip, what);
    }
  }

  private static ByteBuffer whole(Reply reply) {
    try {
      return FirstBytes.of(reply.body()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void putHeaders(Reply reply, Optional<String> tag) {
    HttpFields.Mutable headers = response.getHeaders();
    if (!reply.type().isEmpty()) {
      headers.put(HttpHeader.CONTENT_TYPE, reply.type());
    }
    SafetyHeaders.put(headers);
    headers.put(tag.isPresent() ? SafetyHeaders.KEEP_AND_ASK : SafetyHeaders.KEEP_NOT);
    tag.ifPresent(name -> headers.put(HttpHeader.ETAG, name));
    reply.headers().forEach(headers::put);
    headers.put(SafetyHeaders.VARY);
  }

  private void sendSmall(int status, ByteBuffer plain, boolean gzip) {
    ByteBuffer bytes = plain;
    if (gzip && Gzip.isWorthwhile(plain)) {
      bytes = Gzip.of(plain);
      response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
    }
    sendWhole(status, bytes);
  }

  private void sendWhole(int status, ByteBuffer bytes) {
    response.setStatus(status);
    boolean head = HttpMethod.HEAD.is(method());
    int length = bytes.remaining();
    if (head) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
    }
    response.write(
        true,
        head ? BufferUtil.EMPTY_BUFFER : bytes,
        Callback.from(() -> sent(status, head ? 0 : length), this::failed));
  }

  /** Nobody knows how long it gets, and its reader may be slow: it holds no worker. */
  private void sendLarge(Reply reply, boolean gzip, String what) {
    response.setStatus(reply.status());
    if (gzip) {
      response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
    }
    if (HttpMethod.HEAD.is(method())) {
      // Not the last, for then it would have a length of 0.
      response.write(
          false,
          BufferUtil.EMPTY_BUFFER,
          Callback.from(() -> sent(reply.status(), 0), this::failed));
    } else {
      Thread.ofVirtual().name("osusume-http-stream").start(() -> stream(reply, gzip, what));
    }
  }

  private void stream(Reply reply, boolean gzip, String what) {
    ResponseStream out = new ResponseStream(response);
    try {
      if (gzip) {
        Gzip compressed = new Gzip(out);
        reply.body().writeTo(new Unclosed(compressed));
        compressed.finish();
      } else {
        reply.body().writeTo(new Unclosed(out));
      }
      out.finish();
    } catch (IOException gone) {
      failed(gone);
      return;
    } catch (RuntimeException | Error e) {
      Unforeseen.log(what, e);
      failed(e);
      return;
    }
    sent(reply.status(), out.sent());
  }

  /** Whoever writes an answer does not say when it is whole, or when to send it. */
  private static final class Unclosed extends OutputStream {
    private final OutputStream out;

    Unclosed(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      out.write(bytes, offset, count);
    }
  }

  private void sent(int status, long bytes) {
    told(status, bytes);
    endPoint.endAnswer();
    callback.succeeded();
  }

  /** Who asked went away, or must not take what was sent for the whole. */
  private void failed(Throwable trouble) {
    told(0, Response.getContentBytesWritten(response));
    endPoint.endAnswer();
    endPoint.cut();
    callback.failed(new Request.Handler.AbortException(trouble));
  }

  private void told(int status, long bytes) {
    log.add(
        at,
        method(),
        LoggedTarget.of(path(), query()),
        status,
        bytes,
        Duration.ofNanos(System.nanoTime() - began),
        Request.getRemoteAddr(request));
  }
}
