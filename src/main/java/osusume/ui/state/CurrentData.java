package osusume.ui.state;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import osusume.app.Opened;
import osusume.app.Workspace;

/**
 * What is open, for views to watch; changes on the JavaFX thread, after the {@link Workspace} has
 * changed.
 */
public final class CurrentData {
  private final ReadOnlyObjectWrapper<Opened> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

  public CurrentData(Workspace workspace) {
    workspace.listen(fresh -> Platform.runLater(() -> opened.set(fresh)));
  }

  /** What is open; null until the first data set is. */
  public Opened opened() {
    return opened.get();
  }

  public ReadOnlyObjectProperty<Opened> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /** Calls {@code action} now if something is open, and again whenever that changes. */
  public void whenOpened(Consumer<Opened> action) {
    opened.addListener((_, _, fresh) -> action.accept(fresh));
    if (opened.get() != null) {
      action.accept(opened.get());
    }
  }

  /** Why nothing could be opened, as a sentence; empty while it is not known that nothing can. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  void setTrouble(String sentence) {
    trouble.set(sentence);
  }
}
