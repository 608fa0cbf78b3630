package osusume.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A folder that nobody but its owner may look into, where the system has such rights; on Windows a
 * person's folders are their own already.
 */
public final class PrivateFolder {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFolder() {}

  /**
   * Makes the folder if it is missing, and shuts it to others if it is not shut yet.
   *
   * @throws IOException if it can't be made; worded for a person
   */
  public static void make(Path folder) throws IOException {
    try {
      Folders.make(folder);
      if (hasRights() && !Files.getPosixFilePermissions(folder).equals(OWNER)) {
        Files.setPosixFilePermissions(folder, OWNER);
      }
    } catch (IOException e) {
      throw FileTrouble.writing(folder, e);
    }
  }

  private static boolean hasRights() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
