package osusume.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Routes that do what a test wants to see happen. */
final class TestRoutes {
  static final int LARGE = 3_000_000;
  static final String LINE = "a line of an answer that gets long, at last\n";

  /** What {@code /waits} waits for. */
  final CountDownLatch go = new CountDownLatch(1);

  /** How many requests {@code /waits} has. */
  final AtomicInteger waiting = new AtomicInteger();

  /** What {@code /endless} wrote to, the first bytes of it too. */
  final List<java.io.OutputStream> streamed = new CopyOnWriteArrayList<>();

  /** How often an answer was worked out. */
  final AtomicInteger worked = new AtomicInteger();

  /** What a route does. */
  private interface Work {
    Reply answer(Call call) throws Problem;
  }

  private record Plain(
      String template, List<Parameter> pathParameters, boolean repeatable, Work work)
      implements Route {
    @Override
    public String summary() {
      return "For a test.";
    }

    @Override
    public boolean withoutToken() {
      return template.equals("/");
    }

    @Override
    public boolean isQuick(Call call) {
      return template.equals("/quick");
    }

    @Override
    public Reply answer(Call call) throws Problem {
      return work.answer(call);
    }
  }

  Routes all() {
    return new Routes(
        List.of(
            route("/", call -> text("Welcome to a test!")),
            route("/small", call -> text("small")),
            route("/quick", call -> text("quick")),
            route("/medium", call -> text(LINE.repeat(100))),
            route("/large", call -> Reply.ok(Reply.TEXT, TestRoutes::writeLarge)),
            route("/waits", this::answerLater),
            route("/broken", call -> broken()),
            route("/broken-body", call -> Reply.ok(Reply.TEXT, out -> broken())),
            route("/half", call -> Reply.ok(Reply.TEXT, TestRoutes::writeHalf)),
            route("/refused", call -> refused()),
            route("/unready", call -> unready()),
            route("/endless", call -> Reply.ok(Reply.TEXT, this::writeOnAndOn)),
            new Plain(
                "/echo/{text}",
                List.of(Parameter.text("text", "a text", "a")),
                true,
                call -> text(call.path().getFirst())),
            new Plain(
                "/talk/{user_id}/{user_message}",
                List.of(
                    Parameter.wholeNumber("user_id", 0, "a user", "5"),
                    Parameter.text("user_message", "a message", "hello")),
                false,
                this::answerLater)));
  }

  private Route route(String template, Work work) {
    return new Plain(
        template,
        List.of(),
        true,
        call -> {
          worked.incrementAndGet();
          return work.answer(call);
        });
  }

  static Reply text(String text) {
    return Reply.ok(Reply.TEXT, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Reply answerLater(Call call) {
    waiting.incrementAndGet();
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      waiting.decrementAndGet();
    }
    return text("at last");
  }

  private static Reply broken() {
    throw new IllegalStateException("a secret of /home/somebody");
  }

  private static Reply refused() throws Problem {
    throw new Problem(400, "No “such” thing.", Optional.of("thing"), Map.of("Retry-After", "7"));
  }

  private static void writeLarge(java.io.OutputStream out) throws IOException {
    byte[] line = LINE.getBytes(StandardCharsets.UTF_8);
    for (int bytes = 0; bytes < LARGE; bytes += line.length) {
      out.write(line);
    }
  }

  private static Reply unready() throws Problem {
    throw new Problem(503, "Not yet.");
  }

  private void writeOnAndOn(java.io.OutputStream out) throws IOException {
    byte[] line = LINE.getBytes(StandardCharsets.UTF_8);
    streamed.add(out);
    while (go.getCount() > 0) {
      out.write(line);
    }
  }

  private static void writeHalf(java.io.OutputStream out) {
    try {
      writeLarge(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    broken();
  }
}
