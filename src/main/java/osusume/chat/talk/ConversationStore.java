package osusume.chat.talk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import osusume.file.AtomicFile;
import osusume.file.FileTrouble;
import osusume.progress.Progress;

/**
 * The conversations of this machine, one file each in one folder. A file is replaced whole or not
 * at all. One that was deleted lies in a folder beside the others until the store is closed, so
 * that it can come back; what a killed program left there is erased when the next one opens the
 * store. A file that can't be read is put aside under another name, and the person is told. May be
 * used from any thread but the JavaFX one.
 */
public final class ConversationStore implements AutoCloseable {
  /** What one conversation may have in bytes: some hundred long answers. */
  public static final int LARGEST = 4 << 20;

  private static final String END = ".json";
  private static final String ASIDE = ".damaged";

  private final Path folder;
  private final Path deleted;
  private final BooleanSupplier keeps;

  /** What was found damaged where nobody could be told. */
  private final List<String> untold = new ArrayList<>();

  /**
   * @param folder made when the first conversation is kept
   * @param keeps whether anything shall be kept; asked each time
   * @throws IOException if what was deleted before can't be erased; worded for a person
   */
  public ConversationStore(Path folder, BooleanSupplier keeps) throws IOException {
    this.folder = folder;
    this.deleted = folder.resolve("deleted");
    this.keeps = keeps;
    if (Files.isDirectory(folder)) {
      AtomicFile.deleteLeftovers(folder);
    }
    eraseDeleted();
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
    byte[] bytes = ConversationJson.bytes(conversation);
    if (bytes.length > LARGEST) {
      throw new IOException(
          ("This conversation has %,d kB, but %,d is the most that is kept of one. What was said"
                  + " last is not kept; begin a new conversation.")
              .formatted(bytes.length / 1000, LARGEST / 1000));
    }
    AtomicFile.replace(
        file(conversation.id()),
        channel -> {
          ByteBuffer rest = ByteBuffer.wrap(bytes);
          while (rest.hasRemaining()) {
            channel.write(rest);
          }
        });
    return true;
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
    for (String id : ids()) {
      try {
        heads.add(head(id));
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

  private List<String> ids() throws IOException {
    List<String> ids = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + END)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - END.length());
        if (Conversation.isId(id)) {
          ids.add(id);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw FileTrouble.reading(folder, e);
    }
    return ids;
  }

  private ConversationHead head(String id) throws IOException {
    Path file = file(id);
    return reading(
        file,
        () -> {
          try (InputStream in = Files.newInputStream(file)) {
            ConversationHead head = ConversationJson.head(in);
            return requireOwn(id, head.id(), head);
          }
        });
  }

  /**
   * A conversation whole.
   *
   * @throws IOException if there is none of that id any more, or its file can't be read; a damaged
   *     one has been put aside then; worded for a person
   */
  public synchronized Conversation read(String id) throws IOException {
    Path file = file(id);
    return reading(
        file,
        () -> {
          if (Files.size(file) > LARGEST) {
            throw new DamagedConversationException();
          }
          Conversation read = ConversationJson.conversation(Files.readAllBytes(file));
          return requireOwn(id, read.id(), read);
        });
  }

  private interface Read<T> {
    T read()
        throws IOException, DamagedConversationException, ConversationJson.LaterFormatException;
  }

  private static <T> T requireOwn(String id, String found, T read)
      throws DamagedConversationException {
    if (!found.equals(id)) {
      throw new DamagedConversationException();
    }
    return read;
  }

  private static <T> T reading(Path file, Read<T> read) throws IOException {
    try {
      return read.read();
    } catch (DamagedConversationException e) {
      throw putAside(file);
    } catch (ConversationJson.LaterFormatException e) {
      throw new IOException(
          "%s was written by a later version of Osusume. It was left as it is; open it with that one."
              .formatted(file));
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  private static IOException putAside(Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ASIDE);
    for (int n = 2; Files.exists(aside); n++) {
      aside = file.resolveSibling(file.getFileName() + ASIDE + n);
    }
    try {
      Files.move(file, aside);
    } catch (IOException e) {
      throw FileTrouble.writing(aside, e);
    }
    return new IOException(
        "%s is damaged, so this conversation can't be shown. It was put aside as %s."
            .formatted(file, aside.getFileName()));
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
      return Files.exists(file(id)) ? search.in(read(id)) : Optional.empty();
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
    move(file(id), deleted.resolve(file(id).getFileName()));
  }

  /**
   * Deletes all conversations.
   *
   * @return the ids of those that were deleted, by which they can be restored
   * @throws IOException if one can't be deleted; then all are still there; worded for a person
   */
  public synchronized List<String> deleteAll() throws IOException {
    List<String> gone = new ArrayList<>();
    try {
      for (String id : ids()) {
        delete(id);
        gone.add(id);
      }
    } catch (IOException e) {
      for (String id : gone) {
        restore(id);
      }
      throw e;
    }
    return gone;
  }

  /**
   * Brings back a conversation that was deleted since the store was opened.
   *
   * @throws IOException if that fails, or something was said in it again and kept since, which
   *     holds what was said before; worded for a person
   */
  public synchronized void restore(String id) throws IOException {
    if (Files.exists(file(id))) {
      throw new IOException("The conversation " + file(id) + " is there already.");
    }
    move(deleted.resolve(file(id).getFileName()), file(id));
  }

  private static void move(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      throw new IOException("There is no conversation " + from + " any more.");
    }
    try {
      Files.createDirectories(to.getParent());
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw FileTrouble.writing(to, e);
    }
  }

  /** Erases what was deleted; then it can't come back. */
  @Override
  public synchronized void close() throws IOException {
    eraseDeleted();
  }

  private void eraseDeleted() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(deleted)) {
      for (Path file : files) {
        Files.delete(file);
      }
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      throw FileTrouble.writing(deleted, e);
    }
    Files.deleteIfExists(deleted);
  }

  private Path file(String id) {
    if (!Conversation.isId(id)) {
      throw new IllegalArgumentException("'" + id + "' names no conversation.");
    }
    return folder.resolve(id + END);
  }
}
