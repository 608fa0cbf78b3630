package osusume.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorFileTest {
  @TempDir Path folder;

  private Path written(TensorWriter writer) throws IOException {
    Path file = folder.resolve("a.safetensors");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      writer.write(channel);
    }
    return file;
  }

  private Path withHeader(String json, int dataBytes) throws IOException {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text);
    return Files.write(folder.resolve("hostile"), bytes.array());
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    float[] many = new float[50_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = i / 3f;
    }
    double[] doubles = {1.5, Double.MIN_VALUE, Double.NaN};
    int[] ints = {Integer.MIN_VALUE, -1, 0, 7};
    TensorWriter writer =
        new TensorWriter()
            .add("d", doubles, 3)
            .add("many", many, 500, 100)
            .add("i", ints, 2, 2)
            .add("none", new float[0], 0, 4)
            .metadata("who", "おすすめ \"quoted\"");
    try (TensorReader reader = TensorReader.open(written(writer))) {
      assertThat(reader.doubles("d", 3)).containsExactly(doubles);
      assertThat(reader.floats("many", 500, 100)).containsExactly(many);
      assertThat(reader.ints("i", 2, 2)).containsExactly(ints);
      assertThat(reader.floats("none", 0, 4)).isEmpty();
      assertThat(reader.header().metadata()).containsEntry("who", "おすすめ \"quoted\"");
      assertThat(reader.header()).isEqualTo(writer.header());
      assertThat(reader.sha256()).isEqualTo(writer.sha256());
    }
  }

  @Test
  void theBytesAreThoseOfTheFormat() throws Exception {
    Path file = written(new TensorWriter().add("x", new float[] {1, -2}, 2).metadata("a", "b"));
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) bytes.getLong();
    assertThat(length % 8).isZero();
    byte[] header = new byte[length];
    bytes.get(header);
    assertThat(new String(header, StandardCharsets.UTF_8).stripTrailing())
        .isEqualTo(
            "{\"__metadata__\":{\"a\":\"b\"},"
                + "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}");
    byte[] data = Arrays.copyOfRange(bytes.array(), bytes.position(), bytes.limit());
    assertThat(bytes.getFloat()).isEqualTo(1f);
    assertThat(bytes.getFloat()).isEqualTo(-2f);
    assertThat(bytes.hasRemaining()).isFalse();
    try (TensorReader reader = TensorReader.open(file)) {
      assertThat(reader.sha256())
          .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data)));
    }
  }

  @Test
  void aFileWithoutTensorsIsAFile() throws IOException {
    try (TensorReader reader = TensorReader.open(withHeader("{}", 0))) {
      assertThat(reader.header().tensors()).isEmpty();
      assertThat(reader.sha256()).startsWith("e3b0c442");
    }
  }

  @Test
  void afterReadingTheFileCanBeReplaced() throws IOException {
    Path file = written(new TensorWriter().add("x", new float[] {1, 2}, 2));
    TensorReader reader = TensorReader.open(file);
    float[] copy = reader.floats("x", 2);
    reader.close();
    Files.write(file, new byte[3]);
    assertThat(copy).containsExactly(1, 2);
    assertThatThrownBy(() -> reader.floats("x", 2)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          ''                                                                            | 0  | does not begin with
          '[]'                                                                          | 0  | does not begin with
          ' {}'                                                                         | 0  | does not begin with
          '{'                                                                           | 0  | not valid JSON
          '{}}'                                                                         | 0  | not valid JSON
          '{} {}'                                                                       | 0  | goes on after its end
          '{}x'                                                                         | 0  | not valid JSON
          '{"a":1}'                                                                     | 0  | not described by an object
          '{"a":{}}'                                                                    | 0  | lacks its dtype
          '{"a":{"dtype":"F32","shape":[1]}}'                                           | 4  | lacks its dtype
          '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}'                        | 4  | lacks its dtype
          '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}'                    | 8  | lacks its dtype
          '{"a":{"dtype":"F99","shape":[1],"data_offsets":[0,4]}}'                      | 4  | unknown dtype "F99"
          '{"a":{"dtype":3,"shape":[1],"data_offsets":[0,4]}}'                          | 4  | dtype that is not a text
          '{"a":{"dtype":"F32","shape":"1","data_offsets":[0,4]}}'                      | 4  | not an array
          '{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}'                    | 4  | not a whole number
          '{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}'                     | 4  | -1 is out of range
          '{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}'                     | 4  | -4 is out of range
          '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,99999999999999999999]}}'   | 4  | out of range
          '{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}'                      | 4  | takes 8 bytes
          '{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}'                      | 4  | data_offsets are 4 to 0
          '{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}'  | 0  | shape too large
          '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}'                      | 5  | 5 bytes follow
          '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}'                      | 3  | 3 bytes follow
          '{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}'                      | 8  | begins at byte 4
          '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":1}}'                | 4  | unknown field "x"
          '{"a":{"dtype":"F32","shape":[1],"shape":[1],"data_offsets":[0,4]}}'          | 4  | Duplicate field
          '{"__metadata__":1}'                                                          | 0  | __metadata__ is not an object
          '{"__metadata__":{"a":1}}'                                                    | 0  | metadata "a" is not a text
          '{"__metadata__":{"a":"1","a":"2"}}'                                          | 0  | Duplicate field
          '{"__metadata__":{},"__metadata__":{}}'                                       | 0  | Duplicate field
          '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}'  | 8  | Duplicate field
          '{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}' | 12 | begins at byte 4, but the one before it ends at 8
          '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}' | 12 | begins at byte 8, but the one before it ends at 4
          """)
  void aHostileHeaderIsRefused(String json, int dataBytes, String why) throws IOException {
    Path file = withHeader(json, dataBytes);
    assertThatThrownBy(() -> TensorReader.open(file))
        .isInstanceOf(TensorFormatException.class)
        .hasMessageContaining(why);
    assertThatThrownBy(() -> TensorReader.header(file)).isInstanceOf(TensorFormatException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 18446744073709551615 bytes long",
    "9223372036854775807, more than the format allows",
    "100000001, more than the format allows",
    "100000000, it is cut",
    "3, it is cut"
  })
  void aHostileHeaderLengthIsRefused(long length, String why) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    Path file = Files.write(folder.resolve("hostile"), bytes.put("{}".getBytes()).array());
    assertThatThrownBy(() -> TensorReader.open(file))
        .isInstanceOf(TensorFormatException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aHeaderThatIsNotUtf8IsRefused() throws IOException {
    byte[] bytes = {4, 0, 0, 0, 0, 0, 0, 0, '{', '"', (byte) 0xff, '}'};
    Path file = Files.write(folder.resolve("hostile"), bytes);
    assertThatThrownBy(() -> TensorReader.open(file)).hasMessageContaining("not UTF-8");
  }

  @Test
  void aHeaderNestedWithoutEndIsRefused() throws IOException {
    Path file = withHeader("{\"a\":{\"shape\":" + "[".repeat(200_000), 0);
    assertThatThrownBy(() -> TensorReader.open(file)).isInstanceOf(TensorFormatException.class);
  }

  @Test
  void everyCutIsRefused() throws IOException {
    byte[] whole =
        Files.readAllBytes(written(new TensorWriter().add("x", new float[] {1, 2, 3}, 3)));
    for (int length = 0; length < whole.length; length++) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> TensorReader.open(cut)).isInstanceOf(TensorFormatException.class);
    }
  }

  @Test
  void anotherTypeShapeOrNameThanExpectedIsRefused() throws IOException {
    Path file = written(new TensorWriter().add("x", new float[] {1, 2, 3, 4}, 2, 2));
    try (TensorReader reader = TensorReader.open(file)) {
      assertThatThrownBy(() -> reader.ints("x", 2, 2))
          .hasMessage("tensor \"x\" is F32 [2, 2], but I32 [2, 2] is expected");
      assertThatThrownBy(() -> reader.floats("x", 4)).hasMessageContaining("[4] is expected");
      assertThatThrownBy(() -> reader.floats("y", 4)).hasMessage("it has no tensor \"y\"");
    }
  }

  @Test
  void aTensorThatDoesNotFitItsShapeIsNotWritten() {
    TensorWriter writer = new TensorWriter().add("x", new int[2], 2);
    assertThatThrownBy(() -> writer.add("y", new int[2], 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> writer.add("x", new int[2], 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> writer.add("__metadata__", new int[2], 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
