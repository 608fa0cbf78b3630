package osusume.chat.model;

import java.util.List;

/** What a language model is sent, piece by piece. */
public sealed interface Message {
  /** What it shall keep to. */
  record Instructions(String text) implements Message {}

  /** What the person said. */
  record Said(String text) implements Message {}

  /** What it answered before. */
  record Answered(String text, List<ToolCall> calls) implements Message {
    public Answered {
      calls = List.copyOf(calls);
    }
  }

  /**
   * What came of a call.
   *
   * @param callId of the {@link ToolCall}
   * @param json what the tool found, or {@code {"error": …}}
   */
  record Found(String callId, String json) implements Message {}
}
