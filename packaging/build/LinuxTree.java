import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the Linux packages where they will lie, from {@code usr} down. */
final class LinuxTree {
  static final String ID = "io.github.osusume.Osusume";

  private LinuxTree() {}

  static void lay(Project project, Image image, Path tree)
      throws IOException, InterruptedException {
    Folders.empty(tree);
    Path home = tree.resolve("usr/lib/osusume");
    Files.createDirectories(home.getParent());
    Folders.copy(image.home(), home);
    Path bin = tree.resolve("usr/bin");
    Files.createDirectories(bin);
    Files.createSymbolicLink(bin.resolve("osusume"), Path.of("../lib/osusume/osusume"));
    Path share = tree.resolve("usr/share");
    put(project, "linux/" + ID + ".desktop", share.resolve("applications/" + ID + ".desktop"));
    put(project, "linux/" + ID + ".metainfo.xml", share.resolve("metainfo/" + ID + ".metainfo.xml"));
    put(project, "linux/" + ID + ".xml", share.resolve("mime/packages/" + ID + ".xml"));
    put(project, "linux/copyright", share.resolve("doc/osusume/copyright"));
    icons(project, share.resolve("icons/hicolor"));
    new Tool(image.start(), "papers", share).run();
    for (Path page : Folders.all(share.resolve("man/man1"))) {
      if (page.toString().endsWith(".1")) {
        new Tool("gzip", "-9n", page).run();
      }
    }
    Folders.setTimes(share, Image.TIME);
  }

  private static void put(Project project, String from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.writeString(
        to,
        Files.readString(project.source(from))
            .replace("@VERSION@", project.version())
            .replace("@DATE@", Image.TIME.toString().substring(0, 10)));
  }

  private static void icons(Project project, Path into) throws IOException {
    for (Path icon : Folders.all(project.source("icons/hicolor"))) {
      Path to = into.resolve(project.source("icons/hicolor").relativize(icon).toString());
      if (Files.isDirectory(icon)) {
        Files.createDirectories(to);
      } else {
        Files.copy(icon, to);
      }
    }
  }
}
