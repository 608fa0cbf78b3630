package osusume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void vector() {
    assertEquals(true, ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
  }
}
