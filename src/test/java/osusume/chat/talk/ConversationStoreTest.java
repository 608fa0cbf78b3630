package osusume.chat.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.json.Json;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/** Conversations come back as they were, or the person is told why not. */
class ConversationStoreTest {
  @TempDir Path temp;
  private Path folder;
  private ConversationStore store;
  private final AtomicBoolean keeps = new AtomicBoolean(true);

  @BeforeEach
  void open() throws IOException {
    folder = temp.resolve("talk");
    store = new ConversationStore(folder, keeps::get);
  }

  private Conversation saved(int minute, String said, String answered) throws IOException {
    Conversation conversation = Talks.begunWith(Talks.exchange(minute, said, answered));
    assertThat(store.save(conversation)).isTrue();
    return conversation;
  }

  private Path file(Conversation conversation) {
    return folder.resolve(conversation.id() + ".json");
  }

  private List<String> titles() throws IOException {
    return store.list().heads().stream().map(ConversationHead::title).toList();
  }

  @Test
  void everythingOfAConversationComesBack() throws IOException {
    Conversation conversation =
        Talks.begunWith(Talks.full())
            .with(Talks.failed(1, "and shorter?"))
            .with(Talks.exchange(2, "again", ""));
    store.save(conversation);
    assertThat(store.read(conversation.id())).isEqualTo(conversation);
    assertThat(new ConversationStore(folder, () -> true).list().heads())
        .containsExactly(conversation.head());
  }

  @Test
  void theLatestSaidComesFirstWhateverBeganFirst() throws IOException {
    Conversation first = saved(0, "first", "a");
    saved(1, "second", "b");
    store.save(first.with(Talks.exchange(5, "more", "c")));
    assertThat(titles()).containsExactly("first", "second");
    assertThat(store.list().heads().getFirst().exchanges()).isEqualTo(2);
  }

  @Test
  void aTitleIsTheBeginningOfWhatWasSaidFirst() {
    assertThat(Conversation.begin(Talks.NOON).title()).isEmpty();
    assertThat(Talks.begunWith(Talks.exchange(0, "  short\n one ", "")).title())
        .isEqualTo("short one");
    String words = "something short and funny like Barakamon, nothing I have seen before, please";
    assertThat(Talks.begunWith(Talks.exchange(0, words, "")).title())
        .isEqualTo("something short and funny like Barakamon, nothing I have…");
    String japanese = "面白い".repeat(40);
    assertThat(Talks.begunWith(Talks.exchange(0, japanese, "")).title())
        .isEqualTo(japanese.substring(0, 59) + "…");
  }

  @Test
  void nothingIsKeptWhereNothingShallBe() throws IOException {
    Conversation before = saved(0, "kept", "yes");
    keeps.set(false);
    assertThat(store.save(before.with(Talks.exchange(1, "secret", "x")))).isFalse();
    assertThat(store.save(Talks.begunWith(Talks.exchange(2, "secret", "x")))).isFalse();
    assertThat(store.list().heads()).containsExactly(before.head());
    assertThat(Files.readString(file(before))).doesNotContain("secret");
  }

  @Test
  void anEmptyConversationIsNotKept() throws IOException {
    assertThat(store.save(Conversation.begin(Talks.NOON))).isFalse();
    assertThat(folder).doesNotExist();
    assertThat(store.list().heads()).isEmpty();
  }

  @Test
  void oneThatIsTooLongIsRefusedAndWhatWasKeptStays() throws IOException {
    Conversation before = saved(0, "kept", "yes");
    String long1 = "x".repeat(ConversationStore.LARGEST);
    assertThatThrownBy(() -> store.save(before.with(Talks.exchange(1, "more", long1))))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("This conversation has 4,19")
        .hasMessageEndingWith("begin a new conversation.");
    assertThat(store.read(before.id())).isEqualTo(before);
  }

  @Test
  void theSearchFindsWhatWasSaidAndAnsweredInAnyCase() throws IOException {
    saved(0, "Something CALM", "Try **Mushishi**, it is a quiet series about strange beings.");
    saved(1, "ÄRGER", "an answer with 蟲師 in it");
    assertThat(search("calm QUIET")).containsExactly("[CALM] Something CALM");
    assertThat(search("mushishi"))
        .containsExactly("[Mushishi] Try **Mushishi**, it is a quiet series about strange b…");
    assertThat(search("ärger")).hasSize(1);
    assertThat(search("蟲")).containsExactly("[蟲] an answer with 蟲師 in it");
    assertThat(search("calm ärger")).isEmpty();
    assertThat(search("  ")).isEmpty();
    assertThat(search("a.*c")).isEmpty();
  }

  private List<String> search(String words) throws IOException {
    return store.search(words, Progress.NONE).stream()
        .map(
            hit ->
                "[%s] %s".formatted(hit.snippet().substring(hit.from(), hit.to()), hit.snippet()))
        .toList();
  }

