package osusume.data.download;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is known of the file of which a part is there; kept beside that part, so that another start
 * of the program can go on with it.
 *
 * @param address where it was asked for
 * @param validator what names these very bytes at the server: a strong ETag, or the time of their
 *     last change; empty: there is none, so the download can't be taken up again
 * @param total size of the whole file, in bytes; −1: the server did not say
 * @param checksums those the server gave
 * @param archive name of the file once it is whole and was checked; empty until then
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PartNote(String address, String validator, long total, Checksums checksums, String archive) {
  /** An archive is named after the first digits of its SHA-256. */
  private static final Pattern NAME = Pattern.compile("archive-[0-9a-f]{12}\\.zip");

  PartNote {
    validator = validator == null ? "" : validator;
    checksums = checksums == null ? new Checksums(null) : checksums;
    archive = archive != null && NAME.matcher(archive).matches() ? archive : "";
  }

  /** The name of an archive with these bytes. */
  static String archiveName(Checksums ofFile) {
    return "archive-" + ofFile.get(Checksums.SHA256).substring(0, 12) + ".zip";
  }

  /** The same of a file that is whole and has its name. */
  PartNote whole(String name) {
    return new PartNote(address, validator, total, checksums, name);
  }

  /**
   * @param answer carries the whole file
   */
  static PartNote of(DownloadAddress address, HttpResponse<?> answer) {
    return new PartNote(
        address.toString(),
        validator(answer),
        answer.headers().firstValueAsLong("content-length").orElse(-1),
        Checksums.of(answer.headers()),
        "");
  }

  private static String validator(HttpResponse<?> answer) {
    return strongTag(answer)
        .orElseGet(() -> answer.headers().firstValue("last-modified").orElse(""));
  }

  private static Optional<String> strongTag(HttpResponse<?> answer) {
    return answer.headers().firstValue("etag").filter(tag -> tag.startsWith("\""));
  }

  /** Whether an answer that carries a part of a file speaks of the same file. */
  boolean isOf(HttpResponse<?> answer) {
    return !validator.startsWith("\"") || strongTag(answer).map(validator::equals).orElse(true);
  }
}
