package osusume.data.download;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.http.HttpResponse;

/**
 * What is known of the file of which a part is there; kept beside that part, so that another start
 * of the program can go on with it.
 *
 * @param address where it was asked for
 * @param validator what names these very bytes at the server: a strong ETag, or the time of their
 *     last change; empty: there is none, so the download can't be taken up again
 * @param total size of the whole file, in bytes; −1: the server did not say
 * @param checksums those the server gave
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PartNote(String address, String validator, long total, Checksums checksums) {
  PartNote {
    validator = validator == null ? "" : validator;
    checksums = checksums == null ? new Checksums(null) : checksums;
  }

  /**
   * @param answer carries the whole file
   */
  static PartNote of(DownloadAddress address, HttpResponse<?> answer) {
    return new PartNote(
        address.toString(),
        validator(answer),
        answer.headers().firstValueAsLong("content-length").orElse(-1),
        Checksums.of(answer.headers()));
  }

  private static String validator(HttpResponse<?> answer) {
    return strongTag(answer)
        .orElseGet(() -> answer.headers().firstValue("last-modified").orElse(""));
  }

  private static java.util.Optional<String> strongTag(HttpResponse<?> answer) {
    return answer.headers().firstValue("etag").filter(tag -> tag.startsWith("\""));
  }

  /** Whether an answer that carries a part of a file speaks of the same file. */
  boolean isOf(HttpResponse<?> answer) {
    return !validator.startsWith("\"") || strongTag(answer).map(validator::equals).orElse(true);
  }
}
