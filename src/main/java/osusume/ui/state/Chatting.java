package osusume.ui.state;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import osusume.app.Opened;
import osusume.chat.Asker;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.ChatEvent;
import osusume.chat.Exchange;
import osusume.chat.Ground;
import osusume.chat.Mode;
import osusume.chat.Question;
import osusume.chat.Reply;
import osusume.chat.talk.Conversation;
import osusume.chat.talk.ConversationHead;
import osusume.chat.tool.ListDoor;
import osusume.progress.Progress;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.text.Texts;

/**
 * The conversation that is open, the answer that is on its way, and the conversations before; for
 * the JavaFX thread. An assistant is asked as a job; what it says is kept, also when it is stopped
 * or the window is closed meanwhile.
 */
public final class Chatting {
  private final CurrentData data;
  private final CurrentPerson person;
  private final CurrentUser user;
  private final PersonalList list;
  private final Assistants assistants;
  private final BiFunction<Opened, Asker, Ground> grounds;
  private final Jobs jobs;
  private final Messages messages;
  private final Troubles troubles;
  private final Clock clock;
  private final Texts texts;
  private final TalkWriter writer;
  private final PastTalks past;
  private final ListQuestions questions;
  private final AssistantInUse inUse = new AssistantInUse();
  private final ReadOnlyObjectWrapper<Conversation> talk;
  private final ReadOnlyObjectWrapper<Answering> answering = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper frames = new ReadOnlyLongWrapper();
  private final ObjectProperty<Assistants.Choice> choice = new SimpleObjectProperty<>();
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.AGENT);

  /** Of this run of the program, by when it was said. */
  private final Map<Instant, Trouble> kinds = new HashMap<>();

  private final Map<Instant, List<ChatEvent.Sending>> sent = new HashMap<>();

  private final AnimationTimer looks =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          look();
        }
      };

  /**
   * @param folder where conversations are kept
   * @param keeps whether they are; asked each time, from any thread
   * @param grounds what an answer for somebody stands on
   */
  public Chatting(
      CurrentData data,
      CurrentPerson person,
      CurrentUser user,
      PersonalList list,
      Assistants assistants,
      Path folder,
      BooleanSupplier keeps,
      BiFunction<Opened, Asker, Ground> grounds,
      Jobs jobs,
      Messages messages,
      Troubles troubles,
      Clock clock,
      Texts texts) {
    this.data = data;
    this.person = person;
    this.user = user;
    this.list = list;
    this.assistants = assistants;
    this.grounds = grounds;
    this.jobs = jobs;
    this.messages = messages;
    this.troubles = troubles;
    this.clock = clock;
    this.texts = texts;
    this.writer = new TalkWriter(folder, keeps, troubles::tell);
    this.past = new PastTalks(writer, keeps, messages, texts);
    this.questions = new ListQuestions(list, texts);
    this.talk = new ReadOnlyObjectWrapper<>(fresh());
    assistants.choices().addListener((_, _, _) -> fitChoice());
    fitChoice();
  }

  private Conversation fresh() {
    return Conversation.begin(clock.instant());
  }

  /** A choice that is gone gives way to the first; one of the same key is the same, made anew. */
  private void fitChoice() {
    String key = choice.get() == null ? "" : choice.get().key();
    choice.set(
        assistants.choices().getValue().stream()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .or(assistants::first)
            .orElse(null));
  }

  /** Reads what was kept of past conversations. */
  public void open() {
    past.read();
  }

  /** The conversation that is shown; never null. */
  public ReadOnlyObjectProperty<Conversation> talkProperty() {
    return talk.getReadOnlyProperty();
  }

  /** The answer that is on its way; null: none. */
  public ReadOnlyObjectProperty<Answering> answeringProperty() {
    return answering.getReadOnlyProperty();
  }

  /** Changes once a frame while more of the answer comes. */
  public ReadOnlyLongProperty framesProperty() {
    return frames.getReadOnlyProperty();
  }

  /** What the assistant asks the person. */
  public ListQuestions questions() {
    return questions;
  }

  /** The conversations before. */
  public PastTalks past() {
    return past;
  }

  public Assistants assistants() {
    return assistants;
  }

  /** Who is asked next; null where there is nobody. */
  public ObjectProperty<Assistants.Choice> choiceProperty() {
    return choice;
  }

  public ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  /** What kept an answer of this run of the program from coming; empty: nothing, or not known. */
  public Optional<Trouble> troubleOf(Exchange exchange) {
    return Optional.ofNullable(kinds.get(exchange.at()));
  }

  /** What was sent for an answer of this run of the program; it is kept no longer than that. */
  public List<ChatEvent.Sending> sentFor(Exchange exchange) {
    return sent.getOrDefault(exchange.at(), List.of());
  }

  /** Whether something can be asked now. */
  public boolean canAsk() {
    return answering.get() == null
        && choice.get() != null
        && data.opened() != null
        && person.isThere();
  }

  /**
   * Says something.
   *
   * @return whether it was taken; if not, the person was told why
   */
  public boolean ask(String text) {
    return askAt(talk.get().exchanges().size(), text, choice.get());
  }

  /**
   * Says something in place of what was said before, and what followed that is dropped, which can
   * be undone.
   *
   * @param index of what was said before
   * @return whether it was taken; if not, the person was told why
   */
  public boolean askInstead(int index, String text) {
    return askAt(index, text, choice.get());
  }

  /** Asks the same once more. */
  public void retry(int index) {
    askAt(index, talk.get().exchanges().get(index).said(), choice.get());
  }

  /** Asks the same of the assistant that needs no network. */
  public void askOffline(int index) {
    assistants
        .offline()
        .ifPresent(offline -> askAt(index, talk.get().exchanges().get(index).said(), offline));
  }

  private boolean askAt(int index, String text, Assistants.Choice by) {
    if (!canAsk()) {
      return false;
    }
    Conversation before = talk.get();
    Opened opened = data.opened();
    Asker asker = asker(opened);
    Question question;
    try {
      question =
          new Question(
              text, mode.get(), before.exchanges().subList(0, index), grounds.apply(opened, asker));
    } catch (IllegalArgumentException e) {
      messages.wrong(e.getMessage());
      return false;
    }
    Conversation now =
        before
            .first(index)
            .with(
                new Exchange(
                    clock.instant(), asker.userId(), text, Optional.empty(), Optional.empty()));
    Answering running = new Answering(now.id(), by.name());
    Asked asked = new Asked(by, question, now, running);
    JobTask<Exchange> job =
        jobs.createBrief(texts.get("chat.job"), progress -> answer(asked, progress));
    running.runBy(job);
    job.onDone(ended -> end(asked, ended))
        .onCancelled(() -> broken(asked, Reply.Ending.STOPPED, "chat.stopped.none"))
        .onFailed(
            fault -> {
              broken(asked, Reply.Ending.CUT, "chat.fault");
              troubles.tell(fault);
            });
    answering.set(running);
    show(now);
    writer.save(now, () -> true);
    looks.start();
    job.start();
    offerBack(before, index);
    return true;
  }

  /** What an answer would stand on now; empty while nothing is open or nobody is chosen. */
  public Optional<Ground> ground() {
    return data.opened() == null || !person.isThere()
        ? Optional.empty()
        : Optional.of(grounds.apply(data.opened(), asker(data.opened())));
  }

  private Asker asker(Opened opened) {
    return person.isMe()
        ? Asker.me(person.own(opened.data().catalogue()), list.get())
        : Asker.user(user.id(), opened.tasteOf(user.id()));
  }

  /** On the thread of the job; what came is on its way to the disk when this returns. */
  private Exchange answer(Asked asked, Progress progress) {
    Answering running = asked.running();
    Exchange ended;
    try {
      ListDoor door = questions.doorFor(asked.question().ground(), () -> isWanted(running));
      Reply reply = inUse.of(asked.by()).answer(asked.question(), running::told, door, progress);
      ended = asked.answered(reply);
    } catch (AssistantException e) {
      troubles.note(e);
      ended = asked.failed(e);
      Instant at = ended.at();
      Platform.runLater(() -> kinds.put(at, e.trouble()));
    }
    writer.save(asked.with(ended), () -> !running.abandoned());
    return ended;
  }

  private boolean isWanted(Answering running) {
    return answering.get() == running && !running.stopping();
  }

  private void look() {
    Answering running = answering.get();
    if (running != null && running.takeChange()) {
      frames.set(frames.get() + 1);
    }
  }

  private void end(Asked asked, Exchange ended) {
    if (asked.running().abandoned()) {
      return;
    }
    sent.put(ended.at(), asked.running().sent());
    Conversation whole = asked.with(ended);
    past.put(whole);
    if (talk.get().id().equals(whole.id())) {
      talk.set(whole);
    }
    rest();
  }

  /**
   * @param nothing key of the sentence that stands where nothing came
   */
  private void broken(Asked asked, Reply.Ending ending, String nothing) {
    Exchange ended = asked.broken(ending, texts.get(nothing));
    writer.save(asked.with(ended), () -> !asked.running().abandoned());
    end(asked, ended);
  }

  private void rest() {
    looks.stop();
    answering.set(null);
    questions.clear();
  }

  /** Stops what is answered in a conversation, of which nothing is kept. */
  private void abandon(String id) {
    Answering running = answering.get();
    if (running != null && running.talkId().equals(id)) {
      running.abandon();
      rest();
    }
  }

  /** Shows a conversation as it is now, and among the others. */
  private void show(Conversation now) {
    talk.set(now);
    past.put(now);
  }

  private void offerBack(Conversation before, int index) {
    int dropped = before.exchanges().size() - index;
    boolean answered =
        before.exchanges().subList(index, before.exchanges().size()).stream()
            .anyMatch(one -> one.reply().isPresent());
    if (dropped > 0 && answered) {
      messages.done(
          texts.format("chat.dropped", dropped),
          new Messages.Action(texts.get("chat.undo"), () -> putBack(before)));
    }
  }

  /** Makes a conversation what it was. */
  private void putBack(Conversation before) {
    abandon(before.id());
    writer.save(before, () -> true);
    show(before);
  }

  /** Stops the answer; what came of it is kept. */
  public void stop() {
    if (answering.get() != null) {
      answering.get().stop();
    }
  }

  /** Begins a new conversation. */
  public void begin() {
    stop();
    talk.set(fresh());
  }

  /** Goes on with a past conversation. */
  public void open(ConversationHead one) {
    if (!one.id().equals(talk.get().id())) {
      stop();
      writer.read(one.id(), talk::set);
    }
  }

  /** Deletes a conversation, and offers to put it back. */
  public void delete(ConversationHead one) {
    abandon(one.id());
    past.delete(
        one,
        () -> {
          if (talk.get().id().equals(one.id())) {
            talk.set(fresh());
          }
        },
        talk::set);
  }

  /** Deletes all conversations, and begins a new one. */
  public void deleteAll() {
    abandon(talk.get().id());
    past.deleteAll(() -> talk.set(fresh()));
  }

  /** The user that would be asked for now; empty: the person. */
  public OptionalInt askedFor() {
    return person.isMe() || user.id() == null ? OptionalInt.empty() : OptionalInt.of(user.id());
  }

  /** Finishes what is being written, once the jobs have ended; not on the JavaFX thread. */
  public void close() throws InterruptedException {
    writer.close();
    inUse.close();
  }
}
