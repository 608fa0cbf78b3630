package osusume.app;

/** A strategy asked for a part that is not open, where nothing is to be learned. */
final class NotKeptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotKeptException(Part<?> part) {
    super("\"" + part.name() + "\" is not learned yet.");
  }
}
