package osusume.app;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps the {@link Settings} on the disk. */
public final class SettingsFile {
  private final JsonFile<Settings> file;

  public SettingsFile(Path file) {
    this.file = new JsonFile<>(file, Settings.class);
  }

  /**
   * What was kept; the defaults if nothing was.
   *
   * @throws IOException if the file can't be read or is not valid; worded for a person
   */
  public Settings read() throws IOException {
    return file.read().orElse(Settings.DEFAULT);
  }

  public void write(Settings settings) throws IOException {
    file.write(settings);
  }
}
