import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Windows' and macOS' installers, by jpackage, of the same jars, runtime and options. */
final class Installer {
  private Installer() {}

  static Path make(Project project, Image image, String type)
      throws IOException, InterruptedException {
    Path input = project.work().resolve("input");
    Folders.empty(input);
    Folders.copy(image.app(), input);
    Folders.copy(image.demo(), input.resolve("demo"));
    // A launcher of its own for commands: on Windows a program has a console or it has none.
    Path command = project.work().resolve("command.properties");
    List<String> lines = new ArrayList<>();
    lines.add("win-console=true");
    lines.add("java-options=" + String.join(" ", options(Launchers.Kind.LEARNING)));
    Files.write(command, lines);
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("--type", type, "--name", "Osusume", "--app-version", project.version()));
    words.addAll(List.of("--runtime-image", image.runtime(), "--input", input));
    words.addAll(List.of("--main-jar", "osusume.jar", "--main-class", "osusume.Main"));
    words.addAll(List.of("--add-launcher", "osusume-command=" + command));
    words.addAll(List.of("--description", "Recommends which anime to watch next"));
    words.addAll(List.of("--vendor", "Osusume", "--license-file", project.base().resolve("LICENSE")));
    words.addAll(List.of("--dest", project.work()));
    for (String option : options(Launchers.Kind.WINDOW)) {
      words.addAll(List.of("--java-options", option));
    }
    for (Path association : associations(project)) {
      words.addAll(List.of("--file-associations", association));
    }
    if (Host.NOW == Host.WINDOWS) {
      words.addAll(List.of("--icon", project.source("icons/osusume.ico")));
      words.addAll(List.of("--win-menu", "--win-shortcut-prompt", "--win-dir-chooser"));
      words.addAll(List.of("--win-per-user-install", "--win-upgrade-uuid"));
      words.add("6f0c2b1e-5b3e-4c55-9d0a-2f3f8d6f5c11");
    } else {
      words.addAll(List.of("--icon", project.source("icons/osusume.icns")));
      words.addAll(List.of("--mac-package-identifier", LinuxTree.ID));
    }
    Tool.jdk("jpackage", words.toArray()).run();
    return Folders.all(project.work()).stream()
        .filter(file -> file.toString().endsWith("." + type))
        .findFirst()
        .orElseThrow(() -> new IOException("jpackage made no ." + type + "."));
  }

  private static List<String> options(Launchers.Kind kind) {
    List<String> all = new ArrayList<>(Launchers.options(kind));
    all.add("-XX:AOTCache=$APPDIR/osusume.aot");
    all.add("-Dosusume.installed=$APPDIR");
    all.add("-Djna.boot.library.path=$ROOTDIR/runtime/bin");
    return all;
  }

  private static List<Path> associations(Project project) throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path file : Folders.all(project.source("associations"))) {
      if (file.toString().endsWith(".properties")) {
        all.add(file);
      }
    }
    return all;
  }
}
