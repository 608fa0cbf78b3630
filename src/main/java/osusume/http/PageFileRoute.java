package osusume.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A file that the page of the forms consists of; it lies among the program's own files. */
final class PageFileRoute implements Route {
  /** Every file that the page asks for. */
  static final List<PageFileRoute> ALL =
      List.of(
          new PageFileRoute("page.css", "text/css; charset=utf-8"),
          new PageFileRoute("page-form.css", "text/css; charset=utf-8"),
          new PageFileRoute("page-answer.css", "text/css; charset=utf-8"),
          new PageFileRoute("page.js", "text/javascript; charset=utf-8"),
          new PageFileRoute("page-access.js", "text/javascript; charset=utf-8"),
          new PageFileRoute("page-copy.js", "text/javascript; charset=utf-8"),
          new PageFileRoute("page-form.js", "text/javascript; charset=utf-8"),
          new PageFileRoute("page-answer.js", "text/javascript; charset=utf-8"),
          new PageFileRoute("page-tile.js", "text/javascript; charset=utf-8"),
          new PageFileRoute("page.svg", "image/svg+xml"));

  private final String name;
  private final String type;
  private final byte[] content;

  private PageFileRoute(String name, String type) {
    this.name = name;
    this.type = type;
    this.content = read(name);
  }

  /** A file that lies beside this class. */
  static byte[] read(String name) {
    try (InputStream in = PageFileRoute.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file osusume/http/" + name + ".");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String template() {
    return "/" + name;
  }

  @Override
  public String summary() {
    return "A part of the page for browsers.";
  }

  @Override
  public boolean withoutToken() {
    return true;
  }

  @Override
  public Reply answer(Call call) {
    return Reply.ok(type, out -> out.write(content));
  }
}
