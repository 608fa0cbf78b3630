package osusume.ui.view;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.util.Callback;

/**
 * Builds the controllers that FXML files name, each by its constructor with what it needs. There is
 * no injector: what is not registered is not built.
 */
public final class Controllers implements Callback<Class<?>, Object> {
  private final Map<Class<?>, Supplier<?>> builders = new HashMap<>();

  public <C> void register(Class<C> type, Supplier<C> builder) {
    builders.put(type, builder);
  }

  @Override
  public Object call(Class<?> type) {
    Supplier<?> builder = builders.get(type);
    if (builder == null) {
      throw new IllegalStateException(
          "An FXML file names the controller %s, which osusume.ui.Assembly does not register."
              .formatted(type.getName()));
    }
    return builder.get();
  }
}
