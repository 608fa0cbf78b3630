package osusume.chat.talk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import osusume.progress.Progress;

/**
 * What the list of many conversations and a search through them cost; a program, no test. Takes how
 * many there are (1,000 unless told otherwise); each has ten exchanges and about 20 kB.
 */
final class ConversationStoreCost {
  private ConversationStoreCost() {}

  public static void main(String[] arguments) throws IOException {
    int count = arguments.length == 0 ? 1000 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("talk");
    try (var store = new ConversationStore(folder, () -> true)) {
      long begun = System.nanoTime();
      for (int i = 0; i < count; i++) {
        Conversation conversation = Talks.begunWith(Talks.full());
        for (int j = 1; j < 10; j++) {
          conversation =
              conversation.with(
                  Talks.exchange(i + j, "word" + i, "**Mushishi** is calm. ".repeat(80)));
        }
        store.save(conversation);
      }
      tell("saved " + count, begun);
      for (int round = 0; round < 5; round++) {
        begun = System.nanoTime();
        int heads = store.list().heads().size();
        tell("listed " + heads, begun);
        begun = System.nanoTime();
        int hits = store.search("word500", Progress.NONE).size();
        tell("searched, found " + hits, begun);
      }
      store.deleteAll();
    }
    Files.delete(folder);
  }

  private static void tell(String what, long begun) {
    System.out.printf("%s: %.0f ms%n", what, (System.nanoTime() - begun) / 1e6);
  }
}
