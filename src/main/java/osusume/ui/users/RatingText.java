package osusume.ui.users;

import javafx.util.StringConverter;

/** A bound of the ratings in a combo box: a number, or a word for "none". */
final class RatingText extends StringConverter<Integer> {
  private final String any;

  RatingText(String any) {
    this.any = any;
  }

  @Override
  public String toString(Integer rating) {
    return rating == null ? any : rating.toString();
  }

  @Override
  public Integer fromString(String text) {
    return text.equals(any) ? null : Integer.valueOf(text);
  }
}
