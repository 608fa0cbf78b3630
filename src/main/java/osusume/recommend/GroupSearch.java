package osusume.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import osusume.data.Catalogue;
import osusume.nmf.NmfModel;
import osusume.recommend.TasteGroups.TasteGroup;

/**
 * Finds taste groups by number, by genre, or by title. A title that is not among the most typical
 * of any group leads to the group it weighs most in.
 */
public final class GroupSearch {
  private final Catalogue catalogue;
  private final NmfModel model;
  private final TasteGroups groups;

  public GroupSearch(Catalogue catalogue, NmfModel model, TasteGroups groups) {
    this.catalogue = catalogue;
    this.model = model;
    this.groups = groups;
  }

  /**
   * The groups that fit, in the model's order; all of them for an empty text.
   *
   * @param text a group's number, or part of a genre or title in any case
   */
  public List<TasteGroup> find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return groups.groups();
    }
    // A number is a group's number first: "86" is a title too, but then group 86 is missing.
    List<TasteGroup> numbered =
        groups.groups().stream().filter(g -> String.valueOf(g.number()).equals(wanted)).toList();
    if (!numbered.isEmpty()) {
      return numbered;
    }
    List<TasteGroup> typical =
        groups.groups().stream().filter(group -> isTypical(group, wanted)).toList();
    return typical.isEmpty() ? strongestOfTitles(wanted) : typical;
  }

  private boolean isTypical(TasteGroup group, String wanted) {
    return group.typicalGenres().stream().anyMatch(genre -> contains(genre, wanted))
        || group.typicalRows().stream()
            .anyMatch(row -> contains(catalogue.anime(row).name(), wanted));
  }

  private static boolean contains(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private List<TasteGroup> strongestOfTitles(String wanted) {
    BitSet found = new BitSet();
    for (int column = 0; column < model.animeCount(); column++) {
      int row = catalogue.rowOfId(model.animeId(column));
      if (row >= 0 && contains(catalogue.anime(row).name(), wanted)) {
        int strongest = strongestGroup(column);
        if (strongest >= 0) {
          found.set(strongest);
        }
      }
    }
    List<TasteGroup> strongest = new ArrayList<>();
    found.stream().forEach(group -> strongest.add(groups.groups().get(group)));
    return strongest;
  }

  private int strongestGroup(int column) {
    int strongest = -1;
    float most = 0;
    for (int group = 0; group < model.components(); group++) {
      if (model.h(group, column) > most) {
        most = model.h(group, column);
        strongest = group;
      }
    }
    return strongest;
  }
}
