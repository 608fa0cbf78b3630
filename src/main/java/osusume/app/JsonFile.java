package osusume.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import osusume.file.AtomicFile;
import osusume.file.FileTrouble;
import osusume.json.Json;

/** A small file of remembered things, as JSON; replaced whole. */
final class JsonFile<T> {
  private static final Logger LOG = Logger.getLogger(JsonFile.class.getName());

  private final Path file;
  private final Class<T> type;

  JsonFile(Path file, Class<T> type) {
    this.file = file;
    this.type = type;
  }

  /**
   * What the file says; empty if there is none.
   *
   * @throws IOException if it can't be read or is not what it should be; worded for a person
   */
  Optional<T> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Json.mapper().readValue(Files.readAllBytes(file), type));
    } catch (JsonProcessingException e) {
      throw new NotValidException(
          "%s is not valid: %s. Delete it to start afresh.".formatted(file, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  /**
   * What the file says; empty if there is none or it is not what it should be. A file of that kind
   * is put aside under another name, for whoever wants to look into it, and the log says so: for
   * what can be done without.
   */
  Optional<T> readOrPutAside() throws IOException {
    try {
      return read();
    } catch (NotValidException e) {
      Path aside = file.resolveSibling(file.getFileName() + ".damaged");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      LOG.log(Level.WARNING, "Put aside as " + aside + ": " + e.getMessage(), e);
      return Optional.empty();
    }
  }

  /** The file can be read, but what it says makes no sense. */
  private static final class NotValidException extends IOException {
    private static final long serialVersionUID = 1L;

    NotValidException(String sentence, IOException cause) {
      super(sentence, cause);
    }
  }

  void write(T content) throws IOException {
    byte[] bytes = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
    AtomicFile.replace(
        file,
        channel -> {
          ByteBuffer buffer = ByteBuffer.wrap(bytes);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
        });
  }
}
