package osusume.cli;

/** A switch, as a person types it. */
enum OnOff {
  ON,
  OFF;

  boolean isOn() {
    return this == ON;
  }
}
