package osusume.http;

import java.nio.charset.StandardCharsets;

/** {@code /}: says what this is and names the routes. */
final class WelcomeRoute implements Route {
  private static final String TEXT =
      """
      Welcome to the Anime Recommendation API!

      /anime                            titles that fit; without parameters it explains itself
      /user                             who rated what; without parameters it explains itself
      /recommend/<user_id>              titles for a user of the data set
      /talk/<user_id>/<user_message>    a title for what somebody says
      /openapi.json                     all of it, for programs
      """;

  @Override
  public String template() {
    return "/";
  }

  @Override
  public String summary() {
    return "Names the routes.";
  }

  @Override
  public Reply answer(Call call) {
    return Reply.ok(Reply.TEXT, out -> out.write(TEXT.getBytes(StandardCharsets.UTF_8)));
  }
}
