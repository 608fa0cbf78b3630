import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Takes out of libraries the classes that nobody reaches from the program and from the libraries
 * that stay whole. Nothing is renamed, rewritten or optimised, and what is reached by name is kept
 * by the rules the libraries bring along. Each build tries a chat with what is left.
 */
final class Trimming {
  private static final String RULES = "META-INF/proguard/";

  private Trimming() {}

  static void trim(List<Path> jars, List<Path> whole, Path runtime, Path into, Path work)
      throws IOException, InterruptedException {
    List<String> rules = new ArrayList<>();
    for (Path jar : jars) {
      // ICU's tables of languages: Tablesaw asks it for the encoding of files alone, which needs none.
      rules.add(
          "-injars \"%s\"(!META-INF/versions/**,!module-info.class,!com/ibm/icu/impl/data/**)"
              .formatted(jar));
      rules.add("-outjars \"%s\"".formatted(into.resolve(jar.getFileName().toString())));
    }
    Path unused = work.resolve("whole");
    Files.createDirectories(unused);
    for (Path jar : whole) {
      rules.add("-injars \"%s\"(!META-INF/versions/**,!module-info.class)".formatted(jar));
      rules.add("-outjars \"%s\"".formatted(unused.resolve(jar.getFileName().toString())));
    }
    // ProGuard reads class files, not the image of a runtime.
    Path modules = work.resolve("modules");
    Tool.jdk("jimage", "extract", "--dir", modules, runtime.resolve("lib").resolve("modules")).run();
    for (Path module : list(modules)) {
      rules.add("-libraryjars \"%s\"(!module-info.class)".formatted(module));
    }
    rules.add("-dontobfuscate");
    rules.add("-dontoptimize");
    rules.add("-dontnote **");
    rules.add("-dontwarn **");
    rules.add("-ignorewarnings");
    rules.add("-forceprocessing");
    rules.add("-keepattributes *");
    rules.add("-keepdirectories");
    for (Path jar : whole) {
      keepAll(jar, rules);
    }
    for (Path jar : jars) {
      own(jar, rules);
    }
    // What is reached by name and has no rules of its own.
    rules.add("-keepclassmembers enum * { *; }");
    rules.add("-keep class com.sun.jna.platform.** { *; }");
    Path file = work.resolve("trimming.pro");
    Files.write(file, rules);
    Tool.jdk(
            "java",
            "-Xmx3g",
            "-cp",
            System.getProperty("java.class.path"),
            "proguard.ProGuard",
            "@" + file)
        .run();
    Folders.empty(modules);
    Folders.empty(unused);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Every class of a jar stays; what it calls in other jars does too. */
  private static void keepAll(Path jar, List<String> rules) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .filter(name -> !name.endsWith("module-info.class"))
          .map(name -> name.substring(0, name.lastIndexOf('/') + 1).replace('/', '.'))
          .distinct()
          .forEach(place -> rules.add("-keep class " + place + "* { *; }"));
    }
  }

  /** The rules that a library brings along for whoever trims it. */
  private static void own(Path jar, List<String> rules) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (entry.getName().startsWith(RULES) && !entry.isDirectory()) {
          rules.add(new String(zip.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    }
  }
}
