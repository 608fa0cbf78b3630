package osusume.data.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import osusume.data.Anime;
import osusume.data.Catalogue;

/** The section of the titles: the genres and types that occur, each once, then title by title. */
final class StoredTitles {
  /** Id, name, count of genres, type, episodes, rating and members of a title without any text. */
  private static final int SHORTEST_TITLE = 32;

  private StoredTitles() {}

  static byte[] toBytes(Catalogue catalogue) {
    Map<String, Integer> pool = new LinkedHashMap<>();
    for (int row = 0; row < catalogue.size(); row++) {
      Anime title = catalogue.anime(row);
      title.genres().forEach(genre -> pool.putIfAbsent(genre, pool.size()));
      pool.putIfAbsent(title.type(), pool.size());
    }
    var out = new StoreBytes();
    out.putInt(pool.size());
    pool.keySet().forEach(out::putText);
    out.putInt(catalogue.size());
    for (int row = 0; row < catalogue.size(); row++) {
      Anime title = catalogue.anime(row);
      out.putInt(title.id()).putText(title.name()).putInt(title.genres().size());
      title.genres().forEach(genre -> out.putInt(pool.get(genre)));
      out.putInt(pool.get(title.type())).putInt(title.episodes());
      out.putDouble(title.rating()).putInt(title.members());
    }
    return out.toArray();
  }

  /**
   * @throws RuntimeException if the bytes make no sense
   */
  static Catalogue of(byte[] bytes) {
    var in = new StoreCursor(bytes);
    String[] pool = new String[in.getCount(Integer.BYTES)];
    for (int i = 0; i < pool.length; i++) {
      pool[i] = in.getText();
    }
    int count = in.getCount(SHORTEST_TITLE);
    List<Anime> titles = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      titles.add(title(in, pool));
    }
    if (!in.atEnd()) {
      throw new IllegalArgumentException("More bytes follow the last title.");
    }
    return new Catalogue(titles);
  }

  private static Anime title(StoreCursor in, String[] pool) {
    int id = in.getInt();
    String name = in.getText();
    String[] genres = new String[in.getCount(Integer.BYTES)];
    for (int i = 0; i < genres.length; i++) {
      genres[i] = pool[in.getInt()];
    }
    return new Anime(
        id, name, List.of(genres), pool[in.getInt()], in.getInt(), in.getDouble(), in.getInt());
  }
}
