package osusume.data;

/**
 * How the users of a data set rated one title.
 *
 * @param counts how many gave 1, 2, …, 10 (index 0 is a 1)
 * @param unrated how many watched it without a rating
 */
public record TitleRatings(int[] counts, int unrated) {
  /** Counts the ratings of the title in a catalogue row. */
  public static TitleRatings of(Dataset data, int animeRow) {
    RatingMatrix byTitle = data.ratings().transpose();
    int[] counts = new int[10];
    int unrated = 0;
    for (int i = byTitle.starts()[animeRow]; i < byTitle.starts()[animeRow + 1]; i++) {
      int rating = byTitle.values()[i];
      if (rating > 0) {
        counts[rating - 1]++;
      } else {
        unrated++;
      }
    }
    return new TitleRatings(counts, unrated);
  }

  /** How many rated it. */
  public int rated() {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  /** The mean rating, or NaN if nobody rated it. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += (i + 1.0) * counts[i];
    }
    return sum / rated();
  }
}
