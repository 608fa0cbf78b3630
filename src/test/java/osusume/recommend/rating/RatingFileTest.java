package osusume.recommend.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.progress.Progress;
import osusume.tensor.TensorWriter;

class RatingFileTest {
  private static final Dataset DATA = Ratings.crowds(60, 12, 3);
  private static final RatingFit FIT = RatingFit.of(DATA, "1.2.3", 1, Progress.NONE);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("models").resolve("rating-small.safetensors");
    RatingFile.write(file, FIT);
  }

  @Test
  void whatIsReadPredictsTheSame() throws IOException {
    RatingFit read = RatingFile.read(file, DATA);
    int[] all = Ratings.all(DATA);
    for (int user = 0; user < 60; user++) {
      Taste taste = Taste.ofUser(DATA.ratings(), user);
      assertThat(read.stack().predict(taste, all)).containsExactly(FIT.stack().predict(taste, all));
      assertThat(read.stack().halfWidths(taste, all))
          .containsExactly(FIT.stack().halfWidths(taste, all));
    }
    assertThat(read.programVersion()).isEqualTo("1.2.3");
    assertThat(read.fittedAt()).isEqualTo(FIT.fittedAt());
    assertThat(read.seconds()).isEqualTo(FIT.seconds());
    assertThat(read.fingerprint()).isEqualTo("print");
  }

  @Test
  void everyCutIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += length < 2000 ? 11 : 97) {
      assertRefused(Arrays.copyOf(whole, length));
    }
    assertRefused(Arrays.copyOf(whole, whole.length - 1));
    assertRefused(Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  void everyFlippedBitIsNoticed() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(1);
    int headerEnd = 8 + ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt();
    for (int i = 0; i < whole.length; i += i < headerEnd ? 3 : 13) {
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) (1 << random.nextInt(8));
      Path altered = Files.write(folder.resolve("altered"), flipped);
      try {
        RatingFile.read(altered, DATA);
        // The one change that means nothing: white space between the parts of the header.
        assertThat(i).isLessThan(headerEnd);
        assertThat(new String(flipped, i, 1)).isBlank();
      } catch (IOException e) {
        assertSentence(e, altered);
      }
    }
  }

  private void assertRefused(byte[] content) throws IOException {
    Path altered = Files.write(folder.resolve("altered"), content);
    assertThatThrownBy(() -> RatingFile.read(altered, DATA))
        .isInstanceOf(IOException.class)
        .satisfies(e -> assertSentence((IOException) e, altered));
  }

  private static void assertSentence(IOException refusal, Path named) {
    assertThat(refusal.getMessage())
        .startsWith("The rating model " + named + " can't be used: ")
        .endsWith(". Train again.")
        .doesNotContain(": null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          format          | osusume-rating-9 | it is of version 9, and this program reads version 2
          format          | osusume-nmf-1    | it is not a rating model of this program
          fingerprint     | other            | it was made from another data set
          mean            | NaN              | its "mean" is "NaN", not a number from 1
          mean            | 11               | its "mean" is "11", not a number from 1
          noise           | 0                | its "noise" is "0", not a number from
          noise           | much             | its "noise" is "much", not a number from
          seconds         | -1               | its "seconds" is "-1", not a number from 0
          fitted_at       | yesterday        | its "fitted_at" is "yesterday", not a time
          """)
  void aHeaderThatCannotBeIsRefused(String entry, String value, String why) {
    assertForgedIsRefused(RatingFile.tensors(FIT).metadata(entry, value), why);
  }

  @Test
  void numbersThatNoPredictorHoldsAreRefused() throws IOException {
    Members members = FIT.stack().members();
    float[] offsets = members.biases().titleOffsets().clone();
    offsets[3] = Float.NaN;
    assertForgedIsRefused(
        with(new Biases(7, offsets), members.neighbours(), FIT.stack().weights(), 1),
        "title_offsets holds NaN");
    double[] weights = FIT.stack().weights().clone();
    weights[0] = Double.POSITIVE_INFINITY;
    assertForgedIsRefused(
        with(members.biases(), members.neighbours(), weights, 1), "weights holds Infinity");
    assertForgedIsRefused(
        with(members.biases(), members.neighbours(), FIT.stack().weights(), 0),
        "half_widths holds 0.0");
    int[] starts = members.neighbours().starts();
    int[] titles = members.neighbours().titles();
    float[] likeness = members.neighbours().likeness();
    int[] beyond = titles.clone();
    beyond[2] = 12;
    assertForgedIsRefused(
        with(members.biases(), new Neighbours(starts, beyond, likeness), FIT.stack().weights(), 1),
        "neighbours holds 12 for title 0, which can't be");
    int[] falling = starts.clone();
    falling[1] = starts[12] + 1;
    assertForgedIsRefused(
        with(members.biases(), new Neighbours(falling, titles, likeness), FIT.stack().weights(), 1),
        "does not fit together");
    float[] negative = likeness.clone();
    negative[5] = -1;
    assertForgedIsRefused(
        with(members.biases(), new Neighbours(starts, titles, negative), FIT.stack().weights(), 1),
        "likeness holds -1.0");
    assertForgedIsRefused(
        RatingFile.tensors(FIT).add("more", new int[1], 1),
        "it holds tensors that a rating model does not have");
  }

  private static TensorWriter with(
      Biases biases, Neighbours neighbours, double[] weights, double width) {
    Members old = FIT.stack().members();
    var members =
        new Members(biases, old.content(), neighbours, old.ease(), old.factors(), old.raters());
    double[] widths = new double[HalfWidths.bins()];
    Arrays.fill(widths, width);
    return RatingFile.tensors(
        new RatingFit(
            new Stack(members, weights, new HalfWidths(widths)),
            "print",
            "1.2.3",
            FIT.fittedAt(),
            1));
  }

  @Test
  void aCatalogueOfAnotherLengthIsRefused() {
    Dataset other =
        Ratings.dataset(
            Ratings.titles(1, 2, 3), Ratings.matrix(new int[][] {{1, 2, 3}, {3, 2, 1}}));
    assertThatThrownBy(() -> RatingFile.read(file, other)).hasMessageContaining("can't be used");
  }

  @Test
  void aWriteThatFailsLeavesTheOldOne() throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> RatingFile.write(file.resolve("inside"), FIT))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Could not write ");
    assertThat(file).hasBinaryContent(before);
  }

  /** A file whose checksums are right, whatever it says: as somebody would make it on purpose. */
  private void assertForgedIsRefused(TensorWriter tensors, String why) {
    RatingFile.seal(tensors);
    Path forged = folder.resolve("forged");
    try (FileChannel channel =
        FileChannel.open(
            forged,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      tensors.write(channel);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThatThrownBy(() -> RatingFile.read(forged, DATA))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why)
        .satisfies(e -> assertSentence((IOException) e, forged));
  }
}
