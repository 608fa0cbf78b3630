import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program as one archive to be unpacked anywhere, also on a stick: the folder {@code portable}
 * in it takes everything the program writes.
 */
final class Portable {
  private static final String NOTE =
      """
      While this folder is here, Osusume keeps everything in it: data sets, models, settings, your
      list, conversations and logs. Without it, it keeps them where the system wants them.
      """;

  private Portable() {}

  private static Path lay(Project project, Image image) throws IOException {
    Path parent = project.work().resolve("portable");
    Folders.empty(parent);
    Path folder = parent.resolve("osusume-" + project.version());
    Folders.copy(image.home(), folder);
    Files.createDirectories(folder.resolve("portable"));
    Files.writeString(folder.resolve("portable").resolve("README.txt"), NOTE);
    Folders.setTimes(folder.resolve("portable"), Image.TIME);
    return folder;
  }

  static Path tar(Project project, Image image) throws IOException, InterruptedException {
    Path folder = lay(project, image);
    Path archive =
        project
            .work()
            .resolve(
                "osusume-" + project.version() + "-linux-" + (Host.isArm() ? "arm64" : "x64") + ".tar.xz");
    new Tool("tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "-cJf", archive)
        .with("-C", folder.getParent(), folder.getFileName())
        .env("XZ_OPT", "-T0")
        .run();
    return archive;
  }

  static Path zip(Project project, Image image) throws IOException, InterruptedException {
    Path folder = lay(project, image);
    Path archive =
        project.work().resolve("osusume-" + project.version() + "-" + Host.NOW.classifier + ".zip");
    // The JDK's own: not every system has a zip program.
    Tool.jdk("jar", "--create", "--no-manifest", "--file", archive)
        .with("-C", folder.getParent(), folder.getFileName())
        .run();
    return archive;
  }
}
