import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What there is to learn from the demo, learned once for everybody: a first start shows its
 * recommendations at once, and leaves nothing of it in the person's folders.
 */
final class DemoModels {
  private DemoModels() {}

  static void learn(Image image) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("osusume-demo");
    try {
      Start.command(image, data, "train", "--dataset", "demo").run();
      Files.createDirectories(image.demo());
      Folders.copy(data.resolve("models"), image.demo().resolve("models"));
      Files.copy(data.resolve("data/demo.dataset"), image.demo().resolve("demo.dataset"));
      for (Path file : Folders.all(image.demo())) {
        if (file.getFileName().toString().endsWith(".lock")) {
          Files.delete(file);
        }
      }
      Folders.setTimes(image.demo(), Image.TIME);
    } finally {
      Folders.empty(data);
      Files.delete(data);
    }
  }
}
