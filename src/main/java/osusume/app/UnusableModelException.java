package osusume.app;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The kept taste groups can't be used, and only the person may have them replaced. */
public final class UnusableModelException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  UnusableModelException() {
    super(
        new IOException(
            "Without that model there are no taste groups. \"osusume train\" makes a new one;"
                + " \"--strategy popular\" needs none."));
  }
}
