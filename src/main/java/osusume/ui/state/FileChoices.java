package osusume.ui.state;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import osusume.mylist.io.ListFormat;

/** Asks the person for files. */
public interface FileChoices {
  /** Which files to import; empty if the person thought better of it. */
  List<Path> toImport();

  /**
   * Where to save a CSV file; empty if the person thought better of it.
   *
   * @param suggestion a file name to begin with
   */
  Optional<Path> toSaveCsv(String suggestion);

  /** The same for a JSON file. */
  Optional<Path> toSaveJson(String suggestion);

  /** A file with a list to import; empty if the person thought better of it. */
  Optional<Path> listToImport();

  /** Where to save the person's list; see {@link #toSaveCsv}. */
  Optional<Path> toSaveList(String suggestion, ListFormat format);
}
