package osusume.ui.recommend;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import osusume.app.Opened;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.ui.state.CurrentPerson;
import osusume.ui.state.CurrentUser;
import osusume.ui.state.Navigation;
import osusume.ui.state.PersonalList;

/** For whom the tab asks now: the person, a user of the data set, or some chosen titles. */
public final class AskedFor {
  private final CurrentPerson person;
  private final CurrentUser user;
  private final PersonalList list;
  private final Navigation navigation;

  public AskedFor(
      CurrentPerson person, CurrentUser user, PersonalList list, Navigation navigation) {
    this.person = person;
    this.user = user;
    this.list = list;
    this.navigation = navigation;
  }

  /**
   * Watches whom is asked for.
   *
   * @param another is run when it is somebody else
   * @param changed is run when it is the same person, whose list has changed
   */
  void listen(Runnable another, Runnable changed) {
    person.meProperty().addListener((_, _, _) -> chosen(another));
    navigation.likeProperty().addListener((_, _, _) -> another.run());
    user.idProperty()
        .addListener(
            (_, _, _) -> {
              if (!person.isMe()) {
                chosen(another);
              }
            });
    list.listProperty()
        .addListener(
            (_, _, _) -> {
              if (person.isMe()) {
                changed.run();
              }
            });
  }

  /** Whoever chooses a person wants titles for them, and no longer those like some. */
  private void chosen(Runnable another) {
    if (navigation.likeProperty().get().isEmpty()) {
      another.run();
    } else {
      // That asks too.
      leaveLike();
    }
  }

  /**
   * For whom it is now; empty where there is nobody.
   *
   * @param with who else they shall be good for
   */
  Optional<Whom> now(Opened opened, Optional<Companion> with) {
    List<Anime> like = like(opened.data().catalogue());
    if (!like.isEmpty()) {
      return Optional.of(new Whom.Like(like, tasteOf(like, opened.data().catalogue())));
    }
    if (!person.isThere()) {
      return Optional.empty();
    }
    Taste taste = person.taste(opened);
    return Optional.of(
        person.isMe() ? new Whom.Me(taste, with) : new Whom.User(user.id(), taste, with));
  }

  private List<Anime> like(Catalogue catalogue) {
    return navigation.likeProperty().get().stream()
        .filter(id -> catalogue.rowOfId(id) >= 0)
        .map(id -> catalogue.anime(catalogue.rowOfId(id)))
        .toList();
  }

  /** What the person at the keyboard has seen or does not want is not news to them. */
  private Taste tasteOf(List<Anime> like, Catalogue catalogue) {
    BitSet own = person.isMe() ? person.own(catalogue).leaveOut() : new BitSet();
    return Taste.ofTitles(like.stream().mapToInt(anime -> catalogue.rowOfId(anime.id())).toArray())
        .leavingOut(own);
  }

  /** Asks for the person again, and no longer for titles like some. */
  void leaveLike() {
    navigation.recommendForPerson();
  }
}
