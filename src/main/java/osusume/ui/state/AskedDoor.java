package osusume.ui.state;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import osusume.chat.tool.ListDoor;
import osusume.chat.tool.Proposal;
import osusume.data.Catalogue;
import osusume.progress.Progress;

/**
 * The way by which an assistant changes the person's list in the window: the question is shown in
 * the conversation, and the assistant's thread waits until the person has said yes or no, or has
 * stopped the answer.
 */
final class AskedDoor implements ListDoor {
  private static final long LOOK_MILLIS = 50;

  private final Catalogue catalogue;
  private final Consumer<ListQuestion> ask;
  private final Consumer<ListQuestion> withdraw;

  /**
   * @param ask shows the question, on the JavaFX thread
   * @param withdraw shows it no longer, on the JavaFX thread; a person who agreed before that is
   *     still waited for
   */
  AskedDoor(Catalogue catalogue, Consumer<ListQuestion> ask, Consumer<ListQuestion> withdraw) {
    this.catalogue = catalogue;
    this.ask = ask;
    this.withdraw = withdraw;
  }

  @Override
  public Outcome propose(Proposal proposal, Progress progress) {
    int row = catalogue.rowOfId(proposal.animeId());
    if (row < 0) {
      return Outcome.UNAVAILABLE;
    }
    ListQuestion question = new ListQuestion(catalogue.anime(row), proposal);
    Platform.runLater(() -> ask.accept(question));
    boolean withdrawn = false;
    while (true) {
      try {
        return question.outcome().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (progress.cancelled() && !withdrawn) {
          withdrawn = true;
          Platform.runLater(() -> withdraw.accept(question));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        Platform.runLater(() -> withdraw.accept(question));
        return Outcome.DECLINED;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
