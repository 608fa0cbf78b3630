package osusume.data.download;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import osusume.file.AtomicFile;
import osusume.file.FileTrouble;
import osusume.json.Json;

/**
 * What has arrived so far, on the disk, with a {@link PartNote} beside it. The note stays when the
 * file is whole and has its name, until {@link #delete}: so it is found again if what shall be made
 * of it fails.
 */
final class PartFile implements Closeable {
  private final Path folder;
  private final Path part;
  private final Path noteFile;
  private PartNote note;
  private FileChannel channel;

  private PartFile(Path folder) {
    this.folder = folder;
    this.part = folder.resolve("download.part");
    this.noteFile = folder.resolve("download.json");
  }

  /**
   * What is there of the file at an address; nothing if it is of another one or can't be trusted.
   * The folder is made if it is missing.
   */
  static PartFile open(Path folder, DownloadAddress address) throws IOException {
    var file = new PartFile(folder);
    try {
      Files.createDirectories(folder);
      Optional<PartNote> kept = file.readNote();
      if (kept.filter(file::isThere).isEmpty()) {
        file.delete();
      } else if (kept.get().address().equals(address.toString())) {
        file.note = kept.get();
      }
      return file;
    } catch (IOException e) {
      throw FileTrouble.writing(file.part, e);
    }
  }

  private boolean isThere(PartNote kept) {
    return Files.exists(part) || archive(kept).isPresent();
  }

  private Optional<Path> archive(PartNote of) {
    return Optional.of(of.archive())
        .filter(name -> !name.isEmpty())
        .map(folder::resolve)
        .filter(Files::exists);
  }

  /** The file once it is whole and has its name. */
  Optional<Path> archive() {
    return Optional.ofNullable(note).flatMap(this::archive);
  }

  private Optional<PartNote> readNote() throws IOException {
    if (!Files.exists(noteFile)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
          Json.mapper().readValue(Files.readAllBytes(noteFile), PartNote.class));
    } catch (JsonProcessingException e) {
      // Then nobody knows what the part is a part of; it is fetched anew.
      return Optional.empty();
    }
  }

  /** How many bytes are there; 0 where the download begins anew. */
  long length() throws IOException {
    return note == null ? 0 : channel == null ? Files.size(part) : channel.size();
  }

  /** How many of them a download can go on from. */
  long resumableLength() throws IOException {
    return note == null || note.validator().isEmpty() ? 0 : length();
  }

  /** What is known of the file; null where the download begins anew. */
  PartNote note() {
    return note;
  }

  /** Whether all bytes are there. */
  boolean complete() throws IOException {
    return note != null && note.total() >= 0 && length() == note.total();
  }

  /** Begins a file anew; what was there of another one is gone. */
  void begin(PartNote fresh) throws IOException {
    delete();
    try {
      channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      write(fresh);
    } catch (IOException e) {
      throw FileTrouble.writing(part, e);
    }
  }

  private void write(PartNote fresh) throws IOException {
    byte[] bytes = Json.mapper().writeValueAsBytes(fresh);
    AtomicFile.replace(
        noteFile,
        out -> {
          ByteBuffer left = ByteBuffer.wrap(bytes);
          while (left.hasRemaining()) {
            out.write(left);
          }
        });
    note = fresh;
  }

  /** Writes what comes next. */
  void append(ByteBuffer bytes) throws IOException {
    try {
      if (channel == null) {
        channel = FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
      }
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw FileTrouble.writing(part, e);
    }
  }

  /** Forgets everything that has arrived; a file that has its name stays. */
  void delete() throws IOException {
    close();
    note = null;
    Files.deleteIfExists(part);
    Files.deleteIfExists(noteFile);
  }

  /** Where the bytes lie. */
  Path path() {
    return part;
  }

  /** Gives what has arrived, which is whole, its name in the folder. */
  Path finish(String archive) throws IOException {
    close();
    Path name = folder.resolve(archive);
    try {
      // The note comes first: killed between the two, the part is whole and only checked again.
      write(note.whole(archive));
      Files.move(part, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return name;
    } catch (IOException e) {
      throw FileTrouble.writing(name, e);
    }
  }

  /** Flushes what has arrived to the disk and keeps it. */
  @Override
  public void close() throws IOException {
    if (channel == null) {
      return;
    }
    try (FileChannel closing = channel) {
      channel = null;
      closing.force(true);
    } catch (IOException e) {
      throw FileTrouble.writing(part, e);
    }
  }
}
