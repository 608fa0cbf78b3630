package osusume.ui.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.chat.ChatEvent;
import osusume.chat.Question;
import osusume.chat.Reply;
import osusume.chat.tool.ListDoor;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/** An assistant is closed when it is no longer wanted, and never under whoever still asks it. */
@Timeout(30)
class AssistantInUseTest {
  private final AssistantInUse inUse = new AssistantInUse();
  private final List<String> closed = new CopyOnWriteArrayList<>();
  private final List<String> made = new CopyOnWriteArrayList<>();

  private Assistants.Choice choice(String name) {
    return new Assistants.Choice(name, name, false, () -> make(name));
  }

  private Assistant make(String name) {
    made.add(name);
    return new Assistant() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Reply answer(
          Question question, Consumer<ChatEvent> events, ListDoor list, Progress progress) {
        return new Reply(
            name, "", Reply.Ending.COMPLETE, List.of(), List.of(), List.of(), Optional.empty());
      }

      @Override
      public void close() {
        closed.add(name);
      }
    };
  }

  @Test
  void theSameIsMadeOnceAndClosedWhenAnotherIsAsked() throws AssistantException {
    Assistants.Choice one = choice("one");
    inUse.ask(one, Assistant::name);
    inUse.ask(one, Assistant::name);
    assertThat(made).containsExactly("one");
    assertThat(closed).isEmpty();
    inUse.ask(choice("two"), Assistant::name);
    assertThat(closed).containsExactly("one");
    inUse.close();
    assertThat(closed).containsExactly("one", "two");
  }

  @Test
  void whoeverStillAnswersIsClosedOnlyWhenTheyHave() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var first =
        CompletableFuture.runAsync(
            () -> {
              try {
                inUse.ask(
                    choice("one"),
                    _ -> {
                      begun.countDown();
                      await(go);
                      assertThat(closed).isEmpty();
                      return null;
                    });
              } catch (AssistantException e) {
                throw new AssertionError(e);
              }
            });
    await(begun);
    inUse.ask(choice("two"), Assistant::name);
    assertThat(closed).isEmpty();
    go.countDown();
    first.get(10, TimeUnit.SECONDS);
    assertThat(closed).containsExactly("one");
  }

  @Test
  void closingWaitsForNobodyWhoIsBeingMade() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    Assistants.Choice slow =
        new Assistants.Choice(
            "slow",
            "slow",
            false,
            () -> {
              begun.countDown();
              await(go);
              return make("slow");
            });
    var asking =
        CompletableFuture.runAsync(
            () ->
                assertThatThrownBy(() -> inUse.ask(slow, Assistant::name))
                    .isInstanceOf(CancelledException.class));
    await(begun);
    inUse.close();
    go.countDown();
    asking.get(10, TimeUnit.SECONDS);
    assertThat(closed).containsExactly("slow");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
