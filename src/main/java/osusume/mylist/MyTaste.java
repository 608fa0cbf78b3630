package osusume.mylist;

import java.util.Arrays;
import osusume.data.Catalogue;
import osusume.data.Taste;

/** The taste that follows from a person's list, as everybody's taste follows from theirs. */
public final class MyTaste {
  private static final byte UNRATED = -1;

  private MyTaste() {}

  /** Of the titles that were seen and that the data set knows. */
  public static Taste of(MyList list, Catalogue catalogue) {
    int[] rows = new int[list.size()];
    byte[] ratings = new byte[list.size()];
    int n = 0;
    for (ListEntry entry : list.entries()) {
      int row = entry.key().site() == TitleKey.Site.MAL ? catalogue.rowOfId(entry.key().id()) : -1;
      if (row >= 0 && entry.status().seen()) {
        rows[n] = row;
        ratings[n++] = entry.score() == 0 ? UNRATED : (byte) entry.score();
      }
    }
    return Taste.of(Arrays.copyOf(rows, n), Arrays.copyOf(ratings, n));
  }
}
