package osusume.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import osusume.app.Workspace;
import osusume.json.Json;

/** Brings Jetty's requests to the routes, and their answers back. */
final class RoutesHandler extends Handler.Abstract {
  private static final String PROBLEM = "application/problem+json";

  private final Routes routes;
  private final Workspace workspace;
  private final RequestLog log;

  RoutesHandler(Routes routes, Workspace workspace, RequestLog log) {
    this.routes = routes;
    this.workspace = workspace;
    this.log = log;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    long begin = System.nanoTime();
    Instant at = Instant.now();
    Reply reply;
    try {
      reply = answer(request);
    } catch (Problem problem) {
      reply = reply(problem);
    }
    response.setStatus(reply.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
    reply.headers().forEach(response.getHeaders()::put);
    try (OutputStream out = Content.Sink.asOutputStream(response)) {
      reply.body().writeTo(out);
    }
    callback.succeeded();
    log.add(
        at,
        request.getMethod(),
        request.getHttpURI().getPathQuery(),
        reply.status(),
        Response.getContentBytesWritten(response),
        Duration.ofNanos(System.nanoTime() - begin),
        Request.getRemoteAddr(request));
    return true;
  }

  private Reply answer(Request request) throws Problem {
    Routes.Found found = routes.find(request.getHttpURI().getPath());
    Query query = Query.parse(request.getHttpURI().getQuery(), found.route().parameters());
    return found
        .route()
        .answer(
            new Call(
                workspace.openedIfAny(),
                found.values(),
                query,
                Accept.prefersHtml(request.getHeaders().getValuesList(HttpHeader.ACCEPT))));
  }

  private static Reply reply(Problem problem) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", org.eclipse.jetty.http.HttpStatus.getMessage(problem.status()));
    document.put("status", problem.status());
    document.put("detail", problem.getMessage());
    problem.parameter().ifPresent(name -> document.put("parameter", name));
    return new Reply(
        problem.status(),
        PROBLEM,
        problem.headers(),
        out -> Json.mapper().writeValue(out, document));
  }
}
