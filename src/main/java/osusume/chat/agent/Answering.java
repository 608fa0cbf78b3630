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

  Answering(
      String name,
      Limits limits,
      ModelTurns turns,
      ToolDesk desk,
      Briefing briefing,
      Deadline deadline) {
    this.name = name;
    this.limits = limits;
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

  private ModelAnswer ask() throws AssistantException {
    List<ModelRequest.Offer> offers = mayCall() ? desk.offers() : List.of();
    int room =
        limits.contextTokens()
            - limits.answerTokens()
            - TokenEstimate.ofOffers(offers)
            - TokenEstimate.ofMessages(said);
    List<Message> messages = new ArrayList<>(briefing.messages().apply(room));
    messages.addAll(said);
    return turns.ask(messages, offers, deadline);
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

  private Optional<Reply> stopped(String text) {
    if (deadline.stopped()) {
      return Optional.of(
          firstTry.isPresent()
              ? fallBack(Reply.Ending.STOPPED)
              : reply(text, Reply.Ending.STOPPED));
    }
    if (firstTry.isPresent()) {
      return Optional.of(fallBack(Reply.Ending.COMPLETE));
    }
    if (text.isBlank() && limit.isEmpty()) {
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
    notes.add("The connection broke off; this is what came.");
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
