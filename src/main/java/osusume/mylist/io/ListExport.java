package osusume.mylist.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import osusume.file.AtomicFile;
import osusume.mylist.MyList;

/** Writes a list to a file from which {@link ListFile} reads the same list. */
public final class ListExport {
  private ListExport() {}

  /**
   * Replaces {@code target} by the list. If its name ends in {@code .gz} it is packed.
   *
   * @throws IOException if it can't be written, worded for a person; the target is then as it was
   */
  public static void write(Path target, MyList list, ListFormat format) throws IOException {
    boolean packed = target.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    AtomicFile.replace(
        target,
        channel -> {
          OutputStream bytes = Channels.newOutputStream(channel);
          GZIPOutputStream gzip = packed ? new GZIPOutputStream(bytes) : null;
          Writer text = new OutputStreamWriter(packed ? gzip : bytes, StandardCharsets.UTF_8);
          write(text, list, format);
          text.flush();
          if (packed) {
            gzip.finish();
          }
        });
  }

  /** How many titles of a list the site that a format is of does not take. */
  public static long notTaken(MyList list, ListFormat format) {
    return format == ListFormat.MYANIMELIST
        ? list.entries().stream().filter(entry -> !MalEntry.speaksOf(entry)).count()
        : 0;
  }

  private static void write(Writer text, MyList list, ListFormat format) throws IOException {
    switch (format) {
      case MYANIMELIST -> MalXmlWriter.write(text, list);
      case CSV -> ListCsvWriter.write(text, list);
      case JSON -> ListJsonWriter.write(text, list, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }
  }
}
