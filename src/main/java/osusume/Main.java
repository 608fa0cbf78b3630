package osusume;

import osusume.cli.CommandLineTool;

/** Starts Osusume: the window without a command, that command with one. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // The window ends by itself when it is closed; a command's status is the process's.
    int status = CommandLineTool.run(args, places -> 1);
    if (status != 0) {
      System.exit(status);
    }
  }
}
