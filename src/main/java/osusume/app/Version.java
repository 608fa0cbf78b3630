package osusume.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The program's version, as the build wrote it. */
public final class Version {
  private static final Properties BUILD = read();

  /** For instance {@code 0.1.0}. */
  public static final String CURRENT = BUILD.getProperty("version");

  /** The day the version is of, like {@code 2026-11-23}: the same in each build of it. */
  public static final String DAY = BUILD.getProperty("built").substring(0, "2026-11-23".length());

  private Version() {}

  private static Properties read() {
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
