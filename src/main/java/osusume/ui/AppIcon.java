package osusume.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** The program's icon, in the sizes a desktop may ask for: the one that packages install. */
final class AppIcon {
  private AppIcon() {}

  static List<Image> sizes() {
    return Stream.of(16, 24, 32, 48, 128).map(AppIcon::ofSize).toList();
  }

  private static Image ofSize(int size) {
    String name = "icons/%1$dx%1$d/apps/io.github.osusume.Osusume.png".formatted(size);
    return new Image(AppIcon.class.getResource(name).toExternalForm());
  }
}
