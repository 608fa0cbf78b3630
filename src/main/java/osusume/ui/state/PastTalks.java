package osusume.ui.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import osusume.chat.talk.Conversation;
import osusume.chat.talk.ConversationHead;
import osusume.chat.talk.ConversationHit;
import osusume.ui.text.Texts;

/** The conversations that were, and the one that is once something was said in it. */
public final class PastTalks {
  private final TalkWriter writer;
  private final BooleanSupplier keeps;
  private final Messages messages;
  private final Texts texts;
  private final ObservableList<ConversationHead> all = FXCollections.observableArrayList();
  private final ObservableList<ConversationHead> view =
      FXCollections.unmodifiableObservableList(all);

  /**
   * @param keeps whether what is said is kept; asked each time
   */
  PastTalks(TalkWriter writer, BooleanSupplier keeps, Messages messages, Texts texts) {
    this.writer = writer;
    this.keeps = keeps;
    this.messages = messages;
    this.texts = texts;
  }

  /** All conversations in which something was said, the one that was used last first. */
  public ObservableList<ConversationHead> all() {
    return view;
  }

  /** Reads what was kept of them. */
  void read() {
    writer.list(
        found -> {
          found.troubles().forEach(messages::wrong);
          put(found.heads());
        });
  }

  /** Puts a conversation among them as it is kept now; one of which nothing is, is not of them. */
  void put(Conversation talk) {
    Conversation kept = writer.kept(talk);
    if (keeps.getAsBoolean() && !kept.exchanges().isEmpty()) {
      put(List.of(kept.head()));
    }
  }

  private void put(List<ConversationHead> some) {
    Set<String> ids = some.stream().map(ConversationHead::id).collect(Collectors.toSet());
    List<ConversationHead> now = new ArrayList<>(all);
    now.removeIf(other -> ids.contains(other.id()));
    now.addAll(some);
    now.sort(Comparator.comparing(ConversationHead::last).reversed());
    all.setAll(now);
  }

  /**
   * Finds the conversations in which all words occur.
   *
   * @param then is handed them; not if something else is searched for meanwhile
   */
  public void search(String words, Consumer<List<ConversationHead>> then) {
    writer.search(words, hits -> then.accept(hits.stream().map(ConversationHit::head).toList()));
  }

  /** Searches for nothing any more. */
  public void leaveSearch() {
    writer.leaveSearch();
  }

  /**
   * Deletes a conversation, and offers to put it back.
   *
   * @param gone is run once it is deleted
   * @param back is handed it when it was put back
   */
  void delete(ConversationHead one, Runnable gone, Consumer<Conversation> back) {
    writer.delete(
        one.id(),
        () -> {
          all.removeIf(other -> other.id().equals(one.id()));
          gone.run();
          messages.done(
              texts.format("chat.deleted", one.title()),
              new Messages.Action(
                  texts.get("chat.undo"),
                  () -> writer.restore(one.id(), talk -> again(talk, back))));
        });
  }

  /** What was kept and deleted is there again, whether or not others are kept now. */
  private void again(Conversation talk, Consumer<Conversation> back) {
    put(List.of(talk.head()));
    back.accept(talk);
  }

  /**
   * Deletes all.
   *
   * @param gone is run once they are
   */
  void deleteAll(Runnable gone) {
    writer.deleteAll(
        count -> {
          all.clear();
          gone.run();
          messages.done(texts.format("chat.deleted.all", count));
        });
  }
}
