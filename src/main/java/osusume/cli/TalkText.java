package osusume.cli;

import java.io.IOException;
import osusume.chat.ChatEvent;
import osusume.chat.Harmless;
import osusume.chat.Reply;

/**
 * An answer as it comes: its text to standard output, what is looked up for it and what is to be
 * known of it to standard error.
 */
final class TalkText {
  private final WorkspaceOptions options;
  private final boolean showSent;
  private final StringBuilder shown = new StringBuilder();

  /**
   * @param showSent whether what leaves this machine is shown
   */
  TalkText(WorkspaceOptions options, boolean showSent) {
    this.options = options;
    this.showSent = showSent;
  }

  void tell(ChatEvent event) {
    switch (event) {
      case ChatEvent.Text(String delta) -> text(delta);
      case ChatEvent.TextDropped() -> drop();
      case ChatEvent.StepBegan _ -> {
        // Its end says the same, and what was found.
      }
      case ChatEvent.StepEnded ended -> {
        endLine();
        options.say("· " + ended.step().summary());
      }
      case ChatEvent.Sending(String address, String content) -> {
        if (showSent) {
          endLine();
          options.say("Sent to " + address + ": " + content);
        }
      }
    }
  }

  /** As it comes for a person who watches; a program gets the answer alone, once it is whole. */
  private void text(String delta) {
    if (options.watched() && !options.json()) {
      print(delta);
    }
  }

  private void print(String text) {
    shown.append(text);
    options.out().print(text);
    options.out().flush();
  }

  /** What is printed can't be taken back, so a person is told. */
  private void drop() {
    if (!shown.isEmpty()) {
      endLine();
      options.say("(What stands above was no part of the answer.)");
      shown.setLength(0);
    }
  }

  private void endLine() {
    if (!shown.isEmpty() && shown.charAt(shown.length() - 1) != '\n') {
      options.out().println();
      options.out().flush();
      shown.append('\n');
    }
  }

  /** Prints what did not come piece by piece, and the notes. */
  void end(Reply reply) throws IOException {
    if (shown.isEmpty()) {
      print(reply.text());
    }
    endLine();
    options.flushAnswer();
    reply.notes().forEach(options::say);
    switch (reply.ending()) {
      case STOPPED ->
          options.say(
              reply.text().isBlank()
                  ? "The answer was stopped before anything came."
                  : "The answer was stopped; this is what came.");
      case REFUSED ->
          options.say(
              Harmless.line(reply.assistant()) + " would not answer that. Ask in other words.");
      default -> {
        // The notes say the rest.
      }
    }
  }
}
