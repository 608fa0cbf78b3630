package osusume.http;

import java.util.Map;
import java.util.Optional;
import osusume.app.Opened;
import osusume.app.UnknownUserException;
import osusume.data.Taste;

/** The user of the data set that a path or a query names. */
final class UserId {
  static final Parameter PARAMETER =
      Parameter.wholeNumber("user_id", Integer.MIN_VALUE, "this user of the data set", "5");

  private UserId() {}

  /**
   * The id in the first parameter of a path.
   *
   * @throws Problem 400 if it is no whole number of 32 bits
   */
  static int inPath(Call call) throws Problem {
    String text = call.path().getFirst();
    ParameterValue.check(PARAMETER, text);
    return Integer.parseInt(text);
  }

  /**
   * What that user watched.
   *
   * @throws Problem 404 if there is no such user
   */
  static Taste taste(int userId, Opened opened) throws Problem {
    try {
      return opened.tasteOf(userId);
    } catch (UnknownUserException e) {
      throw new Problem(404, e.getMessage(), Optional.of(PARAMETER.name()), Map.of());
    }
  }
}
