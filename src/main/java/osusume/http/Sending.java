package osusume.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Sends one answer: headers, and a body that is whole, or streamed, or compressed. */
final class Sending {
  private final Exchange exchange;
  private final Response response;
  private final Executor streams;

  /**
   * @param streams in whose threads a large answer waits for its reader
   */
  Sending(Exchange exchange, Executor streams) {
    this.exchange = exchange;
    this.response = exchange.response();
    this.streams = streams;
  }

  /** Says that who asks has the answer. */
  void known(String tag) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.ETAG, tag);
    headers.put(SafetyHeaders.KEEP_AND_ASK);
    headers.put(SafetyHeaders.VARY);
    sendWhole(304, BufferUtil.EMPTY_BUFFER);
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
    boolean gzip = Gzip.isWanted(exchange.header(HttpHeader.ACCEPT_ENCODING));
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
    boolean head = exchange.isHead();
    int length = bytes.remaining();
    if (head) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
    }
    response.write(
        true,
        head ? BufferUtil.EMPTY_BUFFER : bytes,
        Callback.from(() -> exchange.sent(status, head ? 0 : length), exchange::failed));
  }

  /** Nobody knows how long it gets, and its reader may be slow: it holds no worker. */
  private void sendLarge(Reply reply, boolean gzip, String what) {
    response.setStatus(reply.status());
    if (gzip) {
      response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
    }
    if (exchange.isHead()) {
      // Not the last, for then it would have a length of 0.
      response.write(
          false,
          BufferUtil.EMPTY_BUFFER,
          Callback.from(() -> exchange.sent(reply.status(), 0), exchange::failed));
    } else {
      if (exchange.knowsChunks()) {
        // Said here, because Jetty would leave it out where the connection is closed afterwards.
        response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked");
      }
      streams.execute(() -> stream(reply, gzip, what));
    }
  }

  private void stream(Reply reply, boolean gzip, String what) {
    ResponseStream out = new ResponseStream(response);
    try {
      if (gzip) {
        compress(reply, out);
      } else {
        reply.body().writeTo(new Unclosed(out));
      }
      out.finish();
    } catch (IOException gone) {
      exchange.failed(gone);
      return;
    } catch (RuntimeException | Error e) {
      Unforeseen.log(what, e);
      exchange.failed(e);
      return;
    }
    exchange.sent(reply.status(), out.sent());
  }

  private static void compress(Reply reply, ResponseStream out) throws IOException {
    Gzip compressed = new Gzip(out);
    try {
      reply.body().writeTo(new Unclosed(compressed));
      compressed.finish();
    } finally {
      // Closing it would write the end of an answer that broke off.
      compressed.free();
    }
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
}
