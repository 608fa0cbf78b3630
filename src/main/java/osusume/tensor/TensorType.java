package osusume.tensor;

/** The element types that are read and written, by the name that safetensors gives them. */
public enum TensorType {
  /** Single precision. */
  F32(4),
  /** Double precision. */
  F64(8),
  /** Signed 32-bit whole number. */
  I32(4),
  /** Signed 64-bit whole number. */
  I64(8),
  /** Unsigned byte. */
  U8(1);

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  /** How many bytes an element takes. */
  public int bytes() {
    return bytes;
  }
}
