package osusume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start script in a made-up clone, with a made-up JDK whose {@code java} prints what it is
 * started with.
 */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
  @TempDir Path temp;

  private Path clone;
  private Path jdk;
  private String out;

  @BeforeEach
  void make() throws IOException {
    clone = Files.createDirectories(temp.resolve("ein Klön"));
    Files.copy(Path.of("osusume"), clone.resolve("osusume"));
    Files.createDirectories(clone.resolve("src/main"));
    Files.createDirectories(clone.resolve("data/demo"));
    Files.writeString(clone.resolve("pom.xml"), "");
    jdk = jdk("jdk-25", "25.0.3");
    built();
  }

  private void built() throws IOException {
    Path stamp = clone.resolve("target/.osusume-built");
    Files.createDirectories(stamp.getParent());
    Files.writeString(stamp, "");
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(60)));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(temp.resolve(name));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/javac"), "exit 1");
    script(home.resolve("bin/java"), "printf '%s\\n' \"$0\" \"$@\"");
    return home;
  }

  private static void script(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private int start(Map<String, String> environment, Path folder, String... command)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("sh"));
    words.addAll(List.of(command));
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.start();
    out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private Map<String, String> withJdk() {
    return Map.of("JAVA_HOME", jdk.toString());
  }

  @Test
  void startsFromAnyFolderAndHandsTheWordsOn() throws Exception {
    int status =
        start(withJdk(), temp, clone.resolve("osusume").toString(), "anime", "--title", "a b!");
    assertThat(status).as(() -> out).isZero();
    assertThat(out.lines())
        .startsWith(jdk.resolve("bin/java").toString())
        .contains("-Dosusume.home=" + clone.toRealPath())
        .endsWith("osusume.Main", "anime", "--title", "a b!");
  }

  @Test
  void startsThroughALinkToALink() throws Exception {
    Path bin = Files.createDirectories(temp.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("first"), clone.resolve("osusume"));
    Files.createSymbolicLink(bin.resolve("osusume"), Path.of("first"));
    assertThat(start(withJdk(), temp, bin.resolve("osusume").toString(), "--version")).isZero();
    assertThat(out).contains("-Dosusume.home=" + clone.toRealPath());
  }

  @Test
  void aSearchPathOfTheShellDoesNotMislead() throws Exception {
    Map<String, String> environment = Map.of("JAVA_HOME", jdk.toString(), "CDPATH", temp + ":.");
    assertThat(start(environment, temp, "ein Klön/osusume", "--version")).as(() -> out).isZero();
    assertThat(out).contains("-Dosusume.home=" + clone.toRealPath() + "\n");
  }

  @Test
  void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
    Path old = jdk("jdk-17", "17.0.15");
    Map<String, String> environment =
        Map.of("JAVA_HOME", old.toString(), "PATH", jdk.resolve("bin") + ":/usr/bin:/bin");
    assertThat(start(environment, temp, clone.resolve("osusume").toString(), "--version")).isZero();
    assertThat(out).startsWith(jdk.resolve("bin/java").toString());
  }

  @Test
  void aMissingMavenIsSaidWithTheCommandThatMendsIt() throws Exception {
    Files.delete(clone.resolve("target/.osusume-built"));
    Path tools = Files.createDirectories(temp.resolve("tools"));
    for (String tool :
        List.of("sh", "dirname", "readlink", "sed", "find", "head", "locale", "grep", "mkdir")) {
      script(tools.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
    }
    Map<String, String> environment = Map.of("JAVA_HOME", jdk.toString(), "PATH", tools.toString());
    assertThat(start(environment, temp, clone.resolve("osusume").toString())).isEqualTo(1);
    assertThat(out).contains("there is no mvn on the PATH").contains("apt-get install maven");
  }

  @Test
  void buildsOnceWithTheJdkItFoundAndAgainAfterAChange() throws Exception {
    Files.delete(clone.resolve("target/.osusume-built"));
    Path tools = Files.createDirectories(temp.resolve("tools"));
    script(tools.resolve("mvn"), "echo \"mvn with $JAVA_HOME in $(pwd): $*\"");
    Map<String, String> environment =
        Map.of("JAVA_HOME", jdk.toString(), "PATH", tools + ":/usr/bin:/bin");
    String command = clone.resolve("osusume").toString();
    assertThat(start(environment, temp, command, "--version")).isZero();
    assertThat(out).contains("mvn with " + jdk + " in " + clone.toRealPath()).contains("package");
    assertThat(start(environment, temp, command, "--version")).isZero();
    assertThat(out).doesNotContain("mvn with");
    Path changed = Files.writeString(clone.resolve("src/main/New.java"), "");
    Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(start(environment, temp, command, "--version")).isZero();
    assertThat(out).contains("mvn with");
  }

  @Test
  void theListIsACommandThatIsOverInAMoment() throws Exception {
    String command = clone.resolve("osusume").toString();
    for (List<String> words :
        List.of(
            List.of("list"),
            List.of("list", "import", "list.xml"),
            List.of("list", "rate", "train", "7"))) {
      List<String> all = new ArrayList<>(List.of(command));
      all.addAll(words);
      start(withJdk(), temp, all.toArray(String[]::new));
      assertThat(out.lines())
          .as(words.toString())
          .contains("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx2g")
          .doesNotContain("-XX:+UseG1GC");
      assertThat(out).as(words.toString()).doesNotContain("jdk.incubator.vector");
    }
    start(withJdk(), temp, command, "list", "next", "--random");
    assertThat(out.lines()).contains("-XX:+UseSerialGC", "-Xmx1250m");
    assertThat(out).as("trains where there is no model").contains("jdk.incubator.vector");
    Files.createDirectories(clone.resolve("models"));
    Files.writeString(clone.resolve("models/manifest.json"), "{\"nmf\":{},\"blend\":{}}");
    start(withJdk(), temp, command, "list", "next");
    assertThat(out).doesNotContain("jdk.incubator.vector");
  }

  @Test
  void onlyWhatTrainsAsksForTheModuleThatJavaWarnsOf() throws Exception {
    String command = clone.resolve("osusume").toString();
    for (String quiet : List.of("anime", "user", "import", "--version", "--help")) {
      start(withJdk(), temp, command, quiet);
      assertThat(out).as(quiet).doesNotContain("jdk.incubator.vector");
    }
    start(withJdk(), temp, command, "train");
    assertThat(out).contains("jdk.incubator.vector");
    start(withJdk(), temp, command, "recommend", "1");
    assertThat(out).as("trains where there is no model").contains("jdk.incubator.vector");
    Files.createDirectories(clone.resolve("models"));
    Files.writeString(clone.resolve("models/manifest.json"), "{\"nmf\":{}}");
    start(withJdk(), temp, command, "recommend", "1");
    assertThat(out).as("the blend is not learned yet").contains("jdk.incubator.vector");
    Files.writeString(clone.resolve("models/manifest.json"), "{\"nmf\":{},\"blend\":{}}");
    start(withJdk(), temp, command, "recommend", "1");
    assertThat(out).doesNotContain("jdk.incubator.vector");
    start(withJdk(), temp, command);
    assertThat(out).as("the window trains").contains("jdk.incubator.vector");
  }

  @Test
  void whatListensHasTheCollectorThatHardlyStopsIt() throws Exception {
    String command = clone.resolve("osusume").toString();
    start(withJdk(), temp, command, "serve", "--port", "0", "--dataset", "anime");
    assertThat(out.lines())
        .contains("-XX:+UseG1GC", "-XX:G1PeriodicGCInterval=10000", "-Xmx2g")
        .doesNotContain("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .endsWith("osusume.Main", "serve", "--port", "0", "--dataset", "anime");
    assertThat(out).as("learns what is not learned yet").contains("jdk.incubator.vector");
  }

  @Test
  void whoAsksInWordsHasTheMemoryOfWhatLearns() throws Exception {
    String command = clone.resolve("osusume").toString();
    start(withJdk(), temp, command, "talk", "5", "something & short");
    assertThat(out.lines()).contains("-XX:+UseSerialGC", "-Xmx1250m");
    assertThat(out).as("learns where nothing is kept").contains("jdk.incubator.vector");
    Files.createDirectories(clone.resolve("models"));
    Files.writeString(clone.resolve("models/manifest.json"), "{\"nmf\":{},\"blend\":{}}");
    start(withJdk(), temp, command, "talk", "5", "something & short");
    assertThat(out).doesNotContain("jdk.incubator.vector");
    start(withJdk(), temp, command, "talk", "5", "hi", "--models", "elsewhere");
    assertThat(out).contains("jdk.incubator.vector");
  }

  /** That script runs elsewhere; here it can only be read. */
  @Test
  void theScriptOfWindowsGivesItTheSame() throws Exception {
    String script = Files.readString(Path.of("osusume.cmd")).replace("\r\n", "\n");
    String talk =
        script.substring(script.indexOf("if /i not \"%~1\"==\"talk\""), script.indexOf(":start\n"));
    assertThat(talk.lines())
        .contains("set \"MEMORY=-XX:+UseSerialGC\"", "set \"MOST=-Xmx1250m\"")
        .anyMatch(line -> line.startsWith("findstr ") && line.endsWith("&& set \"VECTOR=\""));
    assertThat(script).contains("%MEMORY% ", " %MOST% ").containsOnlyOnce("-Xmx2g");
  }
}
