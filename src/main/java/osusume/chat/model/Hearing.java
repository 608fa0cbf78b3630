package osusume.chat.model;

import java.io.EOFException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import osusume.chat.AssistantException;
import osusume.chat.model.AnswerPump.Arrival;
import osusume.chat.model.ModelAnswer.Finish;

/** Listens to one answer until it has ended, broke off, took too long, or is no longer wanted. */
final class Hearing {
  /** How often one looks whether to stop, in milliseconds. */
  private static final long LOOK = 25;

  /** More text than any answer has, with all that was thought for it, in characters. */
  private static final int MOST_TEXT = 1_000_000;

  private final TimeLimits limits;
  private final long end;
  private final ModelTroubles troubles;
  private final BooleanSupplier stopped;
  private final AnswerDraft draft;
  private boolean streamed;

  /** It went wrong before anything of an answer came. */
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1L;

    FailedException(Throwable why) {
      super(why);
    }
  }

  /**
   * @param end by {@link System#nanoTime()}
   * @param stopped whether the answer is no longer wanted
   * @param idPrefix see {@link AnswerDraft}
   * @param offered the names of the tools that may be called
   */
  Hearing(
      TimeLimits limits,
      long end,
      ModelTroubles troubles,
      BooleanSupplier stopped,
      String idPrefix,
      Set<String> offered) {
    this.limits = limits;
    this.end = end;
    this.troubles = troubles;
    this.stopped = stopped;
    this.draft = new AnswerDraft(idPrefix, offered);
  }

  /** Whether the answer came piece by piece. */
  boolean streamed() {
    return streamed;
  }

  /**
   * Listens.
   *
   * @throws FailedException if something broke before anything came
   * @throws AssistantException if nothing came for another reason
   */
  ModelAnswer listen(AnswerPump pump, Consumer<String> text)
      throws FailedException, AssistantException {
    ModelAnswer answer = heard(pump, text);
    handOn(draft.rest(), text);
    return answer;
  }

  private static void handOn(String more, Consumer<String> text) {
    if (!more.isEmpty()) {
      text.accept(more);
    }
  }

  private ModelAnswer heard(AnswerPump pump, Consumer<String> text)
      throws FailedException, AssistantException {
    long heard = System.nanoTime();
    Duration patience = limits.first();
    while (true) {
      Optional<Arrival> next = next(pump);
      if (next.isEmpty() && stopped.getAsBoolean()) {
        return draft.soFar(Finish.STOPPED);
      }
      long now = System.nanoTime();
      if (next.isPresent()) {
        heard = now;
        patience = limits.silence();
        Optional<ModelAnswer> answer = take(next.get(), text);
        if (answer.isPresent()) {
          return answer.get();
        }
      } else if (now - heard > patience.toNanos()) {
        return cut(troubles.silent(patience));
      }
      if (now > end) {
        return cut(troubles.silent(limits.whole()));
      }
      if (draft.length() > MOST_TEXT) {
        return draft.soFar(Finish.LENGTH);
      }
    }
  }

  private Optional<Arrival> next(AnswerPump pump) {
    if (stopped.getAsBoolean()) {
      return Optional.empty();
    }
    try {
      return pump.next(LOOK);
    } catch (InterruptedException e) {
      // Whoever interrupts the asking thread wants the answer no more.
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<ModelAnswer> take(Arrival arrival, Consumer<String> text)
      throws FailedException, AssistantException {
    return switch (arrival) {
      case Arrival.Alive alive -> Optional.empty();
      case Arrival.Piece piece -> {
        handOn(draft.add(piece.body()), text);
        yield Optional.empty();
      }
      case Arrival.Ended ended -> {
        streamed = ended.streamed();
        yield Optional.of(ended(ended.well()));
      }
      case Arrival.Failed failed -> {
        if (draft.isFinished()) {
          // Only what follows the last word was lost.
          yield Optional.of(ended(true));
        }
        if (!draft.holdsAnything()) {
          throw new FailedException(failed.why());
        }
        yield Optional.of(draft.soFar(Finish.CUT));
      }
    };
  }

  private ModelAnswer ended(boolean well) throws FailedException, AssistantException {
    if (!well && !draft.isFinished()) {
      if (!draft.holdsAnything()) {
        throw new FailedException(new EOFException());
      }
      return draft.soFar(Finish.CUT);
    }
    if (!draft.holdsAnything() && draft.isRefused()) {
      throw troubles.refused();
    }
    if (!draft.holdsAnything() && draft.isAtItsLimit() && draft.hasThought()) {
      throw troubles.onlyThought();
    }
    if (!draft.holdsAnything() && !draft.isAtItsLimit()) {
      throw troubles.saidNothing();
    }
    return draft.whole();
  }

  /** What came is kept; where nothing did, the trouble says why. */
  private ModelAnswer cut(AssistantException trouble) throws AssistantException {
    if (!draft.holdsAnything()) {
      throw trouble;
    }
    return draft.soFar(Finish.CUT);
  }
}
