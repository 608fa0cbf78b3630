package osusume.app;

import java.util.Locale;

/** Which assistant answers in the chat. */
public enum AssistantKind {
  /** GPT-4o, or another model of OpenAI's; needs a key. */
  OPENAI,
  /** A model behind an address that speaks OpenAI's protocol, most often on this machine. */
  LOCAL,
  /** A set of rules in this program; needs nothing. */
  OFFLINE;

  /** As a command line has it. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }
}
