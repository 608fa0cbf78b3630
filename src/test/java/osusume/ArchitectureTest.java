package osusume;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The house as docs/architecture.md draws it: a room uses lower floors only. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("osusume");

  /** Every room and its floor; a room's own sub-packages belong to it. */
  private static final Map<String, Integer> FLOORS = new LinkedHashMap<>();

  static {
    FLOORS.put("osusume.ui", 7);
    FLOORS.put("osusume.cli", 7);
    FLOORS.put("osusume.http", 6);
    FLOORS.put("osusume.app", 5);
    FLOORS.put("osusume.chat", 4);
    FLOORS.put("osusume.evaluate", 4);
    FLOORS.put("osusume.recommend", 3);
    FLOORS.put("osusume.mylist", 3);
    FLOORS.put("osusume.nmf", 2);
    FLOORS.put("osusume.data", 1);
    FLOORS.put("osusume.linalg", 0);
    FLOORS.put("osusume.tensor", 0);
    FLOORS.put("osusume.file", 0);
    FLOORS.put("osusume.progress", 0);
    FLOORS.put("osusume.json", 0);
  }

  @Test
  void everyClassLivesInARoomOfTheTable() {
    Set<String> homeless = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (roomOf(type.getPackageName()) == null && !type.getPackageName().equals("osusume")) {
        homeless.add(type.getName());
      }
    }
    assertThat(homeless).isEmpty();
  }

  @Test
  void roomsUseLowerFloorsOnly() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      String room = roomOf(type.getPackageName());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> roomOf(dependency.getTargetClass().getPackageName()))
          .filter(target -> room != null && target != null && !target.equals(room))
          .filter(
              target -> FLOORS.get(target) >= FLOORS.get(room) && !isFileForTensors(room, target))
          .forEach(target -> wrong.add(type.getName() + " uses " + target));
    }
    assertThat(wrong).isEmpty();
  }

  /**
   * The ground floor may lean on its own: safetensors have a JSON header and are replaced whole.
   */
  private static boolean isFileForTensors(String room, String target) {
    return room.equals("osusume.tensor")
        && List.of("osusume.file", "osusume.json").contains(target);
  }

  private static String roomOf(String packageName) {
    return FLOORS.keySet().stream()
        .filter(room -> packageName.equals(room) || packageName.startsWith(room + "."))
        .findFirst()
        .orElse(null);
  }

  @Test
  void javaFxIsUsedByTheWindowOnly() {
    onlyIn("osusume.ui..", "javafx..", "atlantafx..", "org.kordamp..");
  }

  @Test
  void markdownIsReadByTheWindowOnly() {
    onlyIn("osusume.ui..", "org.commonmark..");
  }

  @Test
  void tablesawIsUsedByTheDataOnly() {
    onlyIn("osusume.data..", "tech.tablesaw..");
  }

  @Test
  void vectorApiIsUsedByTheKernelsOnly() {
    onlyIn("osusume.linalg..", "jdk.incubator..");
  }

  @Test
  void picocliIsUsedByTheCommandsOnly() {
    onlyIn("osusume.cli..", "picocli..");
  }

  @Test
  void theWebServerIsUsedByTheListenerOnly() {
    onlyIn("osusume.http..", "org.eclipse.jetty..", "com.sun.net.httpserver..");
  }

  @Test
  void languageModelsAreAskedByTheChatOnly() {
    onlyIn("osusume.chat.model..", "com.openai..", "okhttp3..", "kotlin..");
  }

  @Test
  void javasOwnSignalsAreUsedByTheCommandsOnly() {
    onlyIn("osusume.cli..", "sun..");
  }

  private static void onlyIn(String room, String... libraries) {
    noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(CLASSES);
  }

  @Test
  void nothingIsKeptByJavaSerialization() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ObjectOutputStream.class, ObjectInputStream.class)
        .check(CLASSES);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("osusume.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void aThingIsNamedAfterWhatItIs() {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Common)$")
        .andShould()
        .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..manager..")
        .check(CLASSES);
  }
}
