package osusume.chat.agent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import osusume.chat.AssistantException;
import osusume.chat.Tokens;
import osusume.chat.model.LanguageModel;
import osusume.chat.model.ModelAnswer;
import osusume.chat.model.ModelAnswer.Finish;
import osusume.chat.model.ModelRequest;
import osusume.chat.model.ToolCall;
import osusume.progress.Progress;

/** A model that says what a test has it say, and keeps what it was asked. */
final class ScriptedModel implements LanguageModel {
  /** One answer. */
  interface Turn {
    ModelAnswer answer(ModelRequest request, Consumer<String> text, Progress progress)
        throws AssistantException;
  }

  final List<ModelRequest> requests = new ArrayList<>();
  private final Deque<Turn> script = new ArrayDeque<>();
  boolean closed;

  ScriptedModel(Turn... turns) {
    script.addAll(List.of(turns));
  }

  /** Says a text, word by word. */
  static Turn says(String text) {
    return ends(text, Finish.DONE);
  }

  /** Says a text that ends for some reason. */
  static Turn ends(String text, Finish finish) {
    return (_, out, _) -> {
      for (String word : text.split("(?<= )")) {
        out.accept(word);
      }
      return new ModelAnswer(text, List.of(), finish, Optional.of(new Tokens(100, 10, true)));
    };
  }

  /** Calls tools: names and arguments in turn. */
  static Turn calls(String... namesAndArguments) {
    return saysAndCalls("", namesAndArguments);
  }

  static Turn saysAndCalls(String text, String... namesAndArguments) {
    return (request, out, _) -> {
      out.accept(text);
      List<ToolCall> calls = new ArrayList<>();
      for (int i = 0; i < namesAndArguments.length; i += 2) {
        calls.add(
            new ToolCall(
                "call_" + request.messages().size() + "_" + i,
                namesAndArguments[i],
                namesAndArguments[i + 1]));
      }
      return new ModelAnswer(text, calls, Finish.DONE, Optional.of(new Tokens(100, 10, true)));
    };
  }

  static Turn fails(AssistantException.Trouble trouble) {
    return (_, _, _) -> {
      throw new AssistantException(trouble, "It failed.");
    };
  }

  /** Says something and then nothing more until it is stopped. */
  static Turn hangsAfter(String text) {
    return (_, out, progress) -> {
      out.accept(text);
      while (!progress.cancelled()) {
        Thread.onSpinWait();
      }
      return new ModelAnswer(text, List.of(), Finish.STOPPED, Optional.empty());
    };
  }

  @Override
  public String model() {
    return "scripted";
  }

  @Override
  public String address() {
    return "127.0.0.1:1";
  }

  @Override
  public ModelAnswer ask(ModelRequest request, Consumer<String> text, Progress progress)
      throws AssistantException {
    requests.add(request);
    if (script.isEmpty()) {
      throw new AssertionError("It was asked once more than the test expects.");
    }
    return script.remove().answer(request, text, progress);
  }

  @Override
  public void close() {
    closed = true;
  }
}
