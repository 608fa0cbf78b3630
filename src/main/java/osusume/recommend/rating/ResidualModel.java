package osusume.recommend.rating;

import osusume.data.Taste;

/**
 * Predicts what the biases leave over of a rating. Every one of them is linear in what is left over
 * of the person's own ratings, so that leaving one of these out is exact and costs next to nothing:
 * without rating j the person's offset falls by some δ_j, so that every other e grows by δ_j, and
 * the prediction is that for e without j plus δ_j times that for ones without j.
 */
interface ResidualModel {
  /**
   * What a person will be above the biases at some titles.
   *
   * @param request whom and what is asked for
   * @param predicted one number a title asked for; is written
   */
  void predict(Request request, float[] predicted);

  /**
   * A person and the titles asked for.
   *
   * @param person whose
   * @param rows catalogue rows asked for
   * @param places of catalogue rows among what the person rated
   */
  record Request(Person person, int[] rows, Places places) {
    static Request of(Person person, int[] rows, int titles) {
      return new Request(person, rows, new Places(person.rows(), titles));
    }

    /** The person's entry that is to be left out for the title asked for, or −1. */
    int entry(int asked) {
      return places.of(rows[asked]);
    }

    /** δ: by how much the person's other ratings rise above their offset without one entry. */
    double rise(int entry) {
      return person.offset() - person.offsetWithoutEntry(entry);
    }
  }

  /** Biases, and on top of them what this model predicts, as ratings. */
  static RatingModel onto(Biases biases, ResidualModel model) {
    return (Taste taste, int[] animeRows) -> {
      Request request =
          Request.of(Person.of(biases, taste), animeRows, biases.titleOffsets().length);
      float[] predicted = new float[animeRows.length];
      model.predict(request, predicted);
      for (int i = 0; i < predicted.length; i++) {
        predicted[i] = Biases.clip(biases.of(request, i) + predicted[i]);
      }
      return predicted;
    };
  }
}
