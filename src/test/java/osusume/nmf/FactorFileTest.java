package osusume.nmf;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import osusume.progress.Progress;
import osusume.tensor.TensorWriter;

class FactorFileTest {
  private static final NmfModel MODEL =
      Nmf.train(
          SmallData.matrix(SmallData.tastes(23, 20, 3, 1)),
          SmallData.animeIds(20),
          "print",
          "1.2.3",
          new NmfSettings(3, 30, 1e-5, NmfSettings.Start.RANDOM, -77),
          2,
          Progress.NONE,
          IterationListener.NONE);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("models").resolve("m.safetensors");
    FactorFile.write(file, MODEL);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    NmfModel read = FactorFile.read(file, "print");
    assertThat(read.wTable()).containsExactly(MODEL.wTable());
    assertThat(read.hTable()).containsExactly(MODEL.hTable());
    assertThat(read.userIds()).containsExactly(MODEL.userIds());
    assertThat(read.animeIds()).containsExactly(MODEL.animeIds());
    assertThat(read.loss()).containsExactly(MODEL.loss());
    assertThat(read.training()).isEqualTo(MODEL.training());
  }

  @Test
  void theSummaryTellsTheSameWithoutTheTensors() throws IOException {
    FactorFile.Summary summary = FactorFile.summary(file);
    assertThat(summary.file()).isEqualTo(file);
    assertThat(summary.training()).isEqualTo(MODEL.training());
    assertThat(summary.users()).isEqualTo(23);
    assertThat(summary.anime()).isEqualTo(MODEL.animeCount());
    assertThat(summary.iterations()).isEqualTo(MODEL.iterations());
    assertThat(summary.relativeError()).isEqualTo(MODEL.relativeError());
  }

  @Test
  void aReaderWithoutThisProgramFindsTheFactors() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int headerLength = Math.toIntExact(bytes.getLong());
    String header = new String(bytes.array(), 8, headerLength);
    int at = header.indexOf("\"data_offsets\":[", header.indexOf("\"W\":{")) + 16;
    int begin = Integer.parseInt(header.substring(at, header.indexOf(',', at)));
    assertThat(header).contains("\"W\":{\"dtype\":\"F32\",\"shape\":[23,3]");
    assertThat(header)
        .contains("\"H\":{\"dtype\":\"F32\",\"shape\":[3," + MODEL.animeCount() + "]");
    for (int i = 0; i < 23 * 3; i++) {
      assertThat(bytes.getFloat(8 + headerLength + begin + 4 * i)).isEqualTo(MODEL.wTable()[i]);
    }
  }

  @Test
  void aModelOfAnotherDataSetIsRefused() {
    assertThatThrownBy(() -> FactorFile.read(file, "other"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("made from another data set");
  }

  @Test
  void everyCutIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += length < 2000 ? 7 : 61) {
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
    for (int i = 0; i < whole.length; i += i < headerEnd ? 1 : 5) {
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) (1 << random.nextInt(8));
      Path altered = Files.write(folder.resolve("altered"), flipped);
      try {
        NmfModel read = FactorFile.read(altered);
        // The one change that means nothing: white space between the parts of the header.
        assertThat(i).isLessThan(headerEnd);
        assertThat(new String(flipped, i, 1)).isBlank();
        assertThat(read.wTable()).containsExactly(MODEL.wTable());
      } catch (IOException e) {
        assertSentence(e, altered);
      }
    }
  }

  private void assertRefused(byte[] content) throws IOException {
    Path altered = Files.write(folder.resolve("altered"), content);
    try {
      FactorFile.read(altered);
    } catch (IOException e) {
      assertSentence(e, altered);
      return;
    }
    throw new AssertionError("A damaged file of " + content.length + " bytes was read.");
  }

  private static void assertSentence(IOException refusal, Path named) {
    assertThat(refusal.getMessage())
        .startsWith("The model file " + named + " can't be used: ")
        .endsWith(". Train again, or choose another file.")
        .doesNotContain(": null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          format          | osusume-nmf-2       | it is of version 2, and this program reads version 1
          format          | another             | it is not a model of this program
          format          | (none)              | it is not a model of this program
          fingerprint     | (none)              | it does not say its "fingerprint"
          components      | 4                   | tensor "W" is F32 [23, 3], but F32 [23, 4] is expected
          components      | 1                   | must be from 2 to 200, but it is 1
          components      | -3                  | its "components" is "-3", not a whole number
          components      | 99999999999         | its "components" is "99999999999", not a whole number
          components      | (none)              | it does not say its "components"
          max_iterations  | 0                   | must be 1 or more
          max_iterations  | many                | its "max_iterations" is "many", not a whole number
          tolerance       | -1                  | The tolerance must be
          tolerance       | NaN                 | The tolerance must be
          tolerance       | x                   | its "tolerance" is "x", not a number
          start           | SVD                 | its settings are not those of a training
          seed            | 1.5                 | its settings are not those of a training
          iterations      | 3                   | tensor "loss" is F64
          iterations      | -1                  | its "iterations" is "-1", not a whole number
          iterations      | 2147483647          | not a whole number
          relative_error  | 0.5                 | its relative error is not the last of its loss
          relative_error  | -0.5                | its "relative_error" is -0.5
          relative_error  | Infinity            | its "relative_error" is Infinity
          converged       | maybe               | neither true nor false
          seconds         | NaN                 | its "seconds" is NaN
          trained_at      | yesterday           | its "trained_at" is "yesterday", not a time
          program_version | (none)              | it does not say its "program_version"
          """)
  void aHeaderThatCannotBeIsRefused(String entry, String value, String why) throws IOException {
    Map<String, String> metadata = metadata();
    metadata.remove(entry);
    if (!value.equals("(none)")) {
      metadata.put(entry, value);
    }
    assertThatThrownBy(() -> FactorFile.read(forged(metadata, MODEL)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why)
        .satisfies(e -> assertSentence((IOException) e, folder.resolve("forged")));
  }

  @Test
  void forgingWithoutAChangeIsRead() throws IOException {
    assertThat(FactorFile.read(forged(metadata(), MODEL)).training()).isEqualTo(MODEL.training());
  }

  @Test
  void numbersThatNoFactorHoldsAreRefused() throws IOException {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -0.25f}) {
      float[] w = MODEL.wTable().clone();
      w[7] = bad;
      NmfModel withBadW = withTables(w, MODEL.hTable(), MODEL.userIds(), MODEL.loss());
      assertThatThrownBy(() -> FactorFile.read(forged(metadata(), withBadW)))
          .hasMessageContaining("W holds " + bad + " at row 2, column 1");
      float[] h = MODEL.hTable().clone();
      h[h.length - 1] = bad;
      NmfModel withBadH = withTables(MODEL.wTable(), h, MODEL.userIds(), MODEL.loss());
      assertThatThrownBy(() -> FactorFile.read(forged(metadata(), withBadH)))
          .hasMessageContaining("H holds " + bad + " at row 2");
      double[] loss = MODEL.loss();
      loss[1] = bad;
      NmfModel withBadLoss = withTables(MODEL.wTable(), MODEL.hTable(), MODEL.userIds(), loss);
      assertThatThrownBy(() -> FactorFile.read(forged(metadata(), withBadLoss)))
          .hasMessageContaining("its loss holds " + (double) bad);
    }
  }

  @Test
  void idsThatAreNotDistinctAreRefused() {
    int[] ids = MODEL.userIds().clone();
    ids[20] = ids[4];
    NmfModel twice = withTables(MODEL.wTable(), MODEL.hTable(), ids, MODEL.loss());
    assertThatThrownBy(() -> FactorFile.read(forged(metadata(), twice)))
        .hasMessageContaining("user_ids holds " + ids[4] + " more than once");
  }

  @Test
  void aTensorMoreOrLessIsRefused() throws IOException {
    TensorWriter more = tensors(MODEL).add("more", new int[1], 1);
    assertThatThrownBy(() -> FactorFile.read(forged(metadata(), more)))
        .hasMessageContaining("holds tensors that a model does not have");
    TensorWriter less = new TensorWriter().add("W", MODEL.wTable(), 23, 3);
    assertThatThrownBy(() -> FactorFile.read(forged(metadata(), less)))
        .hasMessageContaining("it has no list \"user_ids\"");
  }

  @Test
  void aMissingFileIsSaidToBeMissing() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> FactorFile.read(missing))
        .isInstanceOf(IOException.class)
        .hasMessage("Could not read " + missing + ": there is no such file or folder.");
    assertThatThrownBy(() -> FactorFile.summary(missing))
        .hasMessageContaining("there is no such file");
  }

  @Test
  void aWriteThatFailsLeavesTheOldModel() throws IOException {
    byte[] before = Files.readAllBytes(file);
    Path asFolder = file.resolve("inside");
    assertThatThrownBy(() -> FactorFile.write(asFolder, MODEL))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Could not write " + asFolder);
    assertThat(file).hasBinaryContent(before);
  }

  private static Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", FactorFile.FORMAT);
    metadata.put("fingerprint", "print");
    metadata.put("components", "3");
    metadata.put("max_iterations", "30");
    metadata.put("tolerance", "1.0E-5");
    metadata.put("start", "RANDOM");
    metadata.put("seed", "-77");
    metadata.put("iterations", Integer.toString(MODEL.iterations()));
    metadata.put("relative_error", Double.toString(MODEL.relativeError()));
    metadata.put("converged", Boolean.toString(MODEL.converged()));
    metadata.put("seconds", Double.toString(MODEL.seconds()));
    metadata.put("trained_at", MODEL.trainedAt().toString());
    metadata.put("program_version", "1.2.3");
    return metadata;
  }

  private static NmfModel withTables(float[] w, float[] h, int[] userIds, double[] loss) {
    return new NmfModel(w, h, userIds, MODEL.animeIds(), loss, MODEL.training());
  }

  private static TensorWriter tensors(NmfModel model) {
    return new TensorWriter()
        .add("loss", model.loss(), model.iterations() + 1)
        .add("W", model.wTable(), 23, 3)
        .add("H", model.hTable(), 3, model.animeCount())
        .add("user_ids", model.userIds(), 23)
        .add("anime_ids", model.animeIds(), model.animeCount());
  }

  private Path forged(Map<String, String> metadata, NmfModel model) throws IOException {
    return forged(metadata, tensors(model));
  }

  /** A file whose checksums are right, whatever it says: as somebody would make it on purpose. */
  private Path forged(Map<String, String> metadata, TensorWriter tensors) throws IOException {
    metadata.forEach(tensors::metadata);
    FactorFile.seal(tensors);
    Path forged = folder.resolve("forged");
    try (FileChannel channel =
        FileChannel.open(
            forged,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      tensors.write(channel);
    }
    return forged;
  }
}
