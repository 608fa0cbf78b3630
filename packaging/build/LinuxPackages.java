import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Debian's and Red Hat's packages and the portable image, of one tree of files. */
final class LinuxPackages {
  private LinuxPackages() {}

  static List<Path> make(Project project, Image image) throws IOException, InterruptedException {
    Path tree = project.work().resolve("tree");
    Step.run("laying out the tree of files", () -> LinuxTree.lay(project, image, tree));
    List<Path> made = new ArrayList<>();
    if (Tool.exists("dpkg-deb")) {
      Step.run("making the .deb", () -> made.add(deb(project, tree)));
    } else {
      System.out.println("         no .deb: there is no dpkg-deb here");
    }
    if (Tool.exists("rpmbuild")) {
      Step.run("making the .rpm", () -> made.add(rpm(project, tree)));
    } else {
      System.out.println("         no .rpm: there is no rpmbuild here");
    }
    Step.run("making the portable image", () -> made.add(Portable.tar(project, image)));
    return made;
  }

  private static Path deb(Project project, Path tree) throws IOException, InterruptedException {
    String architecture = Host.isArm() ? "arm64" : "amd64";
    Path root = project.work().resolve("deb");
    Folders.empty(root);
    Folders.copy(tree, root);
    Path control = root.resolve("DEBIAN");
    Files.createDirectories(control);
    Files.writeString(
        control.resolve("control"),
        Files.readString(project.source("linux/control"))
            .replace("@VERSION@", project.version())
            .replace("@ARCHITECTURE@", architecture)
            .replace("@KIBIBYTES@", Long.toString(Folders.size(tree) / 1024)));
    Path after = control.resolve("postrm");
    Files.copy(project.source("linux/postrm"), after);
    Files.setPosixFilePermissions(after, PosixFilePermissions.fromString("rwxr-xr-x"));
    Folders.setTimes(control, Image.TIME);
    Path deb = project.work().resolve("osusume_" + project.version() + "_" + architecture + ".deb");
    new Tool("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", root, deb)
        .env("SOURCE_DATE_EPOCH", Image.TIME.getEpochSecond())
        .run();
    return deb;
  }

  private static Path rpm(Project project, Path tree) throws IOException, InterruptedException {
    Path top = project.work().resolve("rpm");
    Folders.empty(top);
    Path spec = top.resolve("osusume.spec");
    Files.writeString(
        spec,
        Files.readString(project.source("linux/osusume.spec"))
            .replace("@VERSION@", project.version())
            .replace("@TREE@", tree.toString()));
    new Tool("rpmbuild", "-bb", "--define", "_topdir " + top, spec)
        .env("SOURCE_DATE_EPOCH", Image.TIME.getEpochSecond())
        .run();
    Path built =
        Folders.all(top.resolve("RPMS")).stream()
            .filter(file -> file.toString().endsWith(".rpm"))
            .findFirst()
            .orElseThrow(() -> new IOException("rpmbuild made no package."));
    return Files.move(built, project.work().resolve(built.getFileName().toString()));
  }
}
