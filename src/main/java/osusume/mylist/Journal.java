package osusume.mylist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import osusume.file.AtomicFile;
import osusume.file.FileTrouble;
import osusume.json.Json;

/**
 * The file a list is kept in: a line that says what it is, and then a {@link JournalLine} for each
 * change, appended and flushed. A line that was not written to its end never counted, and is cut
 * off before the next is written.
 */
final class Journal {
  private static final String FORMAT = "osusume-list";
  private static final int VERSION = 1;

  private final Path file;

  Journal(Path file) {
    this.file = file;
  }

  /**
   * What a journal holds.
   *
   * @param generation the name of this very file; another once it was written anew
   * @param lines the changes, oldest first
   * @param length how many bytes were written to their end
   * @param damaged how many lines are not what was once written
   */
  record Content(String generation, List<JournalLine> lines, long length, int damaged) {
    /** Where there is no file yet. */
    static final Content NONE = new Content("", List.of(), 0, 0);
  }

  /** How long the file is now; 0 if there is none. */
  long length() throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it can't be read, or is of a newer version; worded for a person
   */
  Content read() throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Content.NONE;
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
    String generation = "";
    List<JournalLine> lines = new ArrayList<>();
    int damaged = 0;
    int from = 0;
    for (int end = lineEnd(bytes, from); end >= 0; end = lineEnd(bytes, from)) {
      Optional<JsonNode> content = JournalLine.content(Arrays.copyOfRange(bytes, from, end));
      if (content.isPresent() && content.get().has("format")) {
        generation = generation(content.get());
      } else if (!content.flatMap(Journal::line).map(lines::add).orElse(false)) {
        damaged++;
      }
      from = end + 1;
    }
    if (from > 0 && generation.isEmpty()) {
      damaged++;
    }
    return new Content(generation, lines, from, damaged);
  }

  private static int lineEnd(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private String generation(JsonNode header) throws IOException {
    int version = header.path("version").asInt();
    if (version > VERSION || !header.path("format").asText().equals(FORMAT)) {
      throw new IOException(
          ("The list in %s was written by a newer Osusume (version %d of the file, but this one"
                  + " knows %d). It is left as it is; install the newer Osusume again.")
              .formatted(file, version, VERSION));
    }
    return header.path("generation").asText();
  }

  private static Optional<JournalLine> line(JsonNode content) {
    try {
      return Optional.of(JournalLine.read(content));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Appends a change to a journal that is there; once this returns, it is on the disk.
   *
   * @param length what {@link Content#length} says: what lies behind was not written to its end
   * @return the new length
   * @throws IOException if it can't be written, worded for a person; the journal then says what it
   *     said
   */
  long append(JournalLine line, long length) throws IOException {
    byte[] bytes = line.bytes();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.position(length);
      try {
        write(channel, bytes);
        channel.force(false);
      } catch (IOException e) {
        channel.truncate(length);
        throw e;
      }
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
    return length + bytes.length;
  }

  /**
   * Replaces the journal whole.
   *
   * @return what {@link #read} would read
   */
  Content write(List<JournalLine> lines) throws IOException {
    String generation = UUID.randomUUID().toString();
    ObjectNode header = Json.mapper().createObjectNode();
    header.put("format", FORMAT).put("version", VERSION).put("generation", generation);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(JournalLine.summed(Json.line(header)));
    lines.forEach(line -> bytes.writeBytes(line.bytes()));
    AtomicFile.replace(file, channel -> write(channel, bytes.toByteArray()));
    return new Content(generation, List.copyOf(lines), bytes.size(), 0);
  }

  /** Copies the file, as far as it was written to its end, to another place. */
  void copyTo(Path target) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    AtomicFile.replace(target, channel -> write(channel, bytes));
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
