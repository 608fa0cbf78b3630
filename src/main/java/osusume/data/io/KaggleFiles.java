package osusume.data.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import osusume.file.FileTrouble;

/**
 * The two files of Kaggle's data set among what a person chose: an archive, two files, or a folder
 * that holds them. Which is which is told by their headers. Close it when they are read.
 */
final class KaggleFiles implements Closeable {
  private static final String WANTED =
      "Choose Kaggle's archive.zip, or anime.csv and rating.csv together.";

  private final List<Archive> archives = new ArrayList<>();
  private final List<CsvSource> titles = new ArrayList<>();
  private final List<CsvSource> ratings = new ArrayList<>();

  private KaggleFiles() {}

  /**
   * @throws BadInputException if the two files are not there, or not just once
   */
  static KaggleFiles find(List<Path> chosen) throws IOException {
    var files = new KaggleFiles();
    try {
      List<CsvSource> sources = new ArrayList<>();
      for (Path file : distinct(inFolders(chosen))) {
        files.add(file, sources);
      }
      files.tellApart(sources);
      return files;
    } catch (IOException | RuntimeException e) {
      files.close();
      throw e;
    }
  }

  /** The two files of which it is known that they are the two. */
  static KaggleFiles of(CsvSource one, CsvSource other) throws IOException {
    var files = new KaggleFiles();
    files.tellApart(List.of(one, other));
    return files;
  }

  CsvSource titles() {
    return titles.getFirst();
  }

  CsvSource ratings() {
    return ratings.getFirst();
  }

  private static List<Path> inFolders(List<Path> chosen) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : chosen) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      List<Path> csv = wantedIn(path, "anime.csv", "rating.csv");
      List<Path> found = csv.isEmpty() ? wantedIn(path, "archive.zip") : csv;
      if (found.isEmpty()) {
        throw new BadInputException(
            "The folder "
                + path
                + " holds neither anime.csv and rating.csv nor archive.zip. "
                + WANTED);
      }
      files.addAll(found);
    }
    if (files.isEmpty()) {
      throw new BadInputException("No file was chosen. " + WANTED);
    }
    return files;
  }

  private static List<Path> wantedIn(Path folder, String... names) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries
          .filter(f -> List.of(names).contains(f.getFileName().toString().toLowerCase(Locale.ROOT)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw FileTrouble.reading(folder, e);
    }
  }

  private static List<Path> distinct(List<Path> files) throws IOException {
    for (int i = 0; i < files.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Files.exists(files.get(i)) && Files.isSameFile(files.get(i), files.get(j))) {
          throw new BadInputException(files.get(i) + " was chosen twice. " + WANTED);
        }
      }
    }
    return files;
  }

  private void add(Path file, List<CsvSource> sources) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(4);
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
    boolean zip = start.length >= 2 && start[0] == 'P' && start[1] == 'K';
    if (zip) {
      Archive archive = Archive.open(file);
      archives.add(archive);
      sources.addAll(archive.csvFiles());
    } else if (file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
      throw new BadInputException(
          file.getFileName()
              + (start.length == 0 ? " is empty" : " is no zip archive")
              + ". Get the file again.");
    } else {
      sources.add(CsvSource.ofFile(file));
    }
  }

  private void tellApart(List<CsvSource> sources) throws IOException {
    for (CsvSource source : sources) {
      CsvHeader header = CsvHeader.of(source);
      if (header.looksLikeRatings()) {
        ratings.add(source);
      } else if (header.looksLikeTitles()) {
        titles.add(source);
      } else {
        header.refuseOtherSeparator(CsvHeader.RATING);
        header.refuseOtherSeparator(CsvHeader.ANIME);
        throw new BadInputException(
            "%s, line 1: the header is neither that of anime.csv nor that of rating.csv. Found %s, but expected %s or %s."
                .formatted(
                    source.name(),
                    header.shown(),
                    String.join(",", CsvHeader.ANIME),
                    String.join(",", CsvHeader.RATING)));
      }
    }
    requireOne("anime.csv", "titles", titles, ratings);
    requireOne("rating.csv", "ratings", ratings, titles);
  }

  private static void requireOne(
      String wanted, String what, List<CsvSource> found, List<CsvSource> other)
      throws BadInputException {
    if (found.isEmpty()) {
      throw new BadInputException(
          "%s is missing: found only %s. %s".formatted(wanted, names(other), WANTED));
    }
    if (found.size() > 1) {
      throw new BadInputException(
          "%s all hold %s, but expected one %s. %s".formatted(names(found), what, wanted, WANTED));
    }
  }

  private static String names(List<CsvSource> sources) {
    return sources.stream().map(CsvSource::name).collect(Collectors.joining(" and "));
  }

  @Override
  public void close() throws IOException {
    for (Archive archive : archives) {
      archive.close();
    }
  }
}
