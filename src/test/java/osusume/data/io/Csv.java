package osusume.data.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import osusume.data.Dataset;
import osusume.progress.Progress;

/** Small files as Kaggle writes them, for tests to read or to spoil. */
final class Csv {
  static final String ANIME_HEADER = "anime_id,name,genre,type,episodes,rating,members\n";
  static final String ANIME =
      ANIME_HEADER
          + "5,Cowboy Bebop,\"Action, Adventure, Sci-Fi\",TV,26,8.82,486824\n"
          + "1,Kimi no Na wa.,\"Drama, Romance\",Movie,1,9.37,200630\n"
          + "7,Monster,Drama,TV,74,8.72,247562\n";
  static final String RATING_HEADER = "user_id,anime_id,rating\n";
  static final String RATING =
      RATING_HEADER + "1,1,10\n" + "1,5,-1\n" + "2,7,8\n" + "2,5,7\n" + "9,1,1\n";

  private Csv() {}

  /** Writes both files to a folder; anime.csv first in the answer. */
  static List<Path> write(Path folder, String anime, String rating) throws IOException {
    Path animeFile = Files.writeString(folder.resolve("anime.csv"), anime);
    Path ratingFile = Files.writeString(folder.resolve("rating.csv"), rating);
    return List.of(animeFile, ratingFile);
  }

  static Dataset read(List<Path> files) throws IOException {
    return KaggleImport.read("kaggle", false, files, Progress.NONE);
  }

  static Dataset read(String anime, String rating) throws IOException {
    return KaggleImport.read(
        "kaggle", false, source("anime.csv", anime), source("rating.csv", rating), Progress.NONE);
  }

  static CsvSource source(String name, String text) {
    return CsvSource.ofBytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path zip(Path file, Map<String, String> entries) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : new LinkedHashMap<>(entries).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  /** Every rating of a data set as a row of rating.csv, in its order. */
  static String ratings(Dataset data) throws IOException {
    StringBuilder rows = new StringBuilder();
    osusume.data.RatingFilter.ALL.forEach(
        data,
        0,
        null,
        (user, anime, rating) -> rows.append(user + "," + anime + "," + rating + "\n"));
    return rows.toString();
  }
}
