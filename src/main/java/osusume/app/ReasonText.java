package osusume.app;

import java.util.Locale;
import osusume.recommend.Reason;

/** A {@link Reason} in words, as commands and routes print it. */
public final class ReasonText {
  private final Opened opened;

  public ReasonText(Opened opened) {
    this.opened = opened;
  }

  /** For instance "because you gave Steins;Gate a 10". */
  public String of(Reason reason) {
    return switch (reason) {
      case Reason.Group group -> "taste group " + groupName(group.group());
      case Reason.Watched watched when watched.rating() <= 0 ->
          "because you watched " + opened.data().catalogue().anime(watched.animeRow()).name();
      case Reason.Watched watched ->
          "because you gave %s %s %d"
              .formatted(
                  opened.data().catalogue().anime(watched.animeRow()).name(),
                  watched.rating() == 8 ? "an" : "a",
                  watched.rating());
      case Reason.Popular popular ->
          "%d of %d users watched it"
              .formatted(popular.watchers(), opened.data().ratings().rowCount());
      case Reason.People people ->
          "%d of the %d people whose lists are most like this one watched it"
              .formatted(people.watchers(), people.people());
      case Reason.Rated rated ->
          String.format(
              Locale.ROOT, "%,d users gave it %.1f on average", rated.raters(), rated.mean());
      case Reason.Choice choice -> choice(choice);
    };
  }

  private static String choice(Reason.Choice choice) {
    return switch (choice.habit()) {
      case SCALE -> "people who rate as you do like it";
      case GENRES -> "you like " + choice.value();
      case LENGTH -> "it is as long as what you like";
      case POPULARITY -> "it is as well known as what you like";
      case TYPE -> "you like titles of type " + choice.value();
    };
  }

  private String groupName(int group) {
    String genres =
        opened
            .trained()
            .map(trained -> String.join(", ", trained.groups().groups().get(group).typicalGenres()))
            .orElse("");
    return genres.isEmpty() ? String.valueOf(group + 1) : (group + 1) + " (" + genres + ")";
  }
}
