package osusume.chat.offline;

import java.util.List;
import java.util.OptionalInt;
import osusume.data.NumberRange;

/**
 * The numbers of a message, and what they count: episodes, ratings, members, how many titles are
 * wanted, or the id of a user.
 *
 * @param count how many titles are wanted; empty: it was not said
 * @param userId of the user of the data set that is spoken of; empty: none
 * @param mark a number from 1 to 10 that stands alone, such as the rating in "I give it a 9"
 * @param place of the title of the last answer that is meant, as in "number 2"; from 1
 */
record Numbers(
    NumberRange episodes,
    NumberRange rating,
    NumberRange members,
    OptionalInt count,
    OptionalInt userId,
    OptionalInt mark,
    OptionalInt place) {
  /** Reads them off a message; words that belong to titles must be gone. */
  static Numbers of(List<Word> words) {
    NumberReading reading = new NumberReading(words);
    for (int at = 0; at < words.size(); at++) {
      at = reading.read(at);
    }
    return reading.numbers();
  }
}
