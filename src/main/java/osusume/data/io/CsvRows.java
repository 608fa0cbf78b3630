package osusume.data.io;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a CSV file one after another, with the line on which each starts; a quoted field may
 * hold commas, quotes and line breaks. Empty lines are passed over.
 */
final class CsvRows implements Closeable {
  private static final Pattern STARTING_LINE = Pattern.compile("starting at line (\\d+)");

  private final String file;
  private final CloseableIterator<CsvRecord> records;
  private CsvRecord record;
  private long lastLine;

  private CsvRows(String file, CloseableIterator<CsvRecord> records) {
    this.file = file;
    this.records = records;
  }

  static CsvRows over(String file, String text) {
    return over(file, new StringReader(text));
  }

  static CsvRows over(String file, Reader text) {
    return new CsvRows(
        file,
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .skipEmptyLines(true)
            .ofCsvRecord(text)
            .iterator());
  }

  /**
   * Goes to the next row.
   *
   * @return false at the end of the file
   * @throws BadInputException if the text is no CSV from here on
   */
  boolean next() throws IOException {
    try {
      if (!records.hasNext()) {
        return false;
      }
      record = records.next();
      lastLine = record.getStartingLineNumber();
      return true;
    } catch (CsvParseException e) {
      throw noCsv(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** FastCSV says what is wrong, and in parentheses or in passing where the row starts. */
  private BadInputException noCsv(CsvParseException e) {
    String said = String.valueOf(e.getMessage());
    Matcher start = STARTING_LINE.matcher(said);
    long line = start.find() ? Long.parseLong(start.group(1)) : lastLine + 1;
    String what = said.replaceFirst(" \\(record starting at line \\d+\\)$", "");
    return new BadInputException(
        "%s, line %d: the row is no CSV. %s. Correct that line, or get the file again."
            .formatted(file, line, what.replaceFirst("\\.$", "")),
        e);
  }

  /** The line on which the row starts, counted from 1. */
  long line() {
    return lastLine;
  }

  int fieldCount() {
    return record.getFieldCount();
  }

  String field(int i) {
    return record.getField(i);
  }

  /**
   * @throws BadInputException if the row has more or fewer fields than the header
   */
  void requireFields(int expected) throws BadInputException {
    int found = record.getFieldCount();
    if (found == expected) {
      return;
    }
    String cut =
        found < expected && !records.hasNext() ? " It is the last row: the file was cut." : "";
    throw new BadInputException(
        "%s, line %d: found %d %s (%s), but expected %d as in the header.%s Get the file again."
            .formatted(
                file,
                lastLine,
                found,
                found == 1 ? "value" : "values",
                BadInputException.quoted(String.join(",", record.getFields())),
                expected,
                cut));
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
