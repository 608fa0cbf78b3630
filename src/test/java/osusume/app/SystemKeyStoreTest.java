package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import osusume.chat.model.ApiKey;

/** The key store of the computer the tests run on, under a name of their own; skipped without. */
class SystemKeyStoreTest {
  private final SystemKeyStore store = new SystemKeyStore("Osusume test");

  @Test
  void aKeyIsKeptReplacedReadByAnotherAndForgotten() throws IOException {
    try {
      store.delete();
      store.read();
    } catch (IOException e) {
      abort("The key store of this computer can't be tried: " + e.getMessage());
    }
    assertThat(store.read()).isEmpty();
    store.write(ApiKey.of("sk-first"));
    store.write(ApiKey.of("sk-second"));
    Optional<ApiKey> read = new SystemKeyStore("Osusume test").read();
    assertThat(read.map(ApiKey::reveal)).contains("sk-second");
    assertThat(new SystemKeyStore("Osusume test, another").read()).isEmpty();
    store.delete();
    assertThat(store.read()).isEmpty();
    store.delete();
  }
}
