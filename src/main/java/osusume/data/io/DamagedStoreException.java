package osusume.data.io;

import java.io.IOException;

/**
 * A stored data set is cut, altered, or of another version of the program; it can be made again
 * from the files it was imported from. The message is a sentence for a person.
 */
public final class DamagedStoreException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param sentence what is wrong and what to do, for a person
   */
  public DamagedStoreException(String sentence) {
    super(sentence);
  }

  /**
   * @param sentence what is wrong and what to do, for a person
   */
  public DamagedStoreException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
