package osusume.tensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import osusume.json.Json;

/**
 * Writes a safetensors file. Tensors are written in the order they were added; their arrays are not
 * copied and must not change before {@link #write} is done. Add the tensors with the largest
 * elements first: then every tensor is aligned to its elements.
 */
public final class TensorWriter {
  /** The header, with the length before it, is padded to a multiple of this. */
  private static final int ALIGNMENT = 8;

  private static final int BUFFER_BYTES = 1 << 16;

  private final Map<String, Added> added = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private long end;

  private record Added(Tensor tensor, Source source) {}

  /** Hands all elements of a tensor to a sink, in order. */
  private interface Source {
    void into(ByteBuffer buffer, Sink sink) throws IOException;
  }

  /** Takes a full buffer, and leaves it empty. */
  private interface Sink {
    void take(ByteBuffer buffer) throws IOException;
  }

  /** Adds an F32 tensor: its elements row after row, as many as the product of its shape. */
  public TensorWriter add(String name, float[] elements, long... shape) {
    return add(
        name,
        TensorType.F32,
        elements.length,
        shape,
        (buffer, sink) -> {
          for (float element : elements) {
            room(buffer, sink).putFloat(element);
          }
        });
  }

  /** Adds an F64 tensor. */
  public TensorWriter add(String name, double[] elements, long... shape) {
    return add(
        name,
        TensorType.F64,
        elements.length,
        shape,
        (buffer, sink) -> {
          for (double element : elements) {
            room(buffer, sink).putDouble(element);
          }
        });
  }

  /** Adds an I32 tensor. */
  public TensorWriter add(String name, int[] elements, long... shape) {
    return add(
        name,
        TensorType.I32,
        elements.length,
        shape,
        (buffer, sink) -> {
          for (int element : elements) {
            room(buffer, sink).putInt(element);
          }
        });
  }

  private TensorWriter add(
      String name, TensorType type, long elements, long[] shape, Source source) {
    long product = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (product != elements || name.equals(TensorHeader.METADATA) || added.containsKey(name)) {
      throw new IllegalArgumentException(
          ("Tensor \"%s\" of shape %s can't be added with %d elements: its name must be new and its"
                  + " shape must fit.")
              .formatted(name, Arrays.toString(shape), elements));
    }
    long begin = end;
    end = begin + elements * type.bytes();
    var tensor = new Tensor(name, type, Arrays.stream(shape).boxed().toList(), begin, end);
    added.put(name, new Added(tensor, source));
    return this;
  }

  /** Adds an entry of metadata. */
  public TensorWriter metadata(String name, String value) {
    metadata.put(name, value);
    return this;
  }

  /** The header as it stands. */
  public TensorHeader header() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    added.forEach((name, one) -> tensors.put(name, one.tensor()));
    return new TensorHeader(tensors, metadata);
  }

  /** SHA-256 of the bytes of the tensors added so far, in lower-case hexadecimal. */
  public String sha256() {
    MessageDigest digest = Sha256.start();
    try {
      writeTensors(digest::update);
    } catch (IOException e) {
      throw new IllegalStateException("A digest takes every byte.", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Writes the file. */
  public void write(WritableByteChannel channel) throws IOException {
    byte[] json = json().getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer head = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(padded).put(json);
    while (head.hasRemaining()) {
      head.put((byte) ' ');
    }
    writeFully(channel, head.flip());
    writeTensors(buffer -> writeFully(channel, buffer));
  }

  private String json() throws JsonProcessingException {
    Map<String, Object> header = new LinkedHashMap<>();
    if (!metadata.isEmpty()) {
      header.put(TensorHeader.METADATA, metadata);
    }
    for (Added one : added.values()) {
      Tensor tensor = one.tensor();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("dtype", tensor.type().name());
      fields.put("shape", tensor.shape());
      fields.put("data_offsets", List.of(tensor.begin(), tensor.end()));
      header.put(tensor.name(), fields);
    }
    return Json.mapper().writeValueAsString(header);
  }

  private void writeTensors(Sink sink) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Added one : added.values()) {
      one.source().into(buffer, sink);
      empty(buffer, sink);
    }
  }

  private static ByteBuffer room(ByteBuffer buffer, Sink sink) throws IOException {
    if (buffer.remaining() < Long.BYTES) {
      empty(buffer, sink);
    }
    return buffer;
  }

  private static void empty(ByteBuffer buffer, Sink sink) throws IOException {
    sink.take(buffer.flip());
    buffer.clear();
  }

  private static void writeFully(WritableByteChannel channel, ByteBuffer buffer)
      throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
