package osusume.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void oldFile() throws IOException {
    file = Files.writeString(folder.resolve("kept.txt"), "old");
  }

  private static void put(FileChannel channel, String text) throws IOException {
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void assertOnlyFileIs(String content) throws IOException {
    assertThat(Files.readString(file)).isEqualTo(content);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void replacesTheFileWhole() throws Exception {
    AtomicFile.replace(
        file,
        channel -> {
          put(channel, "new and ");
          assertThat(Files.readString(file)).as("until it is whole").isEqualTo("old");
          put(channel, "longer");
        });

    assertOnlyFileIs("new and longer");
  }

  @Test
  void makesMissingFolders() throws Exception {
    Path deep = folder.resolve("a/b/c.txt");

    AtomicFile.replace(deep, channel -> put(channel, "new"));

    assertThat(Files.readString(deep)).isEqualTo("new");
  }

  /** For what a person exports may be meant for others. */
  @Test
  void theNewFileMayBeReadByWhoMayReadOthersInTheFolder() throws Exception {
    assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix"),
        "This disk knows no POSIX permissions.");

    Path fresh = folder.resolve("fresh.txt");
    AtomicFile.replace(fresh, channel -> put(channel, "new"));

    assertThat(Files.getPosixFilePermissions(fresh)).isEqualTo(Files.getPosixFilePermissions(file));
  }

  @Test
  void aFolderWithoutPermissionIsSaid() throws Exception {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeTrue(closed.toFile().setWritable(false), "This disk knows no permissions.");
    try {
      assumeFalse(Files.isWritable(closed), "Permissions do not bind this user (root).");
      Path target = closed.resolve("x.txt");

      assertThatThrownBy(() -> AtomicFile.replace(target, channel -> put(channel, "new")))
          .hasMessage(
              "Could not write "
                  + target
                  + ": you have no permission for it. Change the permissions of "
                  + closed
                  + " or choose another folder.");
      try (var files = Files.list(closed)) {
        assertThat(files).isEmpty();
      }
    } finally {
      assertThat(closed.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void aFailureHalfwayLeavesTheOldFile() throws Exception {
    IOException full = new IOException("No space left on device");

    assertThatThrownBy(
            () ->
                AtomicFile.replace(
                    file,
                    channel -> {
                      put(channel, "half");
                      throw full;
                    }))
        .isInstanceOf(IOException.class)
        .hasCause(full)
        .hasMessage(
            "Could not write " + file + ": the disk is full. Free some space and try again.");
    assertOnlyFileIs("old");
  }

  @Test
  void soDoesAProgramError() throws Exception {
    for (Throwable error : List.of(new IllegalStateException("x"), new StackOverflowError())) {
      assertThatThrownBy(
              () ->
                  AtomicFile.replace(
                      file,
                      channel -> {
                        put(channel, "half");
                        if (error instanceof Error e) {
                          throw e;
                        }
                        throw (RuntimeException) error;
                      }))
          .isSameAs(error);
      assertOnlyFileIs("old");
    }
  }

  @Test
  void aFolderInItsPlaceIsNotReplaced() throws Exception {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    Files.writeString(taken.resolve("inside"), "kept");

    assertThatThrownBy(() -> AtomicFile.replace(taken, channel -> put(channel, "new")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Could not write " + taken + ": ");

    assertThat(Files.readString(taken.resolve("inside"))).isEqualTo("kept");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, taken);
    }
  }

  @Test
  void ofManyWritersAtOnceOneIsLeftWhole() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (var pool = Executors.newFixedThreadPool(9)) {
      Future<Integer> reader =
          pool.submit(
              () -> {
                int reads = 0;
                while (!done.get() || reads == 0) {
                  String text = Files.readString(file);
                  assertThat(text.equals("old") || whole(text)).as(text).isTrue();
                  reads++;
                }
                return reads;
              });
      List<Callable<Void>> writers = new ArrayList<>();
      for (int writer = 0; writer < 8; writer++) {
        String mine = Integer.toString(writer).repeat(2_000);
        writers.add(
            () -> {
              for (int i = 0; i < 20; i++) {
                AtomicFile.replace(
                    file,
                    channel -> {
                      put(channel, mine);
                      put(channel, mine);
                    });
              }
              return null;
            });
      }
      for (Future<Void> written : pool.invokeAll(writers)) {
        written.get();
      }
      done.set(true);
      assertThat(reader.get()).isPositive();
    }
    assertThat(whole(Files.readString(file))).isTrue();
    assertOnlyFileIs(Files.readString(file));
  }

  private static boolean whole(String text) {
    return text.length() == 4_000 && text.chars().allMatch(c -> c == text.charAt(0));
  }

  @Test
  void troubleIsWordedForAPerson() {
    Path target = Path.of("/data/x.csv");
    assertThat(FileTrouble.writing(target, new AccessDeniedException("/data/x.csv")))
        .hasMessage(
            "Could not write /data/x.csv: you have no permission for it. Change the permissions of"
                + " /data or choose another folder.");
    assertThat(
            FileTrouble.reading(
                target, new FileSystemException("x", null, "Read-only file system")))
        .hasMessage("Could not read /data/x.csv: the disk is read-only. Choose another folder.");
    assertThat(FileTrouble.reading(target, new IOException("Input/output error")))
        .hasMessage("Could not read /data/x.csv: Input/output error.");
    assertThat(FileTrouble.reading(target, new IOException()))
        .hasMessage("Could not read /data/x.csv: IOException.");
    IOException once = FileTrouble.reading(target, new IOException("x"));
    assertThat(FileTrouble.writing(Path.of("/other"), once)).as("worded once").isSameAs(once);
  }

  @Test
  void leftoversOfKilledProgramsAreDeletedOnceNobodyCanBeWritingThem() throws Exception {
    Path old = Files.writeString(folder.resolve(".kept.txt.1.part"), "half");
    Path recent = Files.writeString(folder.resolve(".kept.txt.2.part"), "half");
    Path foreign = Files.writeString(folder.resolve("film.part"), "somebody else's");
    FileTime twoDaysAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
    Files.setLastModifiedTime(old, twoDaysAgo);
    Files.setLastModifiedTime(foreign, twoDaysAgo);
    AtomicFile.deleteLeftovers(folder);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, recent, foreign);
    }
  }
}
