package osusume.tensor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads a safetensors file. The file is mapped, its header validated, and tensors are copied out in
 * bulk; {@link #close} unmaps it. Nothing stays mapped afterwards, so that the file can be replaced
 * while what was read from it is in use, which Windows would otherwise refuse. To be used by the
 * thread that opened it.
 */
public final class TensorReader implements AutoCloseable {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int LENGTH_BYTES = 8;

  /** How much of the mapping is given to the digest at once. */
  private static final long DIGEST_STEP = 1 << 24;

  private final Arena arena;
  private final MemorySegment data;
  private final TensorHeader header;

  private TensorReader(Arena arena, MemorySegment data, TensorHeader header) {
    this.arena = arena;
    this.data = data;
    this.header = header;
  }

  /**
   * Maps a file and validates its header.
   *
   * @throws TensorFormatException if it is not a safetensors file
   * @throws IOException if it cannot be read
   */
  public static TensorReader open(Path file) throws IOException {
    Arena arena = Arena.ofConfined();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      TensorHeader header = readHeader(channel, size);
      long from = size - dataBytes(header);
      MemorySegment data =
          size == from
              ? MemorySegment.ofArray(new byte[0])
              : channel.map(FileChannel.MapMode.READ_ONLY, from, size - from, arena);
      return new TensorReader(arena, data, header);
    } catch (IOException | RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  /**
   * Reads and validates the header alone.
   *
   * @throws TensorFormatException if it is not a safetensors file
   * @throws IOException if it cannot be read
   */
  public static TensorHeader header(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return readHeader(channel, channel.size());
    }
  }

  private static TensorHeader readHeader(FileChannel channel, long size) throws IOException {
    if (size < LENGTH_BYTES) {
      throw new TensorFormatException("it has only " + size + " bytes");
    }
    long length = read(channel, 0, LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > TensorHeader.LONGEST) {
      throw new TensorFormatException(
          "it says that its header is %s bytes long, more than the format allows"
              .formatted(Long.toUnsignedString(length)));
    }
    if (length > size - LENGTH_BYTES) {
      throw new TensorFormatException(
          "it is cut: its header should be %d bytes long, but the file has only %d"
              .formatted(length, size));
    }
    byte[] json = read(channel, LENGTH_BYTES, (int) length).array();
    return TensorHeader.parse(json, size - LENGTH_BYTES - length);
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new TensorFormatException("it became shorter while it was read");
      }
    }
    return bytes.flip();
  }

  private static long dataBytes(TensorHeader header) {
    return header.tensors().values().stream().mapToLong(Tensor::end).max().orElse(0);
  }

  /** What the file holds. */
  public TensorHeader header() {
    return header;
  }

  /** SHA-256 of all tensor bytes (what follows the header), in lower-case hexadecimal. */
  public String sha256() {
    MessageDigest digest = Sha256.start();
    for (long from = 0; from < data.byteSize(); from += DIGEST_STEP) {
      long length = Math.min(DIGEST_STEP, data.byteSize() - from);
      digest.update(data.asSlice(from, length).asByteBuffer());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * A copy of a tensor's elements, row after row.
   *
   * @throws TensorFormatException if there is no such tensor, or not of type F32 and this shape
   */
  public float[] floats(String name, long... shape) throws TensorFormatException {
    Tensor tensor = tensor(name, TensorType.F32, shape);
    float[] copy = new float[Math.toIntExact(tensor.elements())];
    MemorySegment.copy(data, FLOAT, tensor.begin(), copy, 0, copy.length);
    return copy;
  }

  /** The same for type F64. */
  public double[] doubles(String name, long... shape) throws TensorFormatException {
    Tensor tensor = tensor(name, TensorType.F64, shape);
    double[] copy = new double[Math.toIntExact(tensor.elements())];
    MemorySegment.copy(data, DOUBLE, tensor.begin(), copy, 0, copy.length);
    return copy;
  }

  /** The same for type I32. */
  public int[] ints(String name, long... shape) throws TensorFormatException {
    Tensor tensor = tensor(name, TensorType.I32, shape);
    int[] copy = new int[Math.toIntExact(tensor.elements())];
    MemorySegment.copy(data, INT, tensor.begin(), copy, 0, copy.length);
    return copy;
  }

  private Tensor tensor(String name, TensorType type, long[] shape) throws TensorFormatException {
    Tensor tensor = header.tensors().get(name);
    if (tensor == null) {
      throw new TensorFormatException("it has no tensor \"" + name + "\"");
    }
    List<Long> expected = Arrays.stream(shape).boxed().toList();
    if (tensor.type() != type || !tensor.shape().equals(expected)) {
      throw new TensorFormatException(
          "tensor \"%s\" is %s %s, but %s %s is expected"
              .formatted(name, tensor.type(), tensor.shape(), type, expected));
    }
    if (tensor.elements() > Integer.MAX_VALUE - 8) {
      throw new TensorFormatException("tensor \"" + name + "\" is too large for this program");
    }
    return tensor;
  }

  /** Unmaps the file. */
  @Override
  public void close() {
    arena.close();
  }
}
