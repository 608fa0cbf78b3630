package osusume.linalg;

import java.util.Locale;

/**
 * Chooses the kernels once. The Vector API incubates: its module is only there when the program was
 * started with {@code --add-modules jdk.incubator.vector}, so the class that uses it is looked up
 * by name and never linked where it is missing.
 */
final class KernelChoice {
  static final Kernels BEST = choose();

  private KernelChoice() {}

  private static Kernels choose() {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    if (!present || !optimised(System.getProperty("java.vm.info", ""))) {
      return new ScalarKernels();
    }
    try {
      return (Kernels)
          Class.forName("osusume.linalg.VectorKernels").getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      // A runtime whose Vector API is not the one this was compiled against: plain Java does.
      return new ScalarKernels();
    }
  }

  /**
   * Whether the optimising compiler is on. Without it the Vector API allocates an object for every
   * vector and is slower than plain loops by far.
   */
  static boolean optimised(String vmInfo) {
    String info = vmInfo.toLowerCase(Locale.ROOT);
    return info.contains("mixed mode") && !info.contains("emulated-client");
  }
}
