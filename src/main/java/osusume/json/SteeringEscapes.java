package osusume.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;

/**
 * Writes {@link SteeringSigns} as {@code \\uXXXX}: JSON is looked at in terminals too, and would
 * only escape those of ASCII by itself. The value stays the same.
 */
final class SteeringEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7f;
  private static final int[] ASCII = standardAsciiEscapesForJSON();

  static {
    ASCII[DELETE] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ASCII;
  }

  /** Null: as it is. Halves of a pair are asked for one by one, and stay. */
  @Override
  public SerializableString getEscapeSequence(int sign) {
    return SteeringSigns.holds(sign) ? new SerializedString("\\u%04X".formatted(sign)) : null;
  }
}
