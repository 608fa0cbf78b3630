package osusume.chat.tool;

import osusume.progress.Progress;

/** The only way by which an assistant can change the person's list: by asking them first. */
public interface ListDoor {
  /** Nobody is there to ask, so nothing is changed. */
  ListDoor CLOSED = (proposal, progress) -> Outcome.UNAVAILABLE;

  /**
   * Shows the person what is proposed and waits for what they say; if they agree, the change is
   * made and on the disk when this returns.
   *
   * @param progress asked often whether to stop waiting; then the proposal counts as declined
   */
  Outcome propose(Proposal proposal, Progress progress);

  /** What came of a proposal. */
  enum Outcome {
    /** The person agreed, and it is done. */
    DONE,
    /** The person said no. */
    DECLINED,
    /** There is no list here that can be changed, or it could not be written. */
    UNAVAILABLE
  }
}
