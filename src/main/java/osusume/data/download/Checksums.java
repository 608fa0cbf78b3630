package osusume.data.download;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;
import osusume.file.FileTrouble;
import osusume.progress.Progress;

/**
 * Checksums of a file, by name ({@code crc32c}, {@code md5}, {@code sha-256}), in hexadecimal;
 * those a server gives, or those a file has.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Checksums(Map<String, String> byName) {
  static final String CRC32C = "crc32c";
  static final String MD5 = "md5";
  static final String SHA256 = "sha-256";

  private static final Map<String, Integer> BYTES = Map.of(CRC32C, 4, MD5, 16, SHA256, 32);

  Checksums {
    byName = byName == null ? Map.of() : Map.copyOf(byName);
  }

  /**
   * What the headers of an answer that carries the whole file say: Google's {@code x-goog-hash}
   * ({@code crc32c} big-endian, {@code md5}), {@code Content-MD5}, {@code Digest} (RFC 3230),
   * {@code Repr-Digest} and {@code Content-Digest} (RFC 9530). What is no checksum is passed over.
   */
  static Checksums of(HttpHeaders headers) {
    Map<String, String> found = new LinkedHashMap<>();
    headers.allValues("content-md5").forEach(value -> put(found, MD5, value));
    for (String header : new String[] {"x-goog-hash", "digest", "repr-digest", "content-digest"}) {
      for (String line : headers.allValues(header)) {
        for (String one : line.split(",")) {
          int equals = one.indexOf('=');
          if (equals > 0) {
            String name = one.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            put(found, name, one.substring(equals + 1));
          }
        }
      }
    }
    return new Checksums(found);
  }

  private static void put(Map<String, String> found, String name, String value) {
    // RFC 9530 writes a checksum between colons.
    String base64 = value.strip().replaceAll("^:|:$", "");
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (BYTES.containsKey(name) && bytes.length == BYTES.get(name)) {
        found.put(name, HexFormat.of().formatHex(bytes));
      }
    } catch (IllegalArgumentException e) {
      // Not a checksum, whatever it is; there is nothing to hold the file against then.
    }
  }

  /** All checksums of a file; reads it once. */
  static Checksums of(Path file, Progress progress) throws IOException {
    CRC32C crc = new CRC32C();
    MessageDigest md5 = digest("MD5");
    MessageDigest sha = digest("SHA-256");
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 20];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        progress.check();
        crc.update(buffer, 0, n);
        md5.update(buffer, 0, n);
        sha.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
    byte[] crcBytes = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    HexFormat hex = HexFormat.of();
    return new Checksums(
        Map.of(
            CRC32C,
            hex.formatHex(crcBytes),
            MD5,
            hex.formatHex(md5.digest()),
            SHA256,
            hex.formatHex(sha.digest())));
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has " + name + ".", e);
    }
  }

  /** The name of a checksum that the file does not have; empty if it has them all. */
  String firstMismatch(Checksums ofFile) {
    return byName.entrySet().stream()
        .filter(given -> !given.getValue().equals(ofFile.byName.get(given.getKey())))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse("");
  }

  String get(String name) {
    return byName.get(name);
  }
}
