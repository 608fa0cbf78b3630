package osusume.chat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import osusume.chat.Tokens;

/** What an answer costs is said where it is known, and nowhere else. */
class ListPricesTest {
  private static final Tokens MILLION = new Tokens(1_000_000, 1_000_000, true);

  private static Tokens at(ModelAddress address, String model) {
    return ListPrices.priced(MILLION, address, model);
  }

  @Test
  void aModelOfTheListCostsWhatTheListSays() {
    assertThat(at(ModelAddress.OPENAI, "gpt-4o").dollars().getAsDouble())
        .isCloseTo(12.5, within(1e-9));
    assertThat(at(ModelAddress.OPENAI, "gpt-4o-2024-08-06").dollars().getAsDouble())
        .isCloseTo(12.5, within(1e-9));
    assertThat(at(ModelAddress.OPENAI, "gpt-4o-mini").dollars().getAsDouble())
        .isCloseTo(0.75, within(1e-9));
  }

  @Test
  void elsewhereAndOfOtherModelsNothingIsKnown() {
    assertThat(at(ModelAddress.parse("http://127.0.0.1:11434/v1"), "gpt-4o").dollars()).isEmpty();
    assertThat(at(ModelAddress.OPENAI, "gpt-9").dollars()).isEmpty();
    assertThat(at(ModelAddress.OPENAI, "gpt-4o-audio").dollars()).isEmpty();
  }

  @Test
  void aSumIsKnownOnlyWhereEachPartIs() {
    Tokens priced = at(ModelAddress.OPENAI, "gpt-4.1");
    assertThat(Tokens.NONE.plus(priced).plus(priced).dollars().getAsDouble())
        .isCloseTo(20, within(1e-9));
    assertThat(priced.plus(MILLION).dollars()).isEmpty();
  }
}
