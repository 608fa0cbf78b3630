package osusume.ui.model;

import java.util.stream.Collectors;
import osusume.data.Anime;
import osusume.recommend.TasteGroups.TasteGroup;
import osusume.ui.state.CurrentData;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** A taste group in words. */
record GroupText(CurrentData data, Texts texts, Numbers numbers) {
  private static final int TITLES = 5;

  String name(TasteGroup group) {
    return texts.format("groups.name", group.number());
  }

  /** For instance "341 users · 6.8%". */
  String size(TasteGroup group) {
    return texts.format(
        "groups.size",
        group.users(),
        numbers.count(group.users()),
        numbers.share(group.share(), 1));
  }

  /** For instance "School, Romance, Comedy". */
  String genres(TasteGroup group) {
    return group.typicalGenres().isEmpty()
        ? texts.get("groups.anything")
        : String.join(", ", group.typicalGenres());
  }

  /** For instance "Toradora!, Clannad, …". */
  String titles(TasteGroup group) {
    return group.typicalRows().stream()
        .limit(TITLES)
        .map(row -> title(row).name())
        .collect(Collectors.joining(", ", "", ", …"));
  }

  /** All of it, for a screen reader. */
  String spoken(TasteGroup group) {
    return texts.format("groups.row", group.number(), genres(group), size(group), titles(group));
  }

  /** What the arrow of a row does. */
  String fold(TasteGroup group, boolean unfolded) {
    return texts.format(unfolded ? "groups.fold" : "groups.expand", group.number());
  }

  Anime title(int row) {
    return data.opened().data().catalogue().anime(row);
  }
}
