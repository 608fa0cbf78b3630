package osusume.ui.anime;

import java.util.List;
import osusume.app.Opened;
import osusume.data.Anime;
import osusume.data.TitleRatings;
import osusume.recommend.TasteGroups.TasteGroup;

/**
 * What is told of one title. Worked out off the JavaFX thread, for the first of them turns the
 * ratings over.
 *
 * @param ratings how the users of the data set rated it
 * @param simulated whether those users are simulated
 * @param typicalOf labels of the taste groups it is typical of
 */
record TitleFacts(Anime anime, TitleRatings ratings, boolean simulated, List<String> typicalOf) {
  static TitleFacts of(Opened opened, int row) {
    List<String> groups =
        opened
            .trained()
            .map(
                trained ->
                    trained.groups().groups().stream()
                        .filter(group -> group.typicalRows().contains(row))
                        .map(TasteGroup::label)
                        .toList())
            .orElse(List.of());
    return new TitleFacts(
        opened.data().catalogue().anime(row),
        TitleRatings.of(opened.data(), row),
        opened.data().simulated(),
        groups);
  }
}
