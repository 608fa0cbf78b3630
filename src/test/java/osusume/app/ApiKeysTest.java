package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.app.ApiKeys.Source;
import osusume.app.ApiKeys.State;
import osusume.chat.model.ApiKey;

/** Which key counts, and what is said of it. */
@Timeout(30)
class ApiKeysTest {
  private static final ApiKey ONE = ApiKey.of("sk-one-of-the-keys");
  private static final ApiKey OTHER = ApiKey.of("sk-another-of-them");
  private static final String LOCKED =
      "The key store of this computer did not do it: it may be locked.";

  private final FakeKeyStore store = new FakeKeyStore();

  private static String shown(Optional<ApiKey> key) {
    return key.map(ApiKey::reveal).orElse("none");
  }

  @Test
  void theKeyOfThisRunGoesBeforeTheEnvironmentAndThatBeforeTheKeyStore() {
    store.kept = Optional.of(ONE);
    assertThat(store.keys().state()).isEqualTo(new State(Source.KEY_STORE, Optional.empty()));
    assertThat(shown(store.keys().find())).isEqualTo(ONE.reveal());
    ApiKeys keys = store.with(ApiKeys.VARIABLE, " sk-of-the-environment\n").keys();
    store.reads = 0;
    assertThat(keys.state().source()).isEqualTo(Source.ENVIRONMENT);
    assertThat(shown(keys.find())).isEqualTo("sk-of-the-environment");
    assertThat(store.reads).as("the store is asked only if need be").isZero();
    assertThat(keys.useNow(OTHER).source()).isEqualTo(Source.THIS_RUN);
    assertThat(shown(keys.find())).isEqualTo(OTHER.reveal());
    assertThat(shown(store.kept)).as("nothing is kept").isEqualTo(ONE.reveal());
  }

  @Test
  void aKeptKeyIsThereForTheNextRunAndAForgottenOneIsNot() {
    ApiKeys keys = store.keys();
    assertThat(keys.state().source()).isEqualTo(Source.NONE);
    assertThat(keys.keep(ONE)).isEqualTo(new State(Source.KEY_STORE, Optional.empty()));
    assertThat(shown(store.keys().find())).isEqualTo(ONE.reveal());
    assertThat(keys.forget()).isEqualTo(new State(Source.NONE, Optional.empty()));
    assertThat(keys.find()).isEmpty();
    assertThat(store.keys().find()).isEmpty();
  }

  @Test
  void aKeyThatIsKeptCountsAtOnceAlsoWhereTheEnvironmentHasAnother() {
    ApiKeys keys = store.with(ApiKeys.VARIABLE, OTHER.reveal()).keys();
    assertThat(keys.keep(ONE).source()).isEqualTo(Source.KEY_STORE_UNTIL_NEXT_START);
    assertThat(shown(keys.find())).isEqualTo(ONE.reveal());
    assertThat(keys.forget().source()).isEqualTo(Source.ENVIRONMENT);
    assertThat(keys.keep(OTHER).source()).isEqualTo(Source.ENVIRONMENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {LOCKED, "This computer has no key store that answers."})
  void whereTheStoreDoesNotServeTheKeyIsUsedForThisRunAndItIsSaid(String why) {
    store.fails = why;
    ApiKeys keys = store.keys();
    assertThat(keys.state()).isEqualTo(new State(Source.NONE, Optional.of(why)));
    assertThat(keys.find()).isEmpty();
    assertThat(keys.keep(ONE)).isEqualTo(new State(Source.THIS_RUN, Optional.of(why)));
    assertThat(shown(keys.find())).isEqualTo(ONE.reveal());
    assertThat(keys.forget())
        .as("it may have it still")
        .isEqualTo(new State(Source.KEY_STORE, Optional.of(why)));
    assertThat(keys.find()).isEmpty();
  }

  @Test
  void aStoreThatOpensLaterIsHeard() {
    store.fails = LOCKED;
    store.kept = Optional.of(ONE);
    ApiKeys keys = store.keys();
    assertThat(keys.find()).isEmpty();
    store.fails = "";
    assertThat(shown(keys.find())).isEqualTo(ONE.reveal());
  }

  @Test
  void whileTheStoreIsAskedNobodyElseWaits() throws Exception {
    store.opens = new CountDownLatch(1);
    store.kept = Optional.of(ONE);
    ApiKeys keys = store.keys();
    var asked = CompletableFuture.supplyAsync(keys::find);
    while (store.reads == 0) {
      Thread.onSpinWait();
    }
    assertThat(keys.likely()).isFalse();
    assertThat(keys.useNow(OTHER).source()).isEqualTo(Source.THIS_RUN);
    assertThat(keys.state().source()).isEqualTo(Source.THIS_RUN);
    assertThat(keys.likely()).isTrue();
    assertThat(asked.isDone()).isFalse();
    store.opens.countDown();
    assertThat(shown(asked.get(10, TimeUnit.SECONDS)))
        .as("what was said meanwhile counts")
        .isEqualTo(OTHER.reveal());
  }

  @Test
  void whatTheStoreSaidBeforeItWasEmptiedIsForgotten() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    store.opens = gate;
    store.kept = Optional.of(ONE);
    ApiKeys keys = store.keys();
    var asked = CompletableFuture.supplyAsync(keys::find);
    while (store.reads == 0) {
      Thread.onSpinWait();
    }
    store.opens = null;
    keys.forget();
    gate.countDown();
    assertThat(asked.get(10, TimeUnit.SECONDS)).isEmpty();
    assertThat(keys.likely()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-with a blank", "sk-one\nsk-two", "sk-\u201cquoted\u201d"})
  void aKeyOfTheEnvironmentThatIsNoneIsSaidAndIsInNobodysWay(String odd) {
    ApiKeys keys = store.with(ApiKeys.VARIABLE, odd).keys();
    String sentence =
        "OPENAI_API_KEY can't be used. The key holds blanks, line breaks or characters that no key"
            + " has. Copy it again, and only it.";
    assertThat(keys.likely()).isFalse();
    assertThat(keys.state()).isEqualTo(new State(Source.NONE, Optional.of(sentence)));
    assertThatThrownBy(keys::find)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
    assertThat(keys.keep(ONE)).isEqualTo(new State(Source.KEY_STORE, Optional.of(sentence)));
    assertThat(shown(keys.find())).isEqualTo(ONE.reveal());
  }
}
