package osusume.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A second program that works in the same folder: takes the lock and keeps it until it is killed.
 */
public final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws Exception {
    try (FolderLock _ = FolderLock.of(Path.of(args[0]))) {
      System.out.println("held");
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
  }

  /** Another process that asks for a folder's lock, which it keeps until it is killed. */
  public static Process ask(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LockHolder.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Another process that holds a folder's lock until it is killed. */
  public static Process hold(Path folder) throws IOException {
    Process process = ask(folder);
    assertThat(process.inputReader().readLine()).isEqualTo("held");
    return process;
  }
}
