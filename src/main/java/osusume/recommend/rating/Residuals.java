package osusume.recommend.rating;

import java.util.Arrays;
import osusume.data.RatingMatrix;

/**
 * Every rating of a data set as what the biases leave of it, by person and by title: the same
 * entries twice. Unrated ones are not among them. The arrays must not be written.
 *
 * @param personStarts where each person starts in {@code titles} and {@code ofPeople}
 * @param titles catalogue row of each entry
 * @param ofPeople what is left over of each entry
 * @param titleStarts where each title starts in {@code people} and {@code ofTitles}
 * @param people user row of each entry
 * @param ofTitles what is left over of each entry
 */
record Residuals(
    int[] personStarts,
    int[] titles,
    float[] ofPeople,
    int[] titleStarts,
    int[] people,
    float[] ofTitles) {

  static Residuals of(Biases biases, RatingMatrix ratings) {
    int users = ratings.rowCount();
    int[] personStarts = new int[users + 1];
    int[] titleStarts = new int[ratings.columnCount() + 1];
    for (int user = 0; user < users; user++) {
      int count = 0;
      for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
        if (ratings.values()[e] > 0) {
          titleStarts[ratings.columns()[e] + 1]++;
          count++;
        }
      }
      personStarts[user + 1] = personStarts[user] + count;
    }
    for (int title = 0; title < ratings.columnCount(); title++) {
      titleStarts[title + 1] += titleStarts[title];
    }
    int[] titles = new int[personStarts[users]];
    float[] ofPeople = new float[titles.length];
    int[] people = new int[titles.length];
    float[] ofTitles = new float[titles.length];
    int[] fill = titleStarts.clone();
    for (int user = 0; user < users; user++) {
      int next = personStarts[user];
      double sum = 0;
      for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
        if (ratings.values()[e] > 0) {
          titles[next] = ratings.columns()[e];
          ofPeople[next] = biases.aboveTitle(titles[next], ratings.values()[e]);
          sum += ofPeople[next++];
        }
      }
      float offset = (float) (sum / (next - personStarts[user] + Biases.PERSON_PRIOR));
      for (int e = personStarts[user]; e < next; e++) {
        ofPeople[e] -= offset;
        int to = fill[titles[e]]++;
        people[to] = user;
        ofTitles[to] = ofPeople[e];
      }
    }
    return new Residuals(personStarts, titles, ofPeople, titleStarts, people, ofTitles);
  }

  int personCount() {
    return personStarts.length - 1;
  }

  int titleCount() {
    return titleStarts.length - 1;
  }

  /** How many people rated a title. */
  int raters(int title) {
    return titleStarts[title + 1] - titleStarts[title];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Residuals that
        && Arrays.equals(personStarts, that.personStarts)
        && Arrays.equals(titles, that.titles)
        && Arrays.equals(ofPeople, that.ofPeople);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(titles);
  }

  @Override
  public String toString() {
    return "Residuals[%d x %d, %d entries]".formatted(personCount(), titleCount(), titles.length);
  }
}
