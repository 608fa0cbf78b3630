package osusume.data.io;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import osusume.file.FileTrouble;

/** The bytes of one CSV file, wherever they lie. They can be read more than once. */
public interface CsvSource {
  /** What the file is called in sentences for a person. */
  String name();

  /** How many bytes there are, or −1 where that is not known. */
  long size();

  /** The bytes from the start. */
  InputStream open() throws IOException;

  /** A file on the disk. */
  static CsvSource ofFile(Path file) {
    return new CsvSource() {
      @Override
      public String name() {
        return String.valueOf(file.getFileName());
      }

      @Override
      public long size() {
        try {
          return Files.size(file);
        } catch (IOException e) {
          // Only the progress bar asks; opening the file says what is wrong with it.
          return -1;
        }
      }

      @Override
      public InputStream open() throws IOException {
        try {
          return Files.newInputStream(file);
        } catch (IOException e) {
          throw FileTrouble.reading(file, e);
        }
      }
    };
  }

  /** Bytes in memory. */
  static CsvSource ofBytes(String name, byte[] bytes) {
    return new CsvSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }

  /**
   * A resource of the class path.
   *
   * @param path as {@link Class#getResourceAsStream} takes it
   */
  static CsvSource ofResource(Class<?> near, String path) {
    return new CsvSource() {
      @Override
      public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
      }

      @Override
      public long size() {
        return -1;
      }

      @Override
      public InputStream open() throws IOException {
        InputStream stream = near.getResourceAsStream(path);
        if (stream == null) {
          throw new FileNotFoundException(
              "The program's own file " + path + " is missing. Install the program again.");
        }
        return stream;
      }
    };
  }
}
