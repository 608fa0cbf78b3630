package osusume.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import osusume.file.AtomicFile;
import osusume.file.FileTrouble;
import osusume.json.Json;

/** A small file of remembered things, as JSON; replaced whole. */
final class JsonFile<T> {
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
      return Optional.of(Json.mapper().readValue(Files.readAllBytes(file), type));
    } catch (JsonProcessingException e) {
      throw new IOException(
          "%s is not valid: %s. Delete it to start afresh.".formatted(file, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
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
