package osusume.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /talk/{user_id}/{user_message}}: titles for what somebody says. */
final class TalkRoute implements Route {
  private static final Parameter MESSAGE =
      Parameter.text(
          "user_message", "what the user says; the rest of the path", "something short and funny");

  /** Seconds. There is no telling when an assistant will be there, so nobody need hurry. */
  private static final String RETRY_AFTER = "3600";

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
    return Optional.of(new Documented(Map.of(), List.of(400, 404, 503)));
  }

  @Override
  public Reply answer(Call call) throws Problem {
    int userId = UserId.inPath(call);
    ParameterValue.check(MESSAGE, call.path().get(1));
    UserId.taste(userId, call.requireOpened());
    throw new Problem(
        503,
        "There is no assistant to talk to yet. /recommend/%d answers titles for this user."
            .formatted(userId),
        Optional.empty(),
        Map.of("Retry-After", RETRY_AFTER));
  }
}
