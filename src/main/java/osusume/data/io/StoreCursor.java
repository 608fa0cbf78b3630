package osusume.data.io;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads little-endian bytes one value after another. Whatever a count or a length in them claims,
 * no more is allocated than there are bytes left.
 */
final class StoreCursor {
  private final ByteBuffer bytes;

  StoreCursor(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int getByte() {
    return bytes.get();
  }

  int getInt() {
    return bytes.getInt();
  }

  long getLong() {
    return bytes.getLong();
  }

  double getDouble() {
    return bytes.getDouble();
  }

  /**
   * A number of things of which each takes at least so many bytes.
   *
   * @throws BufferUnderflowException if the bytes left can't hold them
   */
  int getCount(int leastBytesEach) {
    int count = bytes.getInt();
    if (count < 0 || (long) count * leastBytesEach > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    return count;
  }

  String getText() {
    int length = getCount(1);
    String text =
        new String(
            bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length);
    return text;
  }

  boolean atEnd() {
    return !bytes.hasRemaining();
  }
}
