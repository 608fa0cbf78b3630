package osusume.app;

import java.nio.file.Path;

/**
 * A second program that works in the same folder, for {@link WorkspaceTest}: takes the lock and
 * keeps it until it is killed.
 */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws Exception {
    try (WorkLock _ = WorkLock.of(Path.of(args[0]))) {
      System.out.println("held");
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }
}
