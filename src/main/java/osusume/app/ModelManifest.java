package osusume.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import osusume.json.Json;

/**
 * {@code models/manifest.json}: by kind of part and fingerprint of the data set, the file in use.
 * What it says beside that, as a later version may, stays in it.
 */
final class ModelManifest {
  private final Path folder;
  private final JsonFile<ObjectNode> file;

  ModelManifest(Path folder) {
    this.folder = folder;
    this.file = new JsonFile<>(folder.resolve("manifest.json"), ObjectNode.class);
  }

  /** The file it names; empty if it names none. That file may be gone. */
  Optional<Path> fileOf(Part<?> part, String fingerprint) throws IOException {
    JsonNode name = read().path(part.name()).path(fingerprint);
    return name.isTextual() ? Optional.of(folder.resolve(name.textValue())) : Optional.empty();
  }

  /** Names the file of a part; whatever else was said to lie in that file lies there no more. */
  void put(Part<?> part, String fingerprint, Path target) throws IOException {
    ObjectNode content = read();
    ObjectNode ofKind =
        content.get(part.name()) instanceof ObjectNode known
            ? known
            : content.putObject(part.name());
    String name = nameOf(target);
    ofKind.properties().removeIf(entry -> entry.getValue().asText().equals(name));
    ofKind.put(fingerprint, name);
    file.write(content);
  }

  /** Relative to the models folder where it lies there, so that the folder can be moved. */
  private String nameOf(Path target) {
    Path whole = target.toAbsolutePath().normalize();
    Path home = folder.toAbsolutePath().normalize();
    return whole.startsWith(home) ? home.relativize(whole).toString() : whole.toString();
  }

  private ObjectNode read() throws IOException {
    return file.readOrPutAside().orElseGet(() -> Json.mapper().createObjectNode());
  }
}
