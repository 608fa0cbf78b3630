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
import java.util.stream.IntStream;
import osusume.file.AtomicFile;
import osusume.file.FileTrouble;
import osusume.json.Json;

/**
 * The file a list is kept in: a line that says what it is, and then a {@link JournalChange} after
 * the other, each a line or several, appended and flushed. A change that was not written to its end
 * never counted, and is cut off before the next is written.
 */
final class Journal {
  private static final String FORMAT = "osusume-list";
  private static final int VERSION = 1;
  private static final String GENERATION = "generation";

  /** More than the first line has. */
  private static final int HEADER_BYTES = 256;

  private final Path file;

  Journal(Path file) {
    this.file = file;
  }

  /**
   * By what one sees, without reading it all, that a journal is another than it was.
   *
   * @param generation the name of this very file; another once it was written anew; empty if there
   *     is none
   * @param length in bytes
   */
  record State(String generation, long length) {
    /** Where there is no file, or nothing in it. */
    static final State NONE = new State("", 0);
  }

  /**
   * What a journal holds.
   *
   * @param state its name, and how many bytes of it are changes that were written to their end
   * @param changes oldest first
   * @param damaged how many lines are not what was once written
   * @param whole how many are
   */
  record Content(State state, List<JournalChange> changes, int damaged, int whole) {
    /** Where there is no file, or nothing in it. */
    static final Content NONE = new Content(State.NONE, List.of(), 0, 0);

    /** What is damaged, as the start of a sentence. */
    String damage(Path folder) {
      return "%,d of %,d lines of your list in %s were damaged"
          .formatted(damaged, damaged + whole, folder);
    }
  }

  /** The journal's state now; what was not written to its end counts for its length. */
  State state() throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer start = ByteBuffer.allocate(HEADER_BYTES);
      while (start.hasRemaining() && channel.read(start) >= 0) {}
      byte[] bytes = Arrays.copyOf(start.array(), start.position());
      int end = lineEnd(bytes, 0);
      Optional<JsonNode> header = end < 0 ? Optional.empty() : JournalLine.content(bytes, 0, end);
      return new State(
          header.map(node -> node.path(GENERATION).asText()).orElse(""), channel.size());
    } catch (NoSuchFileException e) {
      return State.NONE;
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
    List<Integer> ends = new ArrayList<>();
    for (int end = lineEnd(bytes, 0); end >= 0; end = lineEnd(bytes, end + 1)) {
      ends.add(end);
    }
    // On all cores: a journal may have a hundred thousand lines, and the window waits for it.
    List<Line> found =
        IntStream.range(0, ends.size())
            .parallel()
            .mapToObj(i -> line(bytes, start(ends, i), ends.get(i)))
            .toList();
    int torn = torn(found);
    String generation = "";
    List<JournalLine> lines = new ArrayList<>();
    int damaged = 0;
    for (Line line : found.subList(0, torn)) {
      if (line.header() != null) {
        generation = generation(line.header());
      } else if (line.change() != null) {
        lines.add(line.change());
      } else {
        damaged++;
      }
    }
    // Whoever is killed while a journal is made leaves none: one without its first line is damaged.
    boolean counted = !found.isEmpty() && found.getFirst().damaged();
    if (bytes.length > 0 && generation.isEmpty() && !counted) {
      damaged++;
    }
    if (cutShort(found)) {
      damaged++;
    }
    return new Content(
        new State(generation, start(ends, torn)),
        JournalChange.joined(lines),
        damaged,
        lines.size());
  }

  private static int start(List<Integer> ends, int line) {
    return line == 0 ? 0 : ends.get(line - 1) + 1;
  }

  /**
   * From which line on the file holds but the beginning of a change, as whoever is killed while
   * writing leaves it: such a change never counted. Where a line of it is damaged, it is another
   * matter: it may have been written to its end, and then it costs but that line.
   */
  private static int torn(List<Line> found) {
    if (!endsWithin(found) || cutShort(found)) {
      return found.size();
    }
    int from = found.size() - 1;
    while (from > 0
        && found.get(from - 1).change() != null
        && found.get(from).change().continues(found.get(from - 1).change())) {
      from--;
    }
    return found.get(from).change().part() == 1 ? from : found.size();
  }

  private static boolean endsWithin(List<Line> found) {
    JournalLine last = found.isEmpty() ? null : found.getLast().change();
    return last != null && last.part() < last.of();
  }

  /** A start is written with its whole file, so no kill leaves a part of it. */
  private static boolean cutShort(List<Line> found) {
    return endsWithin(found) && found.getLast().change().change().kind() == ListChange.Kind.START;
  }

  /** One of both, or neither if it is not what was once written. */
  private record Line(JsonNode header, JournalLine change) {
    boolean damaged() {
      return header == null && change == null;
    }
  }

  private static Line line(byte[] bytes, int from, int end) {
    JsonNode content = JournalLine.content(bytes, from, end).orElse(null);
    if (content == null || content.has("format")) {
      return new Line(content, null);
    }
    try {
      return new Line(null, JournalLine.read(content));
    } catch (IllegalArgumentException e) {
      return new Line(null, null);
    }
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
    return header.path(GENERATION).asText();
  }

  /**
   * Appends a change to a journal that is there; once this returns, it is on the disk.
   *
   * @param length how much was written to its end: what lies behind never counted
   * @return the new length
   * @throws IOException if it can't be written, worded for a person; the journal then says what it
   *     said
   */
  long append(JournalChange change, long length) throws IOException {
    byte[] bytes = change.bytes();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.position(length);
      write(channel, bytes);
      channel.force(false);
    } catch (IOException e) {
      takeBack(length, e);
      throw FileTrouble.writing(file, e);
    }
    return length + bytes.length;
  }

  /**
   * Sees to it that a change of which the person was told that it could not be written is not there
   * at the next start. Who interrupts a thread closes its channels, so this takes one of its own.
   */
  private void takeBack(long length, IOException why) {
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.force(true);
    } catch (IOException e) {
      why.addSuppressed(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Replaces the journal whole.
   *
   * @return what {@link #read} would read
   */
  Content write(List<JournalChange> changes) throws IOException {
    String generation = UUID.randomUUID().toString();
    ObjectNode header = Json.mapper().createObjectNode();
    header.put("format", FORMAT).put("version", VERSION).put(GENERATION, generation);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(JournalLine.summed(Json.line(header)));
    List<JournalLine> lines = changes.stream().flatMap(change -> change.lines().stream()).toList();
    lines.forEach(line -> bytes.writeBytes(line.bytes()));
    AtomicFile.replace(file, channel -> write(channel, bytes.toByteArray()));
    return new Content(new State(generation, bytes.size()), List.copyOf(changes), 0, lines.size());
  }

  /** Copies the file as it is to another place. */
  void copyTo(Path target) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
    AtomicFile.replace(target, channel -> write(channel, bytes));
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
