package osusume.recommend;

import java.util.Arrays;
import osusume.data.Catalogue;
import osusume.data.Taste;

/** The titles that a fitted model knows, as rows of the open catalogue. Immutable. */
final class ModelTitles {
  private final int[] rows;
  private final int[] places;

  /**
   * @param animeIds of the titles, in the order of the model
   * @param model what knows them, for a person
   * @throws IllegalArgumentException if the catalogue lacks one of them
   */
  ModelTitles(Catalogue catalogue, int[] animeIds, String model) {
    this.rows = new int[animeIds.length];
    for (int place = 0; place < rows.length; place++) {
      rows[place] = catalogue.rowOfId(animeIds[place]);
      if (rows[place] < 0) {
        throw new IllegalArgumentException(
            "%s know a title with id %d, which the open data set lacks."
                .formatted(model, animeIds[place]));
      }
    }
    this.places = KnownTitles.places(rows, catalogue.size());
  }

  /** How many there are. */
  int count() {
    return rows.length;
  }

  /** The place of a catalogue row in the model, or −1. */
  int place(int animeRow) {
    return places[animeRow];
  }

  /** Whether any title of a taste that speaks for titles like it is among them. */
  boolean holdAnyFor(Taste taste) {
    TasteWeights scale = TasteWeights.of(taste);
    for (int entry = 0; entry < taste.size(); entry++) {
      if (places[taste.row(entry)] >= 0 && !scale.against(taste, entry)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Scores by catalogue row.
   *
   * @param known by place in the model
   * @param others what every other title scores
   */
  float[] byCatalogueRow(float[] known, float others) {
    float[] scores = new float[places.length];
    Arrays.fill(scores, others);
    for (int place = 0; place < rows.length; place++) {
      scores[rows[place]] = known[place];
    }
    return scores;
  }
}
