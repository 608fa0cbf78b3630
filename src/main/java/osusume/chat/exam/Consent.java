package osusume.chat.exam;

import osusume.chat.tool.ListDoor;

/** What the person says to a change of their list. */
public enum Consent {
  AGREE(ListDoor.Outcome.DONE),
  DECLINE(ListDoor.Outcome.DECLINED),
  /** There is no list to change. */
  CLOSED(ListDoor.Outcome.UNAVAILABLE);

  private final ListDoor.Outcome outcome;

  Consent(ListDoor.Outcome outcome) {
    this.outcome = outcome;
  }

  ListDoor.Outcome outcome() {
    return outcome;
  }
}
