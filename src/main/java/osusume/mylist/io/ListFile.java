package osusume.mylist.io;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipException;
import osusume.data.io.BadInputException;
import osusume.file.FileTrouble;
import osusume.mylist.ImportedList;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/**
 * Reads a list from a file: an export of MyAnimeList ({@code .xml}, {@code .xml.gz}) or a CSV or
 * JSON file of our own. What it is follows from its content, whatever its name. A file is read
 * whole or not at all.
 */
public final class ListFile {
  private ListFile() {}

  /**
   * Whether a file starts as lists do, by its content; what is wrong with the rest of it {@link
   * #read} tells.
   */
  public static boolean startsLikeOne(Path file) {
    try (ListBytes bytes = ListBytes.open(file, file.toString(), Progress.NONE)) {
      ListContent.of(file.toString(), bytes.head());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * @throws BadInputException if it is no such file, or something in it is not as it should be;
   *     says what, in which line, and what to do
   * @throws IOException if it can't be read; worded for a person
   * @throws CancelledException if the person cancelled
   */
  public static ImportedList read(Path file, Progress progress) throws IOException {
    String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
    if (Files.isDirectory(file)) {
      throw new BadInputException("%s is a folder. %s".formatted(file, ListContent.CHOOSE));
    }
    try (ListBytes bytes = ListBytes.open(file, name, progress)) {
      ListContent content = ListContent.of(name, bytes.head());
      Instant now = Instant.now();
      Entries entries = new Entries(name, now, progress);
      Instant exportedAt = ExportTime.of(file, name, now);
      return switch (content) {
        case XML -> new MalXmlReader(name, exportedAt, entries).read(bytes);
        case CSV -> new ListCsvReader(name, exportedAt, entries).read(bytes);
        case JSON -> new ListJsonReader(name, exportedAt, entries).read(bytes);
      };
    } catch (ClosedByInterruptException e) {
      Thread.currentThread().interrupt();
      throw (CancelledException) new CancelledException().initCause(e);
    } catch (EOFException e) {
      throw new BadInputException(name + " is cut off: its end is missing. Get the file again.", e);
    } catch (ZipException e) {
      throw new BadInputException(
          name + " is damaged and can't be unpacked. Get the file again.", e);
    } catch (CharacterCodingException | CharConversionException e) {
      throw new BadInputException(
          "%s holds bytes that are no text in the encoding it is said to have. Export the list again, or save it as UTF-8."
              .formatted(name),
          e);
    } catch (BadInputException e) {
      throw e;
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }
}
