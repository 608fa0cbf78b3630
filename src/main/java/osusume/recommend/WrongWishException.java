package osusume.recommend;

/** A {@link Wish} that can't be granted, in a sentence for a person. */
public final class WrongWishException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  WrongWishException(String parameter, String sentence) {
    super(sentence);
    this.parameter = parameter;
  }

  /** The plain name of the parameter at fault, like {@code without_group}. */
  public String parameter() {
    return parameter;
  }
}
