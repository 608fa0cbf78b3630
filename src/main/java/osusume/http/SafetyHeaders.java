package osusume.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** What is said with every answer to browsers, so that no page makes use of it. */
final class SafetyHeaders {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  private static final HttpField[] ALWAYS = {
    new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
    new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
    new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
    new PreEncodedHttpField("Content-Security-Policy", NOTHING),
  };

  /** May be kept by who asks alone, and asked after before it is used again. */
  static final HttpField KEEP_AND_ASK =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "private, no-cache");

  static final HttpField KEEP_NOT = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");

  static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept, Accept-Encoding");

  private SafetyHeaders() {}

  static void put(HttpFields.Mutable headers) {
    for (HttpField field : ALWAYS) {
      headers.put(field);
    }
  }
}