  @Test
  void aSearchCanBeStopped() throws IOException {
    saved(0, "one", "two");
    Progress stopped =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> store.search("one", stopped)).isInstanceOf(CancelledException.class);
  }

  @Test
  void whatWasDeletedComesBackUntilTheStoreIsClosed() throws IOException {
    Conversation one = saved(0, "one", "a");
    Conversation two = saved(1, "two", "b");
    store.delete(one.id());
    assertThat(titles()).containsExactly("two");
    assertThatThrownBy(() -> store.read(one.id()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is no such file");
    store.restore(one.id());
    assertThat(store.read(one.id())).isEqualTo(one);

    store.delete(one.id());
    store.close();
    assertThat(everything()).containsExactly(two.id() + ".json");
    assertThatThrownBy(() -> store.restore(one.id())).isInstanceOf(IOException.class);
  }

  /** Names of all files in the folder and below it, but for the lock's. */
  private List<String> everything() throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .toList();
    }
  }

  @Test
  void deletingAllErasesAtOnceWhatWasDeletedBeforeAndWhatWasPutAsideToo() throws IOException {
    saved(0, "one", "a");
    Conversation before = saved(1, "two", "b");
    Conversation damaged = saved(2, "three", "c");
    store.delete(before.id());
    Files.writeString(file(damaged), "{\"secret\":");
    assertThat(store.list().troubles()).hasSize(1);
    assertThat(everything()).hasSize(3);
    assertThat(store.deleteAll()).isEqualTo(2);
    assertThat(everything()).isEmpty();
    assertThatThrownBy(() -> store.restore(before.id())).isInstanceOf(IOException.class);
    saved(3, "after", "d");
    assertThat(titles()).containsExactly("after");
  }

  @Test
  void whatOneWindowDeletedAnotherDoesNotErase() throws IOException {
    Conversation one = saved(0, "one", "a");
    store.delete(one.id());
    try (var second = new ConversationStore(folder, () -> true)) {
      Conversation other = Talks.begunWith(Talks.exchange(1, "other", "b"));
      second.save(other);
      second.delete(other.id());
      store.restore(one.id());
      store.delete(one.id());
      second.restore(other.id());
    }
    store.restore(one.id());
    assertThat(titles()).containsExactly("other", "one");
  }

  @Test
  void twoWindowsThatGoOnWithTheSameConversationBothKeepTheirs() throws IOException {
    Conversation begun = saved(0, "one", "a");
    var second = new ConversationStore(folder, () -> true);
    Conversation there = second.read(begun.id()).with(Talks.exchange(1, "there", "b"));
    second.save(there);
    Conversation here = begun.with(Talks.exchange(2, "here", "c"));
    store.save(here);
    store.save(here.with(Talks.exchange(4, "again", "d")));
    second.save(there.with(Talks.exchange(3, "more", "e")));
    List<List<String>> kept = new ArrayList<>();
    for (ConversationHead head : store.list().heads()) {
      kept.add(store.read(head.id()).exchanges().stream().map(each -> each.said()).toList());
    }
    assertThat(kept)
        .containsExactly(List.of("one", "here", "again"), List.of("one", "there", "more"));
  }

  @Test
  void aLinkIsNeitherFollowedNorWrittenThrough() throws IOException {
    Conversation one = saved(0, "one", "a");
    Path outside = temp.resolve("outside.json");
    Files.move(file(one), outside);
    byte[] before = Files.readAllBytes(outside);
    Files.createSymbolicLink(file(one), outside);
    assertThat(titles()).isEmpty();
    assertThatThrownBy(() -> store.read(one.id())).isInstanceOf(IOException.class);
    assertThat(store.deleteAll()).isZero();
    store.save(one.with(Talks.exchange(1, "more", "b")));
    assertThat(outside).hasBinaryContent(before);
  }

  @Test
  void nothingIsErasedByWayOfALink() throws IOException {
    Conversation one = saved(0, "one", "a");
    Path outside = Files.createDirectories(temp.resolve("outside").resolve("x"));
    Files.writeString(outside.resolve("mine.json"), "mine");
    Files.createSymbolicLink(folder.resolve("deleted"), outside.getParent());
    var next = new ConversationStore(folder, () -> true);
    assertThatThrownBy(() -> next.delete(one.id())).hasMessageContaining("is a link");
    next.close();
    assertThat(outside.resolve("mine.json")).hasContent("mine");
    assertThat(titles()).containsExactly("one");
  }

  @Test
  void hostileFilesLeaveTheRestReadable() throws IOException {
    Conversation good = saved(0, "good", "a");
    Conversation large = saved(1, "large", "b");
    Files.writeString(file(large), " ".repeat(ConversationStore.LARGEST) + "{}");
    Conversation folderNamed = saved(2, "folder", "c");
    Files.delete(file(folderNamed));
    Files.createDirectory(file(folderNamed));
    assertThat(store.list().troubles()).singleElement().asString().contains(large.id(), "damaged");
    assertThat(titles()).containsExactly("good");
    assertThat(store.read(good.id())).isEqualTo(good);
    assertThatThrownBy(() -> store.read(folderNamed.id())).isInstanceOf(IOException.class);
    assertThat(file(folderNamed)).isDirectory();
  }

  @Test
  void nobodyElseMayLookIntoTheFolder() throws IOException {
    Assumptions.assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "This system has no such rights.");
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    saved(0, "one", "a");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void whatAKilledProgramHadDeletedIsErasedAtTheNextStart() throws IOException {
    Conversation one = saved(0, "one", "a");
    store.delete(one.id());
    // The lock of a killed program is the system's to let go of; here nothing holds this folder.
    Path left = Files.createDirectories(folder.resolve("deleted").resolve("killed"));
    Files.writeString(left.resolve(one.id() + ".json"), "what was said");
    store.close();
    var next = new ConversationStore(folder, () -> true);
    assertThat(everything()).isEmpty();
    assertThat(folder.resolve("deleted")).doesNotExist();
    assertThatThrownBy(() -> next.restore(one.id())).isInstanceOf(IOException.class);
  }

  @Test
  void restoringLosesNothingThatWasKeptSince() throws IOException {
    Conversation one = saved(0, "one", "a");
    store.delete(one.id());
    Conversation more = one.with(Talks.exchange(1, "more", "b"));
    store.save(more);
    assertThatThrownBy(() -> store.restore(one.id())).hasMessageEndingWith("is there already.");
    assertThat(store.read(one.id())).isEqualTo(more);
  }

  @Test
  void everyDamageIsToldAndTheFilePutAsideAsItWas() throws IOException {
    byte[] good = Files.readAllBytes(file(saved(0, "told", "answer")));
    List<byte[]> damages = new ArrayList<>();
    damages.add(new byte[0]);
    damages.add("[]".getBytes());
    damages.add(java.util.Arrays.copyOf(good, good.length / 3));
    for (String field : List.of("format", "id", "begun", "last", "title", "count")) {
      ObjectNode without = (ObjectNode) Json.mapper().readTree(good);
      damages.add(Json.mapper().writeValueAsBytes(without.without(field)));
    }
    int n = 1;
    for (byte[] damage : damages) {
      Conversation other = saved(n++, "told", "answer");
      Files.write(file(other), damage);
      ConversationList list = store.list();
      assertThat(list.troubles()).singleElement().asString().contains("damaged", other.id());
      assertThat(list.troubles().getFirst()).doesNotContain("told", "answer");
      assertThat(Path.of(file(other) + ".damaged")).hasBinaryContent(damage);
      assertThat(store.list().troubles()).isEmpty();
    }
    assertThat(titles()).containsExactly("told");
  }

  @Test
  void aDamagedEndIsFoundWhenItIsReadOrSearched() throws IOException {
    Conversation one = saved(0, "one", "a");
    Conversation two = saved(1, "two", "b");
    for (Conversation each : List.of(one, two)) {
      byte[] good = Files.readAllBytes(file(each));
      Files.write(file(each), java.util.Arrays.copyOf(good, good.length - 3));
    }
    assertThat(store.list().heads()).hasSize(2);
    assertThatThrownBy(() -> store.read(one.id()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged")
        .hasNoCause();
    assertThat(store.search("b", Progress.NONE)).isEmpty();
    assertThat(store.list().troubles()).singleElement().asString().contains(two.id());
  }

  @Test
  void anythingChangedInAFileIsReadAsItStandsOrToldNeverThrown() throws IOException {
    Conversation conversation = Talks.begunWith(Talks.full());
    store.save(conversation);
    byte[] good = Files.readAllBytes(file(conversation));
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      byte[] changed = good.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      Files.write(file(conversation), changed);
      try {
        store.read(conversation.id());
      } catch (IOException e) {
        assertThat(e.getMessage()).containsAnyOf("damaged", "later version");
      }
    }
  }

  @Test
  void aFileOfALaterVersionIsLeftAsItIs() throws IOException {
    Conversation one = saved(0, "one", "a");
    String later = Files.readString(file(one)).replace("\"format\":1", "\"format\":2");
    Files.writeString(file(one), later);
    assertThat(store.list().troubles()).singleElement().asString().contains("later version");
    assertThatThrownBy(() -> store.read(one.id())).hasMessageContaining("later version");
    assertThat(file(one)).hasContent(later);
  }

  @Test
  void aFileOfSomebodyElseIsLeftAlone() throws IOException {
    saved(0, "one", "a");
    Files.writeString(folder.resolve("notes.json"), "mine");
    assertThat(titles()).containsExactly("one");
    store.deleteAll();
    assertThat(folder.resolve("notes.json")).hasContent("mine");
  }

  @Test
  void anIdNeverLeadsOutOfTheFolder() {
    assertThatThrownBy(() -> store.read("../../secret"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.delete("..")).isInstanceOf(IllegalArgumentException.class);
  }
}
