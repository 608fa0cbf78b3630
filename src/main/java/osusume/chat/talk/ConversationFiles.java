package osusume.chat.talk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import osusume.file.AtomicFile;
import osusume.file.FileTrouble;

/**
 * The files of a folder of conversations: which are some, what one holds, and what becomes of one
 * that can't be read. A link is never followed and never written through, for it may lead out of
 * the folder.
 */
final class ConversationFiles {
  static final String END = ".json";
  private static final String ASIDE = ".damaged";

  private final Path folder;

  ConversationFiles(Path folder) {
    this.folder = folder;
  }

  /** What tells a file from what it was before, or from what another program put in its place. */
  record Stamp(long bytes, long modified, Object key) {}

  /**
   * @throws IllegalArgumentException if the id could not name a file of a conversation
   */
  Path of(String id) {
    if (!Conversation.isId(id)) {
      throw new IllegalArgumentException("'" + id + "' names no conversation.");
    }
    return folder.resolve(id + END);
  }

  /** The ids of those that are there, in no order. */
  List<String> ids() throws IOException {
    return plain(END).stream().map(ConversationFiles::id).toList();
  }

  /** What could not be read and was put aside before. */
  List<Path> aside() throws IOException {
    return plain(END + ASIDE + "*");
  }

  private List<Path> plain(String end) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + end)) {
      for (Path file : files) {
        if (Conversation.isId(id(file)) && isPlain(file)) {
          found.add(file);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw FileTrouble.reading(folder, e);
    }
    return found;
  }

  private static String id(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.indexOf(END));
  }

  private static boolean isPlain(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * @return null if there is no such file
   */
  Stamp stamp(String id) throws IOException {
    Path file = of(id);
    try {
      var found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return new Stamp(found.size(), found.lastModifiedTime().toMillis(), found.fileKey());
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  void write(String id, byte[] bytes) throws IOException {
    AtomicFile.replace(
        of(id),
        channel -> {
          ByteBuffer rest = ByteBuffer.wrap(bytes);
          while (rest.hasRemaining()) {
            channel.write(rest);
          }
        });
  }

  /**
   * The beginning of a file.
   *
   * @throws IOException if it can't be read; a damaged one has been put aside then; worded for a
   *     person
   */
  ConversationHead head(String id) throws IOException {
    Path file = of(id);
    return reading(
        file,
        () -> {
          try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            ConversationHead head = ConversationJson.head(in);
            return requireOwn(id, head.id(), head);
          }
        });
  }

  /** A file whole; as {@link #head}. */
  Conversation whole(String id) throws IOException {
    Path file = of(id);
    return reading(
        file,
        () -> {
          try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(ConversationStore.LARGEST);
            Conversation read = ConversationJson.conversation(bytes);
            return requireOwn(id, read.id(), read);
          }
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
      if (isPlain(file) && Files.size(file) > ConversationStore.LARGEST) {
        throw new DamagedConversationException();
      }
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
    for (int n = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); n++) {
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
}
