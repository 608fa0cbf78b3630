package osusume.http;

import java.util.Map;
import java.util.Optional;

/**
 * Why a request gets no answer: an {@code application/problem+json} (RFC 9457) with a sentence for
 * a person. Neither paths of files nor secrets nor traces may stand in it.
 */
final class Problem extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_SHOWN = 100;

  private final int status;
  private final transient Optional<String> parameter;
  private final transient Map<String, String> headers;

  /**
   * @param status of HTTP
   * @param sentence what came, and what is expected
   * @param parameter the name of the parameter at fault, where it is one
   * @param headers that go with the answer, such as {@code Allow} and {@code Retry-After}
   */
  Problem(int status, String sentence, Optional<String> parameter, Map<String, String> headers) {
    super(sentence, null, false, false);
    this.status = status;
    this.parameter = parameter;
    this.headers = Map.copyOf(headers);
  }

  Problem(int status, String sentence) {
    this(status, sentence, Optional.empty(), Map.of());
  }

  /** A value or parameter that makes no sense. */
  static Problem wrong(String parameter, String sentence) {
    return new Problem(400, sentence, Optional.of(parameter), Map.of());
  }

  /**
   * A text that came, as a sentence can hold it: harmless, and a long one is cut, so that nobody is
   * sent back all they sent, and nothing long is held against the names there are.
   */
  static String shown(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
        ? Harmless.of(text)
        : Harmless.of(text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN))) + "…";
  }

  int status() {
    return status;
  }

  Optional<String> parameter() {
    return parameter;
  }

  Map<String, String> headers() {
    return headers;
  }
}
