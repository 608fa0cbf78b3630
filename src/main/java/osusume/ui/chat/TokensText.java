package osusume.ui.chat;

import osusume.chat.Tokens;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** Tokens and, where it is known, what they cost, in words. */
final class TokensText {
  /** Less than a tenth of a cent is no figure anybody needs. */
  private static final double SMALLEST = 0.001;

  private TokensText() {}

  static String of(Tokens tokens, Texts texts, Numbers numbers) {
    String count =
        texts.format(
            tokens.exact() ? "chat.tokens" : "chat.tokens.about",
            numbers.count(tokens.in() + tokens.out()));
    if (tokens.dollars().isEmpty()) {
      return count;
    }
    double dollars = tokens.dollars().getAsDouble();
    return texts.format(
        dollars < SMALLEST ? "chat.cost.little" : "chat.cost",
        count,
        numbers.decimal(Math.max(dollars, SMALLEST), 3));
  }
}
