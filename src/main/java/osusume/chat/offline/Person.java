package osusume.chat.offline;

import java.util.OptionalInt;
import osusume.chat.Ground;

/**
 * How the one is called for whom is answered: "you", or a user of the data set.
 *
 * @param userId empty: the person at the keyboard
 */
record Person(OptionalInt userId) {
  static Person of(Ground ground) {
    return new Person(ground.asker().userId());
  }

  /** "You", at the beginning of a sentence. */
  String subject() {
    return userId.isPresent() ? "User " + userId.getAsInt() : "You";
  }

  /** "You", further on. */
  String again() {
    return userId.isPresent() ? "they" : "you";
  }

  /** "For you". */
  String object() {
    return userId.isPresent() ? "user " + userId.getAsInt() : "you";
  }

  String have() {
    return userId.isPresent() ? "has" : "have";
  }

  String their() {
    return userId.isPresent() ? "their" : "your";
  }
}
