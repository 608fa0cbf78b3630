package osusume.ui.anime;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import osusume.app.Opened;
import osusume.data.Anime;
import osusume.data.AnimeColumn;
import osusume.data.AnimeFilter;
import osusume.data.AnimeQuery;
import osusume.data.Catalogue;
import osusume.ui.control.FilterPart;

/**
 * What the Anime tab asks for: a filter and an order, put to what is open. Worked out off the
 * JavaFX thread.
 *
 * @param column null: the catalogue's own order
 */
record AnimeSearch(Opened opened, AnimeFilter filter, AnimeColumn column, boolean descending) {
  /**
   * Everything that fits, in order.
   *
   * @param rows catalogue rows
   * @param titles the same as titles
   * @param loosening what to loosen where nothing fits; empty where no single part would do
   */
  record Found(
      Opened opened, int[] rows, List<Anime> titles, Optional<FilterPart.Loosening> loosening) {}

  Found find() {
    Catalogue catalogue = opened.data().catalogue();
    int[] rows = new AnimeQuery(filter, column, descending, 0, null).rows(catalogue);
    Optional<FilterPart.Loosening> loosening =
        rows.length > 0
            ? Optional.empty()
            : FilterPart.best(filter, other -> other.match(catalogue).count());
    return new Found(opened, rows, new Rows(catalogue, rows), loosening);
  }

  /** The titles of some rows, without a copy. */
  private static final class Rows extends AbstractList<Anime> implements RandomAccess {
    private final Catalogue catalogue;
    private final int[] rows;

    Rows(Catalogue catalogue, int[] rows) {
      this.catalogue = catalogue;
      this.rows = rows;
    }

    @Override
    public Anime get(int index) {
      return catalogue.anime(rows[index]);
    }

    @Override
    public int size() {
      return rows.length;
    }
  }
}
