package osusume.chat.exam;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import osusume.chat.Assistant;
import osusume.chat.ChatEvent;
import osusume.chat.Question;
import osusume.chat.Reply;
import osusume.chat.tool.ListDoor;
import osusume.progress.Progress;

/** An assistant that says what a function makes of the question. */
record Spoken(Function<Question, String> says) implements Assistant {
  @Override
  public String name() {
    return "Spoken";
  }

  @Override
  public Reply answer(
      Question question, Consumer<ChatEvent> events, ListDoor list, Progress progress) {
    return reply(says.apply(question));
  }

  static Reply reply(String text) {
    return new Reply(
        "Spoken", text, Reply.Ending.COMPLETE, List.of(), List.of(), List.of(), Optional.empty());
  }

  @Override
  public void close() {}
}
