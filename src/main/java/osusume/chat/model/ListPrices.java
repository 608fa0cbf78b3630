package osusume.chat.model;

import java.util.Map;
import java.util.Optional;
import osusume.chat.Tokens;

/**
 * What OpenAI asks for tokens by its price list of June 2026, in US dollars for a million, without
 * any discount. Only for models whose price is known, and only where OpenAI itself is asked.
 */
final class ListPrices {
  /** For a million tokens. */
  private record Price(double in, double out) {}

  private static final double MILLION = 1e6;

  private static final Map<String, Price> BY_MODEL =
      Map.of(
          "gpt-4o", new Price(2.5, 10),
          "gpt-4o-mini", new Price(0.15, 0.6),
          "gpt-4.1", new Price(2, 8),
          "gpt-4.1-mini", new Price(0.4, 1.6),
          "gpt-4.1-nano", new Price(0.1, 0.4));

  private ListPrices() {}

  /** The same tokens with what they cost, where that is known. */
  static Tokens priced(Tokens tokens, ModelAddress address, String model) {
    return price(address, model)
        .map(
            price ->
                tokens.costing((tokens.in() * price.in() + tokens.out() * price.out()) / MILLION))
        .orElse(tokens);
  }

  private static Optional<Price> price(ModelAddress address, String model) {
    return address.equals(ModelAddress.OPENAI)
        // A version of a model is named by its day and costs the same.
        ? Optional.ofNullable(BY_MODEL.get(model.replaceFirst("-\\d{4}-\\d{2}-\\d{2}$", "")))
        : Optional.empty();
  }
}
