package osusume.app;

import java.io.IOException;
import java.util.Optional;
import osusume.chat.model.ApiKey;

/** Where a key outlives the program. Blocks; not for the JavaFX thread. */
interface KeyStore {
  /**
   * The key that is kept; empty: none is.
   *
   * @throws IOException if the store does not answer, or holds what is no key; worded for a person,
   *     without the key
   */
  Optional<ApiKey> read() throws IOException;

  /**
   * Keeps a key in place of the one before.
   *
   * @throws IOException if it is not kept; worded for a person, without the key
   */
  void write(ApiKey key) throws IOException;

  /**
   * Keeps none any more; where there is no store, there is nothing to be done.
   *
   * @throws IOException if the store may have it still; worded for a person
   */
  void delete() throws IOException;
}
