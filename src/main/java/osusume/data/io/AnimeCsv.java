package osusume.data.io;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
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
   * @throws IOException if it can't be written, worded for a person; the target is then as it was
   */
  public static void write(Path target, Catalogue catalogue, int[] rows) throws IOException {
    Table titles = catalogue.table().rows(rows);
    StringColumn names = titles.stringColumn("name");
    for (int row = 0; row < names.size(); row++) {
      // A name that itself looks like HTML code would be decoded when it is read again.
      String name = names.get(row);
      if (!StringEscapeUtils.unescapeHtml4(name).equals(name)) {
        names.set(row, name.replace("&", "&amp;"));
      }
    }
    AtomicFile.replace(
        target,
        channel ->
            titles
                .write()
                .usingOptions(CsvWriteOptions.builder(Channels.newOutputStream(channel)).build()));
  }
}
