package osusume.tensor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import osusume.json.Json;

/**
 * The header of a safetensors file: its tensors by name, in the order of the header, and its
 * metadata.
 *
 * @param tensors by name
 * @param metadata texts by name; empty where the file has none
 */
public record TensorHeader(Map<String, Tensor> tensors, Map<String, String> metadata) {
  /** The longest header the format allows, in bytes. */
  public static final long LONGEST = 100_000_000;

  static final String METADATA = "__metadata__";

  public TensorHeader {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /**
   * SHA-256 over everything the header says, in lower-case hexadecimal, one entry of metadata left
   * out: the one that is to hold this digest.
   */
  public String sha256Without(String entry) {
    StringBuilder said = new StringBuilder();
    new TreeMap<>(metadata)
        .forEach(
            (name, value) -> {
              if (!name.equals(entry)) {
                said.append(name.length()).append(name).append(value.length()).append(value);
              }
            });
    new TreeMap<>(tensors).values().forEach(said::append);
    byte[] digest = Sha256.start().digest(said.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }

  /**
   * Reads a header and holds it against the number of bytes that follow it.
   *
   * @param json the header's bytes
   * @param dataBytes how many bytes follow
   * @throws TensorFormatException if anything about it is not as the format demands
   */
  static TensorHeader parse(byte[] json, long dataBytes) throws TensorFormatException {
    if (json.length == 0 || json[0] != '{') {
      throw new TensorFormatException("its header does not begin with '{'");
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    try (JsonParser parser = Json.mapper().createParser(text(json))) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals(METADATA)) {
          readMetadata(parser, metadata);
        } else {
          tensors.put(name, readTensor(name, parser));
        }
      }
      if (parser.nextToken() != null) {
        throw new TensorFormatException("its header goes on after its end");
      }
    } catch (JsonProcessingException e) {
      throw new TensorFormatException("its header is not valid JSON: " + e.getOriginalMessage());
    } catch (TensorFormatException e) {
      throw e;
    } catch (IOException e) {
      throw new TensorFormatException("its header could not be read: " + e.getMessage());
    }
    checkCovered(tensors, dataBytes);
    return new TensorHeader(tensors, metadata);
  }

  private static String text(byte[] json) throws TensorFormatException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    } catch (CharacterCodingException e) {
      throw new TensorFormatException("its header is not UTF-8");
    }
  }

  private static void readMetadata(JsonParser parser, Map<String, String> metadata)
      throws IOException {
    expect(parser, JsonToken.START_OBJECT, METADATA + " is not an object");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      expect(parser, JsonToken.VALUE_STRING, "metadata \"" + name + "\" is not a text");
      metadata.put(name, parser.getText());
    }
  }

  private static Tensor readTensor(String name, JsonParser parser) throws IOException {
    String which = "tensor \"" + name + "\"";
    expect(parser, JsonToken.START_OBJECT, which + " is not described by an object");
    TensorType type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "dtype" -> {
          expect(parser, JsonToken.VALUE_STRING, which + " has a dtype that is not a text");
          type = typeOf(which, parser.getText());
        }
        case "shape" -> shape = readCounts(which + ", shape", parser);
        case "data_offsets" -> offsets = readCounts(which + ", data_offsets", parser);
        default ->
            throw new TensorFormatException(which + " has an unknown field \"" + field + "\"");
      }
    }
    if (type == null || shape == null || offsets == null || offsets.size() != 2) {
      throw new TensorFormatException(which + " lacks its dtype, shape or two data_offsets");
    }
    return checked(new Tensor(name, type, shape, offsets.get(0), offsets.get(1)), which);
  }

  private static TensorType typeOf(String which, String dtype) throws TensorFormatException {
    for (TensorType type : TensorType.values()) {
      if (type.name().equals(dtype)) {
        return type;
      }
    }
    throw new TensorFormatException(which + " has the unknown dtype \"" + dtype + "\"");
  }

  private static List<Long> readCounts(String which, JsonParser parser) throws IOException {
    expect(parser, JsonToken.START_ARRAY, which + ": not an array");
    List<Long> counts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(parser, JsonToken.VALUE_NUMBER_INT, which + ": not a whole number");
      JsonParser.NumberType kind = parser.getNumberType();
      if (kind == JsonParser.NumberType.BIG_INTEGER || parser.getLongValue() < 0) {
        throw new TensorFormatException(which + ": " + parser.getText() + " is out of range");
      }
      counts.add(parser.getLongValue());
    }
    return counts;
  }

  private static Tensor checked(Tensor tensor, String which) throws TensorFormatException {
    long bytes = tensor.type().bytes();
    boolean zero = tensor.shape().contains(0L);
    try {
      for (long extent : tensor.shape()) {
        bytes = zero ? 0 : Math.multiplyExact(bytes, extent);
      }
    } catch (ArithmeticException e) {
      throw new TensorFormatException(which + " has a shape too large: " + tensor.shape());
    }
    if (tensor.end() < tensor.begin() || tensor.end() - tensor.begin() != bytes) {
      throw new TensorFormatException(
          "%s of shape %s takes %d bytes, but its data_offsets are %d to %d"
              .formatted(which, tensor.shape(), bytes, tensor.begin(), tensor.end()));
    }
    return tensor;
  }

  private static void expect(JsonParser parser, JsonToken token, String otherwise)
      throws TensorFormatException {
    if (parser.currentToken() != token) {
      throw new TensorFormatException(otherwise);
    }
  }

  /** Without holes, without overlap, and every byte belongs to a tensor. */
  private static void checkCovered(Map<String, Tensor> tensors, long dataBytes)
      throws TensorFormatException {
    List<Tensor> inOrder = new ArrayList<>(tensors.values());
    inOrder.sort(Comparator.comparingLong(Tensor::begin).thenComparingLong(Tensor::end));
    long next = 0;
    for (Tensor tensor : inOrder) {
      if (tensor.begin() != next) {
        throw new TensorFormatException(
            "tensor \"%s\" begins at byte %d, but the one before it ends at %d"
                .formatted(tensor.name(), tensor.begin(), next));
      }
      next = tensor.end();
    }
    if (next != dataBytes) {
      throw new TensorFormatException(
          "its tensors take %d bytes, but %d bytes follow the header".formatted(next, dataBytes));
    }
  }
}
