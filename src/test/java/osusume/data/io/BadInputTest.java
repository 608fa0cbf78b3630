package osusume.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import osusume.progress.Progress;

/** Each file that is not what it should be is refused whole, with a sentence that says where. */
class BadInputTest {
  private static final String AGAIN = " Correct that line, or get the file again.";

  @TempDir Path folder;
  private List<Path> before;

  @BeforeEach
  void look() throws IOException {
    Csv.write(folder, Csv.ANIME, Csv.RATING);
    before = content();
  }

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    assertThat(content()).containsAll(before).noneMatch(f -> f.toString().endsWith(".part"));
  }

  private List<Path> content() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void refusesRating(String rating, String sentence) {
    assertThatThrownBy(() -> Csv.read(Csv.ANIME, rating))
        .isInstanceOf(BadInputException.class)
        .hasMessage(sentence);
  }

  private static void refusesAnime(String anime, String sentence) {
    assertThatThrownBy(() -> Csv.read(anime, Csv.RATING))
        .isInstanceOf(BadInputException.class)
        .hasMessage(sentence);
  }

  private void refuses(List<Path> files, String sentence) {
    assertThatThrownBy(() -> KaggleImport.read("kaggle", false, files, Progress.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,1,0          | rating   | "0"
          1,1,11         | rating   | "11"
          1,1,-2         | rating   | "-2"
          1,1,8.5        | rating   | "8.5"
          1,1,NaN        | rating   | "NaN"
          1,1,inf        | rating   | "inf"
          1,1,eight      | rating   | "eight"
          1,1,99999999999999999999 | rating | "99999999999999999999"
          0,1,5          | user_id  | "0"
          -4,1,5         | user_id  | "-4"
          ,1,5           | user_id  | nothing
          2147483648,1,5 | user_id  | "2147483648"
          1e3,1,5        | user_id  | "1e3"
          1,2147483648,5 | anime_id | "2147483648"
          1,0,5          | anime_id | "0"
          1,x,5          | anime_id | "x"
          1,,5           | anime_id | nothing
          1,"é",5        | anime_id | "é"
          """)
  void valuesThatDoNotBelongInRatings(String row, String column, String found) {
    String expected =
        column.equals("rating")
            ? "-1 (watched, not rated) or a whole number from 1 to 10"
            : "a whole number from 1 to 2147483647";
    refusesRating(
        Csv.RATING_HEADER + "1,1,10\n1,5,-1\n" + row + "\n2,5,7\n",
        "rating.csv, line 4, column %s: found %s, but expected %s."
                .formatted(column, found, expected)
            + AGAIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          x,A,Drama,TV,1,5,1          | anime_id | "x"        | a whole number from 1 to 2147483647
          0,A,Drama,TV,1,5,1          | anime_id | "0"        | a whole number from 1 to 2147483647
          4294967297,A,Drama,TV,1,5,1 | anime_id | "4294967297" | a whole number from 1 to 2147483647
          1,,Drama,TV,1,5,1           | name     | nothing    | the title's name
          1,A,Drama,TV,many,5,1       | episodes | "many"     | a whole number from 0, or Unknown
          1,A,Drama,TV,-1,5,1         | episodes | "-1"       | a whole number from 0, or Unknown
          1,A,Drama,TV,1.5,5,1        | episodes | "1.5"      | a whole number from 0, or Unknown
          1,A,Drama,TV,1,10.01,1      | rating   | "10.01"    | a number from 1 to 10, or nothing
          1,A,Drama,TV,1,0.9,1        | rating   | "0.9"      | a number from 1 to 10, or nothing
          1,A,Drama,TV,1,nan,1        | rating   | "nan"      | a number from 1 to 10, or nothing
          1,A,Drama,TV,1,Infinity,1   | rating   | "Infinity" | a number from 1 to 10, or nothing
          1,A,Drama,TV,1,.,1          | rating   | "."        | a number from 1 to 10, or nothing
          1,A,Drama,TV,1,5,-3         | members  | "-3"       | a whole number from 0 to 2147483647
          1,A,Drama,TV,1,5,lots       | members  | "lots"     | a whole number from 0 to 2147483647
          """)
  void valuesThatDoNotBelongInTitles(String row, String column, String found, String expected) {
    refusesAnime(
        Csv.ANIME_HEADER + "9,\"Two\nlines\",Drama,TV,1,5,1\n" + row + "\n",
        "anime.csv, line 4, column %s: found %s, but expected %s."
                .formatted(column, found, expected)
            + AGAIN);
  }

  @Test
  void aMissingOrRenamedColumn() {
    refusesRating(
        "user,anime_id,rating\n1,1,1\n",
        "rating.csv, line 1: the column user_id is missing. The header found is"
            + " \"user,anime_id,rating\", but expected user_id,anime_id,rating.");
    refusesRating(
        "user_id,anime_id\n1,1\n",
        "rating.csv, line 1: the column rating is missing. The header found is"
            + " \"user_id,anime_id\", but expected user_id,anime_id,rating.");
    refusesAnime(
        "anime_id,title,genre,type,episodes,rating,members\n",
        "anime.csv, line 1: the column name is missing. The header found is"
            + " \"anime_id,title,genre,type,episodes,rating,members\", but expected"
            + " anime_id,name,genre,type,episodes,rating,members.");
  }

  @Test
  void aColumnThatOccursTwice() {
    refusesRating(
        "user_id,anime_id,rating,rating\n1,1,1,1\n",
        "rating.csv, line 1: the column rating occurs twice. The header found is"
            + " \"user_id,anime_id,rating,rating\", but expected user_id,anime_id,rating.");
  }

  @Test
  void anotherSeparator() {
    refusesRating(
        Csv.RATING.replace(',', ';'),
        "rating.csv, line 1: the file looks separated by ';', but expected commas. The header found"
            + " is \"user_id;anime_id;rating\". Save the file with commas.");
    refusesAnime(
        Csv.ANIME.replace(',', '\t'),
        "anime.csv, line 1: the file looks separated by tabs, but expected commas. The header found"
            + " is \"anime_id\\u0009name\\u0009genre\\u0009type\\u0009episodes\\u0009rating\\u0009members\"."
            + " Save the file with commas.");
  }

  @Test
  void anotherSeparatorInAFileOfAnyName() throws Exception {
    Path file = Files.writeString(folder.resolve("list.csv"), Csv.RATING.replace(',', '|'));

    refuses(
        List.of(folder.resolve("anime.csv"), file),
        "list.csv, line 1: the file looks separated by '|', but expected commas. The header found"
            + " is \"user_id|anime_id|rating\". Save the file with commas.");
  }

  @Test
  void anEmptyFileOrOnlyAHeader() {
    refusesRating("", "rating.csv is empty. Get the file again.");
    refusesAnime("\n\n", "anime.csv is empty. Get the file again.");
    refusesAnime("\uFEFF", "anime.csv is empty. Get the file again.");
    refusesRating(
        Csv.RATING_HEADER,
        "rating.csv holds a header, but no ratings below it. Get the file again.");
    refusesRating(
        "user_id,anime_id,rating",
        "rating.csv holds a header, but no ratings below it. Get the file again.");
    refusesAnime(
        Csv.ANIME_HEADER, "anime.csv holds a header, but no titles below it. Get the file again.");
  }

  @Test
  void aFileThatWasCut() {
    refusesRating(
        Csv.RATING_HEADER + "1,1,10\n12,3",
        "rating.csv, line 3: found 2 values (\"12,3\"), but expected 3 as in the header. It is the"
            + " last row: the file was cut. Get the file again.");
    refusesRating(
        Csv.RATING_HEADER + "1,1,10\n12",
        "rating.csv, line 3: found 1 value (\"12\"), but expected 3 as in the header. It is the"
            + " last row: the file was cut. Get the file again.");
    refusesAnime(
        Csv.ANIME.substring(0, Csv.ANIME.length() - 17),
        "anime.csv, line 4: found 4 values (\"7,Monster,Drama,T\"), but expected 7 as in the"
            + " header. It is the last row: the file was cut. Get the file again.");
    refusesAnime(
        Csv.ANIME_HEADER + "1,A,Drama,TV,1,5,1\n2,\"B",
        "anime.csv, line 3: the row is no CSV. Unclosed quoted field at end of input." + AGAIN);
  }

  @Test
  void aQuoteWhereNoneBelongs() {
    refusesAnime(
        Csv.ANIME_HEADER + "1,\"A\nb\",Drama,TV,1,5,1\n2,\"B\" x,Drama,TV,1,5,1\n",
        "anime.csv, line 4: the row is no CSV. Unexpected character after closing quote: ' '"
            + " (0x20)."
            + AGAIN);
    refusesRating(
        Csv.RATING_HEADER + "1,1,1\n\"1\"0,1,1\n",
        "rating.csv, line 3: the row is no CSV. Unexpected character after closing quote: '0'"
            + " (0x30)."
            + AGAIN);
  }

  @Test
  void aRowWithTooManyOrTooFewValues() {
    refusesRating(
        Csv.RATING_HEADER + "1,1,10,4\n1,5,3\n",
        "rating.csv, line 2: found 4 values (\"1,1,10,4\"), but expected 3 as in the header. Get"
            + " the file again.");
    refusesAnime(
        Csv.ANIME_HEADER + "1,Me, Myself,Drama,TV,1,5,1\n",
        "anime.csv, line 2: found 8 values (\"1,Me, Myself,Drama,TV,1,5,1\"), but expected 7 as in"
            + " the header. Get the file again.");
  }

  @Test
  void binaryRubbish() throws Exception {
    byte[] rubbish = new byte[100_000];
    new java.util.Random(3).nextBytes(rubbish);
    rubbish[17] = 0;
    Path file = Files.write(folder.resolve("x.csv"), rubbish);

    refuses(
        List.of(folder.resolve("anime.csv"), file),
        "x.csv is not a CSV file: it holds binary data. Choose Kaggle's CSV file.");
    refusesRating(
        Csv.RATING_HEADER + "1,1,1\n1,\u0000,1\n",
        "rating.csv is not a CSV file: it holds binary data. Choose Kaggle's CSV file.");
  }

  @Test
  void aZeroByteFarDown() {
    String padding = "1,1,1\n".repeat(20_000);
    refusesRating(
        Csv.RATING_HEADER + padding + "1,\u0000,1\n",
        "rating.csv, line 20002, column anime_id: found \"\\u0000\", but expected a whole number"
            + " from 1 to 2147483647."
            + AGAIN);
    String titles = "9,A long name to fill the file with,Drama,TV,1,5,1\n".repeat(2_000);
    refusesAnime(
        Csv.ANIME_HEADER + titles + "1,\u0000,Drama,TV,1,5,1\n",
        "anime.csv, line 2002: found a zero byte, so this is no text. Get the file again.");
  }

  @Test
  void textThatIsNotUtf8() throws Exception {
    byte[] latin =
        (Csv.ANIME + "8,Pok\u00e9mon,Drama,TV,1,5,1\n").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("anime.csv"), latin);

    refuses(
        List.of(folder),
        "anime.csv, line 5: the byte 0xE9 is not UTF-8. Save the file as UTF-8, or get it again.");

    Files.write(folder.resolve("anime.csv"), Csv.ANIME.getBytes(StandardCharsets.UTF_16));
    refuses(
        List.of(folder),
        "anime.csv, line 1: the text is UTF-16, but expected UTF-8. Save the file as UTF-8.");
  }

  @Test
  void aFileThatIsNeitherOfTheTwo() throws Exception {
    Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");

    refuses(
        List.of(folder.resolve("anime.csv"), other),
        "other.csv, line 1: the header is neither that of anime.csv nor that of rating.csv. Found"
            + " \"a,b\", but expected anime_id,name,genre,type,episodes,rating,members or"
            + " user_id,anime_id,rating.");
  }

  @Test
  void missingOrUnreadableFiles() throws Exception {
    Path none = folder.resolve("none.csv");
    assertThatThrownBy(() -> Csv.read(List.of(none)))
        .isInstanceOf(IOException.class)
        .hasMessage("Could not read " + none + ": there is no such file or folder.");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    refuses(
        List.of(empty),
        "The folder "
            + empty
            + " holds neither anime.csv and rating.csv nor archive.zip. Choose Kaggle's"
            + " archive.zip, or anime.csv and rating.csv together.");
    refuses(
        List.of(),
        "No file was chosen. Choose Kaggle's archive.zip, or anime.csv and rating.csv together.");
  }

  @Test
  void aFileWithoutPermission() throws Exception {
    Path rating = folder.resolve("rating.csv");
    assumeTrue(rating.toFile().setReadable(false), "This disk knows no permissions.");
    assumeFalse(Files.isReadable(rating), "Permissions do not bind this user (root).");

    assertThatThrownBy(() -> Csv.read(List.of(folder)))
        .hasMessage(
            "Could not read "
                + rating
                + ": you have no permission for it. Change its permissions or choose another"
                + " file.");
  }

  @Test
  void notJustOneOfEach() throws Exception {
    Path anime = folder.resolve("anime.csv");
    Path rating = folder.resolve("rating.csv");
    Path copy = Files.copy(anime, folder.resolve("copy.csv"));
    String choose = " Choose Kaggle's archive.zip, or anime.csv and rating.csv together.";

    refuses(List.of(anime), "rating.csv is missing: found only anime.csv." + choose);
    refuses(List.of(rating), "anime.csv is missing: found only rating.csv." + choose);
    refuses(
        List.of(anime, folder.resolve(".").resolve("anime.csv")),
        folder.resolve(".").resolve("anime.csv") + " was chosen twice." + choose);
    refuses(
        List.of(anime, copy, rating),
        "anime.csv and copy.csv all hold titles, but expected one anime.csv." + choose);
  }

  @Test
  void ofTwoBadFilesTheTitlesAreToldFirst() {
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(
              () ->
                  Csv.read(
                      Csv.ANIME_HEADER + "x,A,Drama,TV,1,5,1\n", Csv.RATING_HEADER + "1,1,x\n"))
          .hasMessageStartingWith("anime.csv, line 2, column anime_id: found \"x\"");
    }
  }

  @Test
  void aLongValueIsShortened() {
    assertThatThrownBy(() -> Csv.read(Csv.ANIME, Csv.RATING_HEADER + "1,1," + "9".repeat(500)))
        .hasMessageStartingWith(
            "rating.csv, line 2, column rating: found \"" + "9".repeat(60) + "…\", but expected");
  }
}
