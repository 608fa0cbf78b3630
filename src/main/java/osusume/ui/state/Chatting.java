package osusume.ui.state;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import osusume.app.Opened;
import osusume.chat.Asker;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.ChatEvent;
import osusume.chat.Exchange;
import osusume.chat.Ground;
import osusume.chat.Mode;
import osusume.chat.Question;
import osusume.chat.talk.Conversation;
import osusume.chat.talk.ConversationHead;
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
  private final Messages messages;
  private final Clock clock;
  private final Texts texts;
  private final TalkWriter writer;
  private final PastTalks past;
  private final ListQuestions questions;
  private final AnswerJobs answers;
  private final ReadOnlyObjectWrapper<Conversation> talk;
  private final ReadOnlyObjectWrapper<Answering> answering = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper frames = new ReadOnlyLongWrapper();
  private final ObjectProperty<Assistants.Choice> choice;
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.AGENT);

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
    this.messages = messages;
    this.clock = clock;
    this.texts = texts;
    this.choice = new AssistantChoice(assistants);
    this.writer = new TalkWriter(folder, keeps, troubles::tell);
    this.past = new PastTalks(writer, keeps, messages, texts);
    this.questions = new ListQuestions(list, texts);
    this.answers = new AnswerJobs(jobs, writer, questions, troubles, texts);
    this.talk = new ReadOnlyObjectWrapper<>(fresh());
  }

  private Conversation fresh() {
    return Conversation.begin(clock.instant());
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
    return answers.facts().trouble(talk.get().id(), exchange.at());
  }

  /** What was sent for an answer of this run of the program; it is kept no longer than that. */
  public List<ChatEvent.Sending> sentFor(Exchange exchange) {
    return answers.facts().sent(talk.get().id(), exchange.at());
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
      messages.wrong(texts.get(answering.get() == null ? "chat.ask.nobody" : "chat.ask.wait"));
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
    JobTask<Exchange> job = answers.job(asked, this::isWanted, ended -> end(asked, ended));
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

  /** Asked from any thread. */
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
    Conversation whole = asked.with(ended);
    past.put(whole);
    if (talk.get().id().equals(whole.id())) {
      talk.set(whole);
    }
    rest();
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
    past.put(before);
    if (talk.get().id().equals(before.id())) {
      talk.set(before);
    }
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
          answers.facts().forget(one.id());
          if (talk.get().id().equals(one.id())) {
            talk.set(fresh());
          }
        },
        back -> {
          // Something may have been begun since, and be on its way.
          if (talk.get().exchanges().isEmpty()) {
            talk.set(back);
          }
        });
  }

  /** Deletes all conversations, and begins a new one. */
  public void deleteAll() {
    abandon(talk.get().id());
    past.deleteAll(
        () -> {
          answers.facts().forgetAll();
          talk.set(fresh());
        });
  }

  /** The user that would be asked for now; empty: the person. */
  public OptionalInt askedFor() {
    return person.isMe() || user.id() == null ? OptionalInt.empty() : OptionalInt.of(user.id());
  }

  /** Finishes what is being written, once the jobs have ended; not on the JavaFX thread. */
  public void close() throws InterruptedException {
    writer.close();
    answers.close();
  }
}
