import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts PNG pictures into the containers that Windows (.ico) and macOS (.icns) read. */
public final class IconFiles {
  private static final int ICO_HEADER = 6;
  private static final int ICO_ENTRY = 16;

  private IconFiles() {}

  /**
   * @param args {@code ico FILE PNG...}, smallest first, or {@code icns FILE TYPE PNG...}
   * @throws IOException if a picture can't be read or the file not be written
   */
  public static void main(String[] args) throws IOException {
    byte[] made;
    switch (args[0]) {
      case "ico" -> made = ico(args);
      case "icns" -> made = icns(args);
      default -> throw new IllegalArgumentException("Neither ico nor icns: " + args[0]);
    }
    Files.write(Path.of(args[1]), made);
  }

  private static byte[] ico(String[] args) throws IOException {
    int count = args.length - 2;
    var entries = ByteBuffer.allocate(ICO_HEADER + count * ICO_ENTRY);
    entries.order(ByteOrder.LITTLE_ENDIAN);
    entries.putShort((short) 0).putShort((short) 1).putShort((short) count);
    var pictures = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      byte[] png = Files.readAllBytes(Path.of(args[i + 2]));
      // The width stands big-endian after the PNG's signature and the head of its first chunk.
      int size = ByteBuffer.wrap(png).getInt(16);
      // 256 does not fit its byte and is written as 0.
      entries.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
      entries.putShort((short) 1).putShort((short) 32);
      entries.putInt(png.length).putInt(entries.capacity() + pictures.size());
      pictures.write(png);
    }
    var whole = new ByteArrayOutputStream();
    whole.write(entries.array());
    pictures.writeTo(whole);
    return whole.toByteArray();
  }

  private static byte[] icns(String[] args) throws IOException {
    var pictures = new ByteArrayOutputStream();
    var out = new DataOutputStream(pictures);
    for (int i = 2; i < args.length; i += 2) {
      byte[] png = Files.readAllBytes(Path.of(args[i + 1]));
      out.write(args[i].getBytes(StandardCharsets.US_ASCII));
      out.writeInt(png.length + 8);
      out.write(png);
    }
    var whole = new ByteArrayOutputStream();
    var head = new DataOutputStream(whole);
    head.write("icns".getBytes(StandardCharsets.US_ASCII));
    head.writeInt(pictures.size() + 8);
    pictures.writeTo(whole);
    return whole.toByteArray();
  }
}
