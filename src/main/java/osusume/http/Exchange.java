package osusume.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request of Jetty's, and the end of its answer, which the log is told of. */
final class Exchange {
  private static final HttpField CLOSE = new HttpField(HttpHeader.CONNECTION, "close");

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Answering answering;
  private final GuardedEndPoint endPoint;
  private final Instant at = Instant.now();
  private final long began = System.nanoTime();

  Exchange(Request request, Response response, Callback callback, Answering answering) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.answering = answering;
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

  /** Whether who asks has closed the connection; for the thread that answers. */
  boolean isGone() {
    return endPoint.isGone();
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

  /**
   * What the lines of this name say together: several are a list (RFC 9110, 5.3), and where one
   * value is wanted a list is another value. Null: there is none.
   */
  String header(HttpHeader name) {
    String all = null;
    for (HttpField field : request.getHeaders()) {
      if (field.getHeader() == name) {
        all = all == null ? field.getValue() : all + ", " + field.getValue();
      }
    }
    return all;
  }

  boolean prefersHtml() {
    String accepted = header(HttpHeader.ACCEPT);
    return Accept.prefersHtml(accepted == null ? "" : accepted);
  }

  /** Null: there is none. */
  String header(String name) {
    return request.getHeaders().get(name);
  }

  /** Bytes that follow the headers; −1: so many as come. */
  long bodyBytes() {
    return header(HttpHeader.TRANSFER_ENCODING) == null ? Math.max(0, request.getLength()) : -1;
  }

  /**
   * Whether an answer can be sent in chunks, so that one that breaks off is known not to be whole.
   */
  boolean knowsChunks() {
    return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1;
  }

  boolean isHead() {
    return HttpMethod.HEAD.is(method());
  }

  Response response() {
    return response;
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
    new Sending(this, answering.streams()).known(tag);
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
    new Sending(this, answering.streams()).send(reply, tag, what);
  }

  /** The answer is with the system. */
  void sent(int status, long bytes) {
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    Asked asked = asked();
    endPoint.endAnswer();
    callback.succeeded();
    told(asked, status, bytes, took);
  }

  /** Who asked went away, or must not take what was sent for the whole. */
  void failed(Throwable trouble) {
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    Asked asked = asked();
    long bytes = Response.getContentBytesWritten(response);
    endPoint.endAnswer();
    endPoint.cut();
    callback.failed(new Request.Handler.AbortException(trouble));
    told(asked, 0, bytes, took);
  }

  /** What the log says of a request, which is not Jetty's to ask any more once it is over. */
  private record Asked(String method, String path, String query, String from) {}

  private Asked asked() {
    return new Asked(method(), path(), query(), Request.getRemoteAddr(request));
  }

  /** Comes last: however long it takes, who asked has the answer, and may ask for another. */
  private void told(Asked asked, int status, long bytes, Duration took) {
    answering
        .log()
        .add(
            at,
            LoggedTarget.method(asked.method()),
            LoggedTarget.of(asked.path(), asked.query()),
            status,
            bytes,
            took,
            asked.from());
  }
}
