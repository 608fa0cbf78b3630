package osusume.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import osusume.file.AtomicFile;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code osusume papers}: manual pages and the completions of shells, made from the commands
 * themselves. For whoever makes a package; so it stands in no help.
 */
@Command(
    name = "papers",
    hidden = true,
    description =
        "Writes the manual pages and the completions of bash, zsh and fish into a folder, laid out"
            + " as below /usr/share.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class PapersCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the folder; what is missing of it is made")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandLine root = spec.root().commandLine();
    pages(root.getCommandSpec());
    String bash = Completions.bash(AutoComplete.bash(root.getCommandName(), root));
    write("bash-completion/completions/osusume", bash);
    write("zsh/site-functions/_osusume", Completions.zsh(bash));
    write(
        "fish/vendor_completions.d/osusume.fish", new FishCompletion(root.getCommandSpec()).text());
    return 0;
  }

  private void pages(CommandSpec command) throws IOException {
    write("man/man1/" + ManPage.name(command) + ".1", new ManPage(command).text());
    for (CommandSpec below : Completions.shownBelow(command)) {
      pages(below);
    }
  }

  private void write(String name, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    AtomicFile.replace(
        folder.resolve(name),
        channel -> {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }
}
