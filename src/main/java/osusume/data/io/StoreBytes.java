package osusume.data.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of little-endian bytes. */
final class StoreBytes {
  private ByteBuffer bytes = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

  StoreBytes putByte(int value) {
    room(1).put((byte) value);
    return this;
  }

  StoreBytes putInt(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  StoreBytes putLong(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  StoreBytes putDouble(double value) {
    room(Double.BYTES).putDouble(value);
    return this;
  }

  /** Its length in UTF-8 and then the text. */
  StoreBytes putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putInt(utf8.length);
    room(utf8.length).put(utf8);
    return this;
  }

  /** What was put so far. A copy. */
  byte[] toArray() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private ByteBuffer room(int length) {
    if (bytes.remaining() < length) {
      int size = Math.max(2 * bytes.capacity(), Math.addExact(bytes.position(), length));
      ByteBuffer larger = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
      bytes = larger.put(bytes.flip());
    }
    return bytes;
  }
}
