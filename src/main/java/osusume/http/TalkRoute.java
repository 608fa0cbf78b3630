package osusume.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import osusume.app.AssistantSource;
import osusume.app.Grounds;
import osusume.app.Opened;
import osusume.app.TalkDocument;
import osusume.chat.Asker;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.chat.Mode;
import osusume.chat.Question;
import osusume.chat.tool.ListDoor;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/**
 * {@code /talk/{user_id}/{user_message}}: titles for what somebody says, in the simple way. Nothing
 * is remembered, and nobody's list is changed.
 */
final class TalkRoute implements Route {
  private static final Parameter MESSAGE =
      Parameter.text(
          "user_message", "what the user says; the rest of the path", "something short and funny");

  /** A model on one's own computer may take a minute to be read from the disk. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** Seconds, where a server of language models does not say how long to wait. */
  private static final long RETRY_AFTER = 60;

  private final AssistantSource assistants;

  TalkRoute(AssistantSource assistants) {
    this.assistants = assistants;
  }

  @Override
  public String template() {
    return "/talk/{user_id}/{user_message}";
  }

  @Override
  public String summary() {
    return "Titles for what a user of the data set says, in an assistant's words.";
  }

  @Override
  public List<Parameter> pathParameters() {
    return List.of(UserId.PARAMETER, MESSAGE);
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public Optional<Documented> documented() {
    return Optional.of(
        Documented.json(OpenApiSchemas.named(OpenApiSchemas.TALK), 400, 404, 502, 503, 504));
  }

  @Override
  public Reply answer(Call call) throws Problem {
    int userId = UserId.inPath(call);
    String message = call.path().get(1);
    ParameterValue.check(MESSAGE, message);
    Opened opened = call.requireOpened();
    Taste taste = UserId.taste(userId, opened);
    Question question;
    try {
      question =
          new Question(
              message, Mode.SIMPLE, List.of(), Grounds.of(opened, Asker.user(userId, taste), true));
    } catch (IllegalArgumentException e) {
      throw Problem.wrong(MESSAGE.name(), e.getMessage());
    }
    Catalogue catalogue = opened.data().catalogue();
    osusume.chat.Reply reply = asked(question, call);
    return Reply.json(json -> TalkDocument.write(reply, catalogue, json));
  }

  private osusume.chat.Reply asked(Question question, Call call) throws Problem {
    long end = System.nanoTime() + LONGEST.toNanos();
    Progress patience = until(end, call);
    try (Assistant assistant = assistants.open(patience)) {
      osusume.chat.Reply reply = assistant.answer(question, _ -> {}, ListDoor.CLOSED, patience);
      if (reply.ending() == osusume.chat.Reply.Ending.STOPPED) {
        throw late();
      }
      return reply;
    } catch (CancelledException e) {
      throw late();
    } catch (AssistantException e) {
      throw problem(e);
    }
  }

  private static Problem late() {
    return new Problem(
        504,
        "The assistant took longer than %d s, so it was stopped. Ask again, or ask a quicker model."
            .formatted(LONGEST.toSeconds()));
  }

  /** Nobody waits longer than that, and for who has gone nothing more is asked. */
  private static Progress until(long end, Call call) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        // There is nobody to show it to.
      }

      @Override
      public boolean cancelled() {
        return System.nanoTime() > end || call.gone().getAsBoolean();
      }
    };
  }

  private static Problem problem(AssistantException e) {
    int status =
        switch (e.trouble()) {
          case NO_KEY, RATE_LIMIT -> 503;
          case TIME_OUT -> 504;
          default -> 502;
        };
    boolean passes = e.trouble() == AssistantException.Trouble.RATE_LIMIT;
    long wait = e.retryAfter().map(Duration::toSeconds).orElse(RETRY_AFTER);
    return new Problem(
        status,
        e.getMessage(),
        Optional.empty(),
        passes ? Map.of("Retry-After", Long.toString(Math.max(1, wait))) : Map.of());
  }
}
