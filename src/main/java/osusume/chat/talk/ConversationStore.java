package osusume.chat.talk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import osusume.file.AtomicFile;
import osusume.file.FolderLock;
import osusume.file.PrivateFolder;
import osusume.progress.Progress;

/**
 * The conversations of this machine, one file each in one folder that nobody but its owner may look
 * into. A file is replaced whole or not at all. One that was deleted can come back until the store
 * is closed ({@link DeletedTalks}). A file that can't be read is put aside under another name, and
 * the person is told. Where two programs go on with the same conversation, each keeps its own: who
 * comes second writes a file of another name. May be used from any thread but the JavaFX one.
 */
public final class ConversationStore implements AutoCloseable {
  /** What one conversation may have in bytes: some hundred long answers. */
  public static final int LARGEST = 4 << 20;

  private final Path folder;
  private final ConversationFiles files;
  private final DeletedTalks deleted;
  private final BooleanSupplier keeps;

  /** What was found damaged where nobody could be told. */
  private final List<String> untold = new ArrayList<>();

  /** By id, how each file was when this store read or wrote it last. */
  private final Map<String, ConversationFiles.Stamp> known = new HashMap<>();

  /** By id, under which this store goes on with it, where another program went on with it too. */
  private final Map<String, String> branches = new HashMap<>();

  /**
   * @param folder made when the first conversation is kept
   * @param keeps whether anything shall be kept; asked each time
   * @throws IOException if what a killed program had deleted can't be erased; worded for a person
   */
  public ConversationStore(Path folder, BooleanSupplier keeps) throws IOException {
    this.folder = folder;
    this.files = new ConversationFiles(folder);
    this.deleted = new DeletedTalks(folder.resolve("deleted"));
    this.keeps = keeps;
    if (Files.isDirectory(folder)) {
      PrivateFolder.make(folder);
      AtomicFile.deleteLeftovers(folder);
    }
    deleted.eraseLeft();
  }

  /**
   * Keeps a conversation as it is now, in place of what it was before.
   *
   * @return whether it is kept: not where nothing shall be, and not while nothing was said
   * @throws IOException if it is too long or can't be written; what was kept of it before is as it
   *     was; worded for a person
   */
  public synchronized boolean save(Conversation conversation) throws IOException {
    if (!keeps.getAsBoolean() || conversation.exchanges().isEmpty()) {
      return false;
    }
    PrivateFolder.make(folder);
    try (var _ = FolderLock.await(folder)) {
      String id = branch(conversation.id());
      byte[] bytes = ConversationJson.bytes(conversation.named(id));
      if (bytes.length > LARGEST) {
        throw new IOException(
            ("This conversation has %,d kB, but %,d is the most that is kept of one. What was said"
                    + " last is not kept; begin a new conversation.")
                .formatted(bytes.length / 1000, LARGEST / 1000));
      }
      files.write(id, bytes);
      known.put(id, files.stamp(id));
    }
    return true;
  }

  /** Where this store writes a conversation: elsewhere once another program has gone on with it. */
  private String branch(String id) throws IOException {
    String own = branches.getOrDefault(id, id);
    ConversationFiles.Stamp now = files.stamp(own);
    if (now == null || now.equals(known.get(own))) {
      return own;
    }
    String fresh = Conversation.begin(Instant.now()).id();
    branches.put(id, fresh);
    return fresh;
  }

  /**
   * All that are kept, the one in which something was said last first. Reads only the beginning of
   * each file.
   *
   * @throws IOException if the folder can't be read; worded for a person
   */
  public synchronized ConversationList list() throws IOException {
    List<ConversationHead> heads = heads();
    List<String> troubles = List.copyOf(untold);
    untold.clear();
    return new ConversationList(heads, troubles);
  }

  private List<ConversationHead> heads() throws IOException {
    List<ConversationHead> heads = new ArrayList<>();
    for (String id : files.ids()) {
      try {
        heads.add(files.head(id));
      } catch (IOException e) {
        untold.add(e.getMessage());
      }
    }
    heads.sort(
        Comparator.comparing(ConversationHead::last)
            .thenComparing(ConversationHead::id)
            .reversed());
    return heads;
  }

  /**
   * A conversation whole.
   *
   * @throws IOException if there is none of that id any more, or its file can't be read; a damaged
   *     one has been put aside then; worded for a person
   */
  public synchronized Conversation read(String id) throws IOException {
    // Before it is read: what another program writes meanwhile is then seen to be another.
    ConversationFiles.Stamp stamp = files.stamp(id);
    Conversation read = files.whole(id);
    known.put(id, stamp);
    branches.remove(id);
    return read;
  }

  /**
   * The conversations in which all words occur, said or answered, whatever the case, as {@link
   * #list} orders them. Reads every file; of one that can't be read the next {@link #list} tells.
   *
   * @param words divided by blanks; none: nothing is found
   * @throws osusume.progress.CancelledException if the person asked to stop, or typed on
   * @throws IOException if the folder can't be read; worded for a person
   */
  public List<ConversationHit> search(String words, Progress progress) throws IOException {
    var search = new ConversationSearch(words);
    List<ConversationHit> hits = new ArrayList<>();
    for (ConversationHead head : headsNow()) {
      progress.check();
      search(search, head.id()).ifPresent(hits::add);
    }
    return hits;
  }

  private synchronized List<ConversationHead> headsNow() throws IOException {
    return heads();
  }

  private synchronized Optional<ConversationHit> search(ConversationSearch search, String id) {
    try {
      return files.stamp(id) == null ? Optional.empty() : search.in(files.whole(id));
    } catch (IOException e) {
      untold.add(e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Deletes a conversation; until the store is closed it can be restored.
   *
   * @throws IOException if it can't be deleted, and then it is still there; worded for a person
   */
  public synchronized void delete(String id) throws IOException {
    deleted.take(files.of(branches.getOrDefault(id, id)));
  }

  /**
   * Deletes all conversations for good: those that can be read, those that were put aside, and
   * those that were deleted before and could still have come back.
   *
   * @return how many there were
   * @throws IOException if one can't be deleted; then all are still there; worded for a person
   */
  public synchronized int deleteAll() throws IOException {
    List<Path> all = new ArrayList<>(files.aside());
    files.ids().forEach(id -> all.add(files.of(id)));
    List<Path> gone = new ArrayList<>();
    try {
      for (Path file : all) {
        deleted.take(file);
        gone.add(file);
      }
    } catch (IOException e) {
      for (Path file : gone) {
        deleted.giveBack(file);
      }
      throw e;
    }
    deleted.erase();
    return gone.size();
  }

  /**
   * Brings back a conversation that was deleted since the store was opened.
   *
   * @throws IOException if that fails, or something was said in it again and kept since, which
   *     holds what was said before; worded for a person
   */
  public synchronized void restore(String id) throws IOException {
    Path file = files.of(branches.getOrDefault(id, id));
    if (Files.exists(file)) {
      throw new IOException("The conversation " + file + " is there already.");
    }
    deleted.giveBack(file);
  }

  /** Erases what was deleted; then it can't come back. */
  @Override
  public synchronized void close() throws IOException {
    deleted.close();
  }
}
