package osusume.http;

import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import osusume.app.Opened;
import osusume.app.Workspace;

/**
 * Brings Jetty's requests past the gates to the routes, and their answers back. It never waits: the
 * gates and quick answers are the business of the thread that found out that a request came, whose
 * waking, and waking another, cost more than they do. All else is handed to the workers.
 */
final class RoutesHandler extends Handler.Abstract {
  private static final String METHODS = "GET, HEAD, OPTIONS";

  private final Routes routes;
  private final Workspace workspace;
  private final Answering answering;
  private final Limits limits;
  private final OriginGate origins;
  private final TokenGate tokens;
  private final TalkGate talks;
  private final Pace pace;
  private final Connections connections;
  private final EntityTags tags = new EntityTags();

  RoutesHandler(
      Routes routes,
      Workspace workspace,
      Answering answering,
      Limits limits,
      OriginGate origins,
      TokenGate tokens,
      Connections connections) {
    super(InvocationType.NON_BLOCKING);
    this.routes = routes;
    this.workspace = workspace;
    this.answering = answering;
    this.limits = limits;
    this.origins = origins;
    this.tokens = tokens;
    this.talks = new TalkGate(limits);
    this.pace = new Pace(limits.requestsPerSecond(), 2.0 * limits.requestsPerSecond());
    this.connections = connections;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange = new Exchange(request, response, callback, answering);
    if (exchange.bodyBytes() != 0) {
      exchange.refuse();
    } else if (connections.isEnding()) {
      exchange.closeAfterwards();
    }
    Route asked = null;
    try {
      checkSize(exchange);
      checkOrigin(exchange);
      checkPace(exchange);
      if (isOptionsOfAll(exchange)) {
        exchange.send(options(), "OPTIONS");
        return true;
      }
      Routes.Found found = find(exchange);
      asked = found.route();
      checkSite(exchange, asked);
      if (HttpMethod.OPTIONS.is(exchange.method())) {
        exchange.send(options(), "OPTIONS");
      } else {
        checkMethod(exchange);
        answer(exchange, found);
      }
    } catch (Problem problem) {
      send(exchange, problem);
    } catch (RuntimeException | Error e) {
      sendUnforeseen(exchange, asked == null ? "a request" : asked.template(), e);
    }
    return true;
  }

  private static void send(Exchange exchange, Problem problem) {
    exchange.send(ProblemReply.of(problem), "a problem");
  }

  private static void sendUnforeseen(Exchange exchange, String what, Throwable e) {
    Unforeseen.log(what, e);
    exchange.send(ProblemReply.unforeseen(), what);
  }

  private void checkSize(Exchange exchange) throws Problem {
    if (exchange.headers() > limits.headers()) {
      throw new Problem(
          431,
          "The request has %d headers, but %d is the most that are read."
              .formatted(exchange.headers(), limits.headers()));
    }
    if (exchange.bodyBytes() > limits.bodyBytes()) {
      throw new Problem(
          413,
          "The request has a body of %d bytes, but no route reads one, and %d is the most."
              .formatted(exchange.bodyBytes(), limits.bodyBytes()));
    }
  }

  private void checkOrigin(Exchange exchange) throws Problem {
    String host = exchange.host();
    origins.checkHost(host);
    origins.checkOrigin(exchange.header(HttpHeader.ORIGIN), host);
  }

  private void checkPace(Exchange exchange) throws Problem {
    Visitor visitor = exchange.visitor();
    if (!visitor.atHome() && !pace.take(visitor.key(), exchange.began())) {
      throw TalkGate.tooMany(
          "That is more than %d requests a second. Ask again in a moment."
              .formatted(limits.requestsPerSecond()),
          pace.secondsToWait(visitor.key(), exchange.began()));
    }
  }

  /** Says what there is only to who may know it. */
  private Routes.Found find(Exchange exchange) throws Problem {
    Routes.Found found = null;
    Problem notFound = null;
    try {
      found = routes.find(exchange.path());
    } catch (Problem problem) {
      notFound = problem;
    }
    if (found == null || !found.route().withoutToken()) {
      tokens.check(exchange.header(HttpHeader.AUTHORIZATION), exchange.visitor(), exchange.began());
    }
    if (notFound != null) {
      throw notFound;
    }
    return found;
  }

  private void checkSite(Exchange exchange, Route route) throws Problem {
    String site = exchange.header("Sec-Fetch-Site");
    if (site != null) {
      boolean followed =
          "navigate".equalsIgnoreCase(exchange.header("Sec-Fetch-Mode"))
              && "document".equalsIgnoreCase(exchange.header("Sec-Fetch-Dest"));
      origins.checkSite(site, followed, !route.mayCost());
    }
  }

  private static boolean isOptionsOfAll(Exchange exchange) {
    return "*".equals(exchange.path()) && HttpMethod.OPTIONS.is(exchange.method());
  }

  private static Reply options() {
    return new Reply(204, "", Map.of("Allow", METHODS), _ -> {});
  }

  private static void checkMethod(Exchange exchange) throws Problem {
    String method = exchange.method();
    if (!HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) {
      throw new Problem(
          405,
          "'%s' is not done here: the routes are asked by GET.".formatted(Problem.shown(method)),
          Optional.empty(),
          Map.of("Allow", METHODS));
    }
  }

  private void answer(Exchange exchange, Routes.Found found) throws Problem {
    Route route = found.route();
    Query query = Query.parse(exchange.query(), route.parameters());
    // Asked first: what is learned between the two questions is then told to be coming still, and
    // is not told to need learning.
    boolean learning = workspace.isLearning();
    Optional<Opened> opened = workspace.openedIfAny();
    Call call =
        new Call(opened, learning, found.values(), query, exchange.prefersHtml(), exchange::isGone);
    if (route.isQuick(call)) {
      answer(exchange, route, call);
    } else {
      getServer().getThreadPool().execute(() -> work(exchange, route, call));
    }
  }

  private void work(Exchange exchange, Route route, Call call) {
    try {
      answer(exchange, route, call);
    } catch (Problem problem) {
      send(exchange, problem);
    } catch (RuntimeException | Error e) {
      sendUnforeseen(exchange, route.template(), e);
    }
  }

  private void answer(Exchange exchange, Route route, Call call) throws Problem {
    if (route.mayCost()) {
      Reply reply;
      try (TalkGate.Pass _ = talks.enter(exchange.visitor(), exchange.began())) {
        reply = route.answer(call);
      }
      exchange.send(reply, route.template());
      return;
    }
    if (!route.repeatable()) {
      exchange.send(route.answer(call), route.template());
      return;
    }
    String tag = tags.of(call.opened(), asked(exchange, call));
    String known = exchange.header(HttpHeader.IF_NONE_MATCH);
    // Nobody has the name but from a 200, so there is nothing to refuse.
    if (EntityTags.isNamed(known, tag)) {
      exchange.sendKnown(tag);
      return;
    }
    Reply reply = route.answer(call);
    if (reply.status() != 200) {
      exchange.send(reply, route.template());
    } else if (EntityTags.isAny(known)) {
      exchange.sendKnown(tag);
    } else {
      exchange.send(reply, Optional.of(tag), route.template());
    }
  }

  /** All of a request that an answer may follow from. */
  private static String asked(Exchange exchange, Call call) {
    return exchange.path() + '?' + exchange.query() + '?' + call.forBrowser();
  }
}
