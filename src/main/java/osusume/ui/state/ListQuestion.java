package osusume.ui.state;

import java.util.concurrent.CompletableFuture;
import osusume.chat.tool.ListDoor.Outcome;
import osusume.chat.tool.Proposal;
import osusume.data.Anime;

/**
 * An assistant would change the person's list and waits for what they say. For the JavaFX thread,
 * but for the one that waits.
 */
public final class ListQuestion {
  private final Anime anime;
  private final Proposal proposal;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private boolean answered;

  ListQuestion(Anime anime, Proposal proposal) {
    this.anime = anime;
    this.proposal = proposal;
  }

  /** The title it is about. */
  public Anime anime() {
    return anime;
  }

  public Proposal proposal() {
    return proposal;
  }

  /** Whether this is the person's first word on it; of a second press nothing comes. */
  boolean answer() {
    boolean first = !answered;
    answered = true;
    return first;
  }

  void ended(Outcome how) {
    outcome.complete(how);
  }

  CompletableFuture<Outcome> outcome() {
    return outcome;
  }
}
