package osusume.tensor;

import java.io.IOException;

/** The bytes are not a safetensors file; the message says why, without the name of the file. */
public final class TensorFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  TensorFormatException(String why) {
    super(why);
  }
}
