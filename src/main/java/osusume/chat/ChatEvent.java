package osusume.chat;

/** Something that happens while an assistant answers. */
public sealed interface ChatEvent {
  /** More of the answer's text. */
  record Text(String delta) implements ChatEvent {}

  /**
   * What came as text so far was no part of the answer, for instance a thought before a tool was
   * called: it is taken back.
   */
  record TextDropped() implements ChatEvent {}

  /**
   * A tool begins its work.
   *
   * @param tool its name
   * @param summary what it does, in a line for the person
   */
  record StepBegan(String tool, String summary) implements ChatEvent {}

  /** The tool that began last has ended. */
  record StepEnded(Step step) implements ChatEvent {}

  /**
   * A text is about to leave this machine for a language model.
   *
   * @param address host it goes to
   * @param content all of it, as JSON, without the key
   */
  record Sending(String address, String content) implements ChatEvent {}
}
