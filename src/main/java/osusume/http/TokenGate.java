package osusume.http;

import java.util.Map;
import java.util.Optional;
import osusume.app.AccessToken;

/** Lets in who shows the access token, where there is one. */
final class TokenGate {
  private static final String SCHEME = "Bearer ";
  private static final int BURST = 3;

  private final Optional<AccessToken> token;
  private final Pace wrong;

  TokenGate(Optional<AccessToken> token, Limits limits) {
    this.token = token;
    this.wrong = new Pace(limits.wrongTokensPerSecond(), BURST * limits.wrongTokensPerSecond());
  }

  /**
   * @param authorization the header of this name; null: there is none
   * @throws Problem 401 without the token; 429 after too many wrong ones
   */
  void check(String authorization, Visitor visitor, long nanoTime) throws Problem {
    if (token.isEmpty()) {
      return;
    }
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw unauthorized("This listener wants its access token: 'Authorization: Bearer <token>'.");
    }
    // The right one always passes: who shares an address with others is not locked out by them.
    if (!token.get().matches(authorization.substring(SCHEME.length()).strip())) {
      if (!wrong.take(visitor.key(), nanoTime)) {
        throw tooMany(visitor, nanoTime);
      }
      throw unauthorized("That is not this listener's access token.");
    }
  }

  private Problem tooMany(Visitor visitor, long nanoTime) {
    return TalkGate.tooMany(
        "Too many wrong access tokens came from this address. Try again in a moment.",
        Math.max(1, wrong.secondsToWait(visitor.key(), nanoTime)));
  }

  private static Problem unauthorized(String sentence) {
    return new Problem(
        401, sentence, Optional.empty(), Map.of("WWW-Authenticate", "Bearer realm=\"osusume\""));
  }
}
