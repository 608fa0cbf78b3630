package osusume.chat.exam;

import java.util.List;

/**
 * A request with what its answer must be like; it passes when all checks do.
 *
 * @param id by which reports name it
 * @param asker who puts it
 * @param consent what they say to a change of their list
 * @param say one message, or several in turn; {@code {user}} stands for the id of {@link Who#USER}.
 *     The checks are about the last answer
 * @param held whether it may not be looked at while an assistant is built
 */
public record ExamItem(
    String id,
    Kind kind,
    Who asker,
    Consent consent,
    List<String> say,
    List<Check> checks,
    boolean held) {
  public ExamItem {
    say = List.copyOf(say);
    checks = List.copyOf(checks);
  }
}
