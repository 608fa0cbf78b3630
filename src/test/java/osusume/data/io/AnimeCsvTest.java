package osusume.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.data.Anime;
import osusume.data.Catalogue;

class AnimeCsvTest {
  private static final List<Anime> TITLES =
      List.of(
          new Anime(5, "Cowboy Bebop", List.of("Action", "Sci-Fi"), "TV", 26, 8.82, 486824),
          new Anime(9, "A \"quoted\", name", List.of("Drama"), "Movie", 1, 9, 3),
          new Anime(2, "Two\nlines", List.of("Unknown"), "Unknown", -1, Double.NaN, 0),
          new Anime(3, "Spice & Wolf &amp; &#039;co&#039;", List.of("Drama"), "OVA", 0, 7.125, 7),
          new Anime(4, " 進撃の巨人 \uD83D\uDE00 ", List.of("Drama"), "ONA", 1818, 10, 1),
          new Anime(6, "back\\slash 'n' #hash", List.of("Drama"), "ONA", 2, 1, 1),
          new Anime(7, "=1+1", List.of("Drama"), "ONA", 2, 1.67, Integer.MAX_VALUE));

  @TempDir Path folder;

  @Test
  void writesTheColumnsOfKagglesFile() throws Exception {
    Path file = folder.resolve("shown.csv");

    AnimeCsv.write(file, new Catalogue(TITLES.subList(0, 3)), new int[] {2, 0, 1});

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            anime_id,name,genre,type,episodes,rating,members
            2,"Two
            lines",Unknown,Unknown,,,0
            5,Cowboy Bebop,"Action, Sci-Fi",TV,26,8.82,486824
            9,"A ""quoted"", name",Drama,Movie,1,9.0,3
            """);
  }

  @Test
  void whatIsWrittenCanBeImportedAgain() throws Exception {
    Path file = folder.resolve("anime.csv");
    Path rating = Files.writeString(folder.resolve("rating.csv"), Csv.RATING);

    AnimeCsv.write(file, new Catalogue(TITLES), IntStream.range(0, TITLES.size()).toArray());

    Catalogue again = Csv.read(List.of(file, rating)).catalogue();
    assertThat(IntStream.range(0, again.size()).mapToObj(again::anime)).isEqualTo(TITLES);
  }

  @Test
  void aFileThatCantBeWrittenIsLeftAsItWas() throws Exception {
    Path file = Files.createDirectory(folder.resolve("a folder"));
    Files.writeString(file.resolve("inside"), "kept");

    assertThatThrownBy(() -> AnimeCsv.write(file, new Catalogue(TITLES), new int[] {0}))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Could not write " + file + ": ");
    assertThat(Files.readString(file.resolve("inside"))).isEqualTo("kept");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void noTitlesAreAHeader() throws Exception {
    Path file = folder.resolve("none.csv");

    AnimeCsv.write(file, new Catalogue(TITLES), new int[0]);

    assertThat(Files.readString(file)).isEqualTo(Csv.ANIME_HEADER);
  }
}
