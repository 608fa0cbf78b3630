package osusume.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.chat.ChatEvent;
import osusume.chat.NamedTitle;
import osusume.chat.Question;
import osusume.chat.Reply;
import osusume.chat.Step;
import osusume.chat.Tokens;
import osusume.chat.tool.ListDoor;
import osusume.progress.Progress;
import osusume.ui.state.Assistants;

/** An assistant that does what a test has written for it, and keeps what it was asked. */
final class ScriptedAssistant implements Assistant {
  final List<Question> asked = new CopyOnWriteArrayList<>();
  final CountDownLatch closed = new CountDownLatch(1);
  private final String name;
  private volatile Script script;

  /** What it does with a question. */
  interface Script {
    Reply answer(Question question, Consumer<ChatEvent> events, ListDoor list, Progress progress)
        throws AssistantException;
  }

  ScriptedAssistant(String name, Script script) {
    this.name = name;
    this.script = script;
  }

  void does(Script other) {
    script = other;
  }

  Assistants.Choice choice(String key, boolean offline) {
    return new Assistants.Choice(key, name, offline, () -> this);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Reply answer(
      Question question, Consumer<ChatEvent> events, ListDoor list, Progress progress)
      throws AssistantException {
    asked.add(question);
    return script.answer(question, events, list, progress);
  }

  @Override
  public void close() {
    closed.countDown();
  }

  /** Says a text at once. */
  static Script saying(String by, String text) {
    return (_, events, _, _) -> {
      events.accept(new ChatEvent.Text(text));
      return reply(by, text, Reply.Ending.COMPLETE);
    };
  }

  /** Says a text and then goes on until it is stopped. */
  static Script goingOn(String by, String text) {
    return (_, events, _, progress) -> {
      events.accept(new ChatEvent.Text(text));
      while (!progress.cancelled()) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
      return reply(by, text, Reply.Ending.STOPPED);
    };
  }

  static Reply reply(String by, String text, Reply.Ending ending) {
    return new Reply(by, text, ending, List.of(), List.of(), List.of(), Optional.empty());
  }

  /** An answer with everything an answer can have. */
  static Reply whole(String by, String text, List<Step> steps, List<NamedTitle> titles) {
    return new Reply(
        by,
        text,
        Reply.Ending.COMPLETE,
        steps,
        titles,
        List.of(),
        Optional.of(new Tokens(1100, 120, true)));
  }

  /** Where a text names titles; −1 for one there is not. */
  static List<NamedTitle> titles(String text, Object... namesAndIds) {
    List<NamedTitle> titles = new ArrayList<>();
    for (int i = 0; i < namesAndIds.length; i += 3) {
      String said = (String) namesAndIds[i];
      int id = (int) namesAndIds[i + 1];
      int from = text.indexOf(said);
      titles.add(
          new NamedTitle(
              from,
              from + said.length(),
              said,
              id < 0 ? OptionalInt.empty() : OptionalInt.of(id),
              (boolean) namesAndIds[i + 2]));
    }
    return titles;
  }
}
