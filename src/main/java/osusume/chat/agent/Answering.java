package osusume.chat.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import osusume.chat.AssistantException;
import osusume.chat.Reply;
import osusume.chat.model.Message;
import osusume.chat.model.ModelAnswer;
import osusume.chat.model.ModelRequest;
import osusume.chat.model.ToolCall;
import osusume.progress.CancelledException;

/**
 * One answer coming about: the model is asked, what it calls for is done and said to it, until it
 * answers or a limit is reached; an answer with wrong titles may be mended once.
 */
final class Answering {
  private final String name;
  private final Limits limits;
  private final ModelTurns turns;
  private final ToolDesk desk;
  private final Briefing briefing;
  private final Deadline deadline;

  /** What was said of this question so far, by the person first. */
  private final List<Message> said = new ArrayList<>();

  private final List<String> notes = new ArrayList<>();

  /** Why the model gets no more tools; empty: it still does. */
  private Optional<String> limit = Optional.empty();

  /** An answer that named wrong titles, to fall back on. */
  private Optional<String> firstTry = Optional.empty();

  private boolean askedForWords;

  /** What a request may have in tokens, with its answer. */
  private int context;

  private boolean halved;

  Answering(
      String name,
      Limits limits,
      ModelTurns turns,
      ToolDesk desk,
      Briefing briefing,
      Deadline deadline) {
    this.name = name;
    this.limits = limits;
    this.context = limits.contextTokens();
    this.turns = turns;
    this.desk = desk;
    this.briefing = briefing;
    this.deadline = deadline;
  }

  Reply answer(String message) throws AssistantException {
    said.add(new Message.Said(message));
    notes.addAll(briefing.notes());
    try {
      while (true) {
        Optional<Reply> reply = take(ask());
        if (reply.isPresent()) {
          return reply.get();
        }
      }
    } catch (AssistantException e) {
      if (firstTry.isPresent()) {
        return fallBack(Reply.Ending.COMPLETE);
      }
      throw e;
    } catch (CancelledException e) {
      return firstTry.isPresent()
          ? fallBack(Reply.Ending.STOPPED)
          : reply("", Reply.Ending.STOPPED);
    }
  }

  /** A server that says it was too much is asked once more, with half of it at most. */
  private ModelAnswer ask() throws AssistantException {
    try {
      return askWithin();
    } catch (AssistantException e) {
      if (e.trouble() != AssistantException.Trouble.TOO_LONG || halved) {
        throw e;
      }
      halved = true;
      context /= 2;
      try {
        return askWithin();
      } catch (AssistantException still) {
        // What the server said first is what is wrong.
        throw still.trouble() == AssistantException.Trouble.TOO_LONG ? e : still;
      }
    }
  }

  private ModelAnswer askWithin() throws AssistantException {
    List<ModelRequest.Offer> offers = mayCall() ? desk.offers(context) : List.of();
    int room = context - limits.answerTokens() - TokenEstimate.ofOffers(offers);
    List<Message> messages = messages(room);
    int found = 0;
    while (TokenEstimate.ofMessages(messages) > room) {
      found = leaveOutFrom(found);
      if (found < 0) {
        throw new AssistantException(AssistantException.Trouble.TOO_LONG, tooLong(messages));
      }
      messages = messages(room);
    }
    return turns.ask(messages, offers, deadline);
  }

  private List<Message> messages(int room) {
    List<Message> messages =
        new ArrayList<>(briefing.messages().apply(room - TokenEstimate.ofMessages(said)));
    messages.addAll(said);
    return messages;
  }

  /**
   * Takes back the first thing a tool found at or after a place, for want of room.
   *
   * @return the place after it; below 0: there is none
   */
  private int leaveOutFrom(int place) {
    for (int i = place; i < said.size(); i++) {
      if (said.get(i) instanceof Message.Found found) {
        said.set(i, ToolDesk.tooMuch(found.callId()));
        return i + 1;
      }
    }
    return -1;
  }

  private String tooLong(List<Message> messages) {
    return ("What was to be sent has about %,d tokens, and %s takes %,d with its answer. Say it in"
            + " fewer words, give the model a longer context where it is served, or ask in the"
            + " simple way.")
        .formatted(TokenEstimate.ofMessages(messages), name, context);
  }

  private boolean mayCall() {
    return limit.isEmpty() && !askedForWords && desk.open();
  }

  /** Empty: the model is to be asked again. */
  private Optional<Reply> take(ModelAnswer answer) throws AssistantException {
    return switch (answer.finish()) {
      case REFUSED -> Optional.of(refused(answer.text()));
      case STOPPED -> stopped(answer.text());
      case CUT -> Optional.of(cut(answer.text()));
      case DONE, LENGTH -> {
        if (!answer.calls().isEmpty() && mayCall()) {
          call(answer);
          yield Optional.empty();
        }
        yield answer.text().isBlank()
            ? silent()
            : said(answer.text(), answer.finish() == ModelAnswer.Finish.LENGTH);
      }
    };
  }

