import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Builds the packages of the system it runs on from {@code target/osusume.jar} and what Maven laid
 * beside it: {@code mvn -Ppackage package} calls it. Arguments: the project's folder, its version.
 */
public final class Build {
  private Build() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Project project = new Project(Path.of(args[0]).toAbsolutePath(), args[1]);
    Folders.empty(project.work());
    Image image = new Image(project.work().resolve("image"));
    Step.run("linking the runtime", () -> Runtime.link(project, image));
    Step.run("trimming the libraries", () -> Libraries.lay(project, image));
    Step.run("laying out the program", () -> image.complete(project));
    Step.run("learning the demo", () -> DemoModels.learn(image));
    Step.run("trying the chat", () -> ChatTrial.run(image));
    Step.run("training the cache of classes", () -> ClassCache.train(project, image));
    List<Path> packages =
        switch (Host.NOW) {
          case LINUX -> LinuxPackages.make(project, image);
          case WINDOWS -> List.of(Installer.make(project, image, "msi"), Portable.zip(project, image));
          case MAC -> List.of(Installer.make(project, image, "dmg"), Portable.zip(project, image));
        };
    for (Path made : packages) {
      System.out.printf("%6.1f MB  %s%n", Files.size(made) / 1e6, made);
    }
  }
}
