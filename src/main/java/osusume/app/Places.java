package osusume.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.harawata.appdirs.AppDirs;
import net.harawata.appdirs.AppDirsFactory;

/**
 * Where the program keeps its files.
 *
 * @param data data sets, and which of them is open
 * @param models factor files
 * @param settings the settings file
 * @param logs folder of the log files
 * @param list folder of the person's own list
 */
public record Places(Path data, Path models, Path settings, Path logs, Path list) {
  private static final String LIST = "mylist";

  /**
   * System property by which the start script tells the folder of the clone it was started from.
   */
  public static final String HOME_PROPERTY = "osusume.home";

  /** System property by which the launcher of an installed program tells where it lies. */
  public static final String INSTALLED_PROPERTY = "osusume.installed";

  /**
   * Folder beside an installed program that takes everything the program writes, if it is there.
   */
  private static final String PORTABLE = "portable";

  /**
   * Run from a clone, its {@code data} and {@code models}; installed, the system's folders for a
   * program's data, or the folder {@code portable} beside the program where there is one.
   *
   * @param data what the person chose instead; null: nothing
   * @param models what the person chose instead; null: nothing
   */
  public static Places find(Path data, Path models) {
    String home = System.getProperty(HOME_PROPERTY);
    Places usual = home == null ? portable().orElseGet(Places::ofSystem) : ofClone(Path.of(home));
    Path settings = data == null ? usual.settings : data.resolve("settings.json");
    Path logs = data == null ? usual.logs : data.resolve("logs");
    return new Places(
        data == null ? usual.data : data,
        models == null ? usual.models : models,
        settings,
        logs,
        data == null ? usual.list : data.resolve(LIST));
  }

  /** Folder of the archives that were downloaded. */
  public Path downloads() {
    return data.resolve("downloads");
  }

  /** Folder of the conversations. */
  public Path talks() {
    return data.resolve("talks");
  }

  private static Optional<Places> portable() {
    return Optional.ofNullable(System.getProperty(INSTALLED_PROPERTY))
        .map(home -> Path.of(home).resolve(PORTABLE))
        .filter(Files::isDirectory)
        .map(Places::ofClone);
  }

  /** Everything in one folder: a clone's, or that beside a portable program. */
  private static Places ofClone(Path home) {
    Path data = home.resolve("data");
    return new Places(
        data,
        home.resolve("models"),
        data.resolve("settings.json"),
        data.resolve("logs"),
        data.resolve(LIST));
  }

  private static Places ofSystem() {
    AppDirs system = AppDirsFactory.getInstance();
    Path data = Path.of(system.getUserDataDir("osusume", null, null));
    Path config = Path.of(system.getUserConfigDir("osusume", null, null));
    return new Places(
        data.resolve("data"),
        data.resolve("models"),
        config.resolve("settings.json"),
        data.resolve("logs"),
        data.resolve(LIST));
  }
}
