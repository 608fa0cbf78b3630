package osusume.data;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Lays a catalogue out as a Tablesaw table; unknown numbers are missing cells. */
final class CatalogueTable {
  private CatalogueTable() {}

  static Table of(Catalogue catalogue) {
    var ids = IntColumn.create("anime_id");
    var names = StringColumn.create("name");
    var genres = StringColumn.create("genre");
    var types = StringColumn.create("type");
    var episodes = IntColumn.create("episodes");
    var ratings = DoubleColumn.create("rating");
    var members = IntColumn.create("members");
    for (int row = 0; row < catalogue.size(); row++) {
      Anime anime = catalogue.anime(row);
      ids.append(anime.id());
      names.append(anime.name());
      genres.append(anime.genreText());
      types.append(anime.type());
      if (anime.episodes() < 0) {
        episodes.appendMissing();
      } else {
        episodes.append(anime.episodes());
      }
      if (Double.isNaN(anime.rating())) {
        ratings.appendMissing();
      } else {
        ratings.append(anime.rating());
      }
      if (anime.members() < 0) {
        members.appendMissing();
      } else {
        members.append(anime.members());
      }
    }
    return Table.create("anime", ids, names, genres, types, episodes, ratings, members);
  }
}
