package osusume.ui.state;

import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import osusume.app.Opened;
import osusume.data.RatingMatrix;

/**
 * The user of the data set that the tabs speak of. Another data set keeps the user where it has one
 * of that id, and else starts with its first.
 */
public final class CurrentUser {
  private final CurrentData data;
  private final RandomGenerator random;
  private final ReadOnlyObjectWrapper<Integer> id = new ReadOnlyObjectWrapper<>();

  public CurrentUser(CurrentData data, RandomGenerator random) {
    this.data = data;
    this.random = random;
    data.whenOpened(this::fit);
  }

  private void fit(Opened opened) {
    RatingMatrix ratings = opened.data().ratings();
    boolean kept = id.get() != null && ratings.rowOfId(id.get()) >= 0;
    if (!kept) {
      id.set(ratings.rowCount() == 0 ? null : Integer.valueOf(ratings.idOfRow(0)));
    }
  }

  /** Kaggle's user id; null while no user can be chosen. */
  public Integer id() {
    return id.get();
  }

  public ReadOnlyObjectProperty<Integer> idProperty() {
    return id.getReadOnlyProperty();
  }

  /**
   * Chooses a user.
   *
   * @return false, and nothing is changed, if the data set has no such user
   */
  public boolean choose(int wanted) {
    boolean there = data.opened() != null && data.opened().data().ratings().rowOfId(wanted) >= 0;
    if (there) {
      id.set(wanted);
    }
    return there;
  }

  /** The user after this one; after the last comes the first. */
  public void next() {
    step(1);
  }

  /** The user before this one; before the first comes the last. */
  public void previous() {
    step(-1);
  }

  /** Any user. */
  public void random() {
    if (id.get() != null) {
      RatingMatrix ratings = data.opened().data().ratings();
      id.set(ratings.idOfRow(random.nextInt(ratings.rowCount())));
    }
  }

  private void step(int by) {
    if (id.get() != null) {
      RatingMatrix ratings = data.opened().data().ratings();
      int row = Math.floorMod(ratings.rowOfId(id.get()) + by, ratings.rowCount());
      id.set(ratings.idOfRow(row));
    }
  }
}
