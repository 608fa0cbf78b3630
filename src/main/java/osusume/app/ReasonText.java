package osusume.app;

import java.util.Locale;
import osusume.recommend.Reason;

/** A {@link Reason} in words, as commands and routes print it. */
public final class ReasonText {
  private final Opened opened;

  /** Whose reasons they are: "you" or "they". */
  private final String who;

  private ReasonText(Opened opened, String who) {
    this.opened = opened;
    this.who = who;
  }

  /** The reasons of the person who is asking. */
  public ReasonText(Opened opened) {
    this(opened, "you");
  }

  /** The reasons of somebody who is spoken of. */
  public static ReasonText ofSomebodyElse(Opened opened) {
    return new ReasonText(opened, "they");
  }

  /** For instance "because you gave Steins;Gate a 10". */
  public String of(Reason reason) {
    return switch (reason) {
      case Reason.Group group -> "taste group " + groupName(group.group());
      case Reason.Watched watched when watched.rating() <= 0 ->
          "because " + who + " watched " + name(watched);
      case Reason.Watched watched -> {
        String article = watched.rating() == 8 ? " an " : " a ";
        yield "because " + who + " gave " + name(watched) + article + watched.rating();
      }
      case Reason.Disliked disliked ->
          "because it is unlike %s, which %s gave a %d"
              .formatted(name(disliked), who, disliked.rating());
      case Reason.Dropped dropped ->
          "because it is unlike %s, which %s dropped".formatted(name(dropped), who);
      case Reason.Chosen chosen -> "because it is like " + name(chosen);
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

  private String name(Reason.OfTitle title) {
    return opened.data().catalogue().anime(title.animeRow()).name();
  }

  private String choice(Reason.Choice choice) {
    return switch (choice.habit()) {
      case SCALE -> "people who rate as %s do like it".formatted(who);
      case GENRES -> "%s like %s".formatted(who, choice.value());
      case LENGTH -> "it is as long as what %s like".formatted(who);
      case POPULARITY -> "it is as well known as what %s like".formatted(who);
      case TYPE -> "%s like titles of type %s".formatted(who, choice.value());
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
