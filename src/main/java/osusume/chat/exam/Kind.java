package osusume.chat.exam;

import java.util.Locale;

/** What a request of the exam is about. */
public enum Kind {
  FOR_ME("for me"),
  FOR_USER("for a user"),
  GENRE("genre"),
  WITHOUT("without a genre"),
  TYPE("type"),
  LENGTH("length"),
  RATING("rating"),
  POPULARITY("popularity"),
  LIKE("like a title"),
  LESS("less of something"),
  COMBINATION("combinations"),
  COUNT("how many are wanted"),
  WHY("why"),
  STATISTICS("statistics"),
  TABLE("groups of titles"),
  COMPARE("comparing"),
  DETAILS("details"),
  PROFILE("profiles"),
  ASK_BACK("asking back"),
  IMPOSSIBLE("nothing fits"),
  FOLLOW_UP("follow-ups"),
  LIST_CHANGE("list changes"),
  TRAP("traps");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** As the files of the exam and reports for programs name it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For a person. */
  public String words() {
    return words;
  }
}
