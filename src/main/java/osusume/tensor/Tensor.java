package osusume.tensor;

import java.util.List;

/**
 * Where a tensor lies, as the header says.
 *
 * @param name its name
 * @param type of its elements
 * @param shape its extents, outermost first; empty for a single number
 * @param begin of its bytes, counted from the end of the header
 * @param end likewise, exclusive; {@code end − begin} is the product of the shape times the bytes
 *     of an element
 */
public record Tensor(String name, TensorType type, List<Long> shape, long begin, long end) {
  public Tensor {
    shape = List.copyOf(shape);
  }

  /** How many elements it has. */
  public long elements() {
    return (end - begin) / type.bytes();
  }
}