  private void call(ModelAnswer answer) {
    turns.drop();
    said.add(
        new Message.Answered(
            answer.text(), answer.calls().stream().map(ToolDesk::sayable).toList()));
    for (ToolCall call : answer.calls()) {
      boolean room = reached().isEmpty();
      said.add(room ? desk.call(call, deadline.person()) : desk.leftUndone(call));
    }
    reached().ifPresent(this::lastWord);
  }

  private Optional<String> reached() {
    if (desk.steps().size() >= limits.steps()) {
      return Optional.of(
          "It looked up %d things, the most it may for one answer, and answered from those."
              .formatted(desk.steps().size()));
    }
    if (desk.failedInARow() >= limits.failuresInARow()) {
      return Optional.of(
          "%d of its look-ups in a row were refused, so it answered without them."
              .formatted(desk.failedInARow()));
    }
    long tokens = turns.tokens().in() + turns.tokens().out();
    if (tokens >= limits.tokens()) {
      return Optional.of(
          "It took %,d tokens, more than the %,d that one answer may, and answered from what it had."
              .formatted(tokens, limits.tokens()));
    }
    return deadline.over() ? Optional.of(tooSlow()) : Optional.empty();
  }

  private String tooSlow() {
    return "It took longer than the %d seconds that one answer may, and answered from what it had."
        .formatted(limits.time().toSeconds());
  }

  private void lastWord(String why) {
    limit = Optional.of(why);
    said.add(new Message.Said(Prompt.LAST_WORD));
    if (deadline.over()) {
      deadline.endIn(Limits.LAST_WORD);
    }
  }

  private Optional<Reply> stopped(String text) throws AssistantException {
    if (deadline.stopped()) {
      return Optional.of(
          firstTry.isPresent()
              ? fallBack(Reply.Ending.STOPPED)
              : reply(text, Reply.Ending.STOPPED));
    }
    if (firstTry.isPresent()) {
      return Optional.of(fallBack(Reply.Ending.COMPLETE));
    }
    if (text.isBlank()) {
      // Without its tools it may be quicker; if it had none, the same would come of it.
      if (!mayCall()) {
        throw new AssistantException(
            AssistantException.Trouble.TIME_OUT,
            "%s gave no answer within %d seconds. Ask again, or choose a quicker model."
                .formatted(name, limits.time().toSeconds()));
      }
      lastWord(tooSlow());
      return Optional.empty();
    }
    limit = limit.or(() -> Optional.of(tooSlow()));
    return Optional.of(reply(text, Reply.Ending.LIMIT));
  }

  private Reply refused(String text) {
    if (firstTry.isPresent()) {
      return fallBack(Reply.Ending.COMPLETE);
    }
    return new Reply(
        name,
        text,
        Reply.Ending.REFUSED,
        desk.steps(),
        List.of(),
        notes,
        Optional.of(turns.tokens()));
  }

  private Reply cut(String text) throws AssistantException {
    if (firstTry.isPresent()) {
      return fallBack(Reply.Ending.COMPLETE);
    }
    if (text.isBlank()) {
      throw new AssistantException(
          AssistantException.Trouble.SERVER,
          "The connection to %s broke off before an answer came. Try again.".formatted(name));
    }
    notes.add("The connection broke off; this is what came. Ask again for all of it.");
    return reply(text, Reply.Ending.CUT);
  }

  /** Some models say nothing after a tool has answered; asked without tools they do. */
  private Optional<Reply> silent() throws AssistantException {
    if (askedForWords) {
      throw new AssistantException(
          AssistantException.Trouble.SERVER,
          "%s answered with nothing. Try again, or choose another model.".formatted(name));
    }
    askedForWords = true;
    said.add(new Message.Said(Prompt.LAST_WORD));
    return Optional.empty();
  }

  private Optional<Reply> said(String text, boolean tooLong) {
    if (tooLong) {
      notes.add(
          "The answer was longer than the %,d tokens it may have, and ends there."
              .formatted(limits.answerTokens()));
      return Optional.of(reply(text, Reply.Ending.LIMIT));
    }
    TitleCheck.Checked checked = check(text);
    if (!checked.faults().isEmpty() && firstTry.isEmpty() && limit.isEmpty()) {
      firstTry = Optional.of(text);
      said.add(new Message.Answered(text, List.of()));
      said.add(new Message.Said(Prompt.mend(checked.faults())));
      turns.drop();
      return Optional.empty();
    }
    return Optional.of(reply(text, limit.isPresent() ? Reply.Ending.LIMIT : Reply.Ending.COMPLETE));
  }

  /** The first try stands, with its marks, where mending it came to nothing. */
  private Reply fallBack(Reply.Ending ending) {
    String text = firstTry.orElseThrow();
    turns.drop();
    turns.show(text);
    return reply(text, ending);
  }

  private TitleCheck.Checked check(String text) {
    return briefing.check().check(text, desk.steps(), desk.found());
  }

  private Reply reply(String text, Reply.Ending ending) {
    TitleCheck.Checked checked = check(text);
    List<String> all = new ArrayList<>(notes);
    limit.ifPresent(all::add);
    all.addAll(checked.notes());
    return new Reply(
        name, text, ending, desk.steps(), checked.titles(), all, Optional.of(turns.tokens()));
  }
}
