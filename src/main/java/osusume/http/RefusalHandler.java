package osusume.http;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty can't make a request of, which no route ever sees. */
final class RefusalHandler implements Request.Handler {
  private static final String MADE_UP_METHOD = "BAD";
  private static final String MADE_UP_PATHS = "/bad";

  private final Answering answering;
  private final Limits limits;

  RefusalHandler(Answering answering, Limits limits) {
    this.answering = answering;
    this.limits = limits;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status =
        switch (request.getAttribute(ErrorHandler.ERROR_EXCEPTION)) {
          case HttpException http -> http.getCode();
          case TimeoutException _ -> HttpStatus.REQUEST_TIMEOUT_408;
          // The visitor went away amid the request.
          case IOException _ -> HttpStatus.BAD_REQUEST_400;
          case null, default -> response.getStatus();
        };
    Exchange exchange = new Exchange(asItCame(request), response, callback, answering);
    exchange.refuse();
    exchange.send(reply(status, request), "a request that could not be read");
    return true;
  }

  /** Where nothing could be read Jetty makes a request up, which nobody shall see in a log. */
  private static Request asItCame(Request request) {
    boolean madeUp =
        MADE_UP_METHOD.equals(request.getMethod())
            && request.getHttpURI().toString().startsWith(MADE_UP_PATHS);
    return madeUp ? new Unread(request) : request;
  }

  /** A request of which not even the first line is known. */
  private static final class Unread extends Request.Wrapper {
    Unread(Request request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "…";
    }

    @Override
    public HttpURI getHttpURI() {
      return HttpURI.build().asImmutable();
    }
  }

  private Reply reply(int status, Request request) {
    if (HttpStatus.isServerError(status)
        && status != HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505
        && status != HttpStatus.NOT_IMPLEMENTED_501) {
      if (request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof Throwable trouble) {
        Unforeseen.log("a request that could not be read", trouble);
      }
      return ProblemReply.unforeseen();
    }
    return ProblemReply.of(new Problem(status, sentence(status)));
  }

  private String sentence(int status) {
    return switch (status) {
      case HttpStatus.REQUEST_TIMEOUT_408 ->
          "The request did not come to its end within %d s."
              .formatted(limits.request().toSeconds());
      case HttpStatus.PAYLOAD_TOO_LARGE_413 ->
          "The request has a larger body than the %d bytes that are taken."
              .formatted(limits.bodyBytes());
      case HttpStatus.URI_TOO_LONG_414 ->
          "The address asked for is too long: it and the headers may be %d bytes together."
              .formatted(limits.headerBytes());
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          "The request's headers are too long: with the address they may be %d bytes together."
              .formatted(limits.headerBytes());
      case HttpStatus.EXPECTATION_FAILED_417 ->
          "The request expects something ('Expect') that this listener does not do.";
      case HttpStatus.UPGRADE_REQUIRED_426, HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 ->
          "This listener speaks HTTP/1.1, and the request is of another version.";
      case HttpStatus.NOT_IMPLEMENTED_501 ->
          "The request's body is sent in a way ('Transfer-Encoding') that this listener does not read.";
      default ->
          "The request could not be read: it is not as HTTP/1.1 has it, or its address is not percent-encoded as it must be.";
    };
  }
}
