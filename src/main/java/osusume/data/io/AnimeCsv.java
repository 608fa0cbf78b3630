package osusume.data.io;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.text.StringEscapeUtils;
import osusume.data.Catalogue;
import osusume.file.AtomicFile;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvWriteOptions;

/** Writes titles as CSV, with the columns of {@code anime.csv}, so that they can be read again. */
public final class AnimeCsv {
  private AnimeCsv() {}

  /**
   * Replaces {@code target} by the titles in these rows of the catalogue, in this order. Unknown
   * numbers are empty fields.
   *
   * @param rows distinct
   * @throws IOException if it can't be written, worded for a person; the target is then as it was
   */
  public static void write(Path target, Catalogue catalogue, int[] rows) throws IOException {
    // A selection of a Tablesaw table forgets the order of its rows, a catalogue of them does not.
    Catalogue shown = new Catalogue(Arrays.stream(rows).mapToObj(catalogue::anime).toList());
    Table titles = shown.table();
    StringColumn names = titles.stringColumn("name");
    for (int row = 0; row < names.size(); row++) {
      // A name that itself looks like HTML code would be decoded when it is read again.
      String name = names.get(row);
      if (name.indexOf('&') >= 0 && !StringEscapeUtils.unescapeHtml4(name).equals(name)) {
        names.set(row, name.replace("&", "&amp;"));
      }
    }
    AtomicFile.replace(target, channel -> titles.write().usingOptions(options(channel)));
  }

  private static CsvWriteOptions options(FileChannel channel) {
    var writer = new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
    return CsvWriteOptions.builder(writer)
        .ignoreLeadingWhitespaces(false)
        .ignoreTrailingWhitespaces(false)
        .lineEnd("\n")
        .build();
  }
}
