package osusume.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which stretch of a long list is wanted. */
final class PageOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private Long limit;
  private long offset;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "at the most N (default: everything that fits)")
  void setLimit(long wanted) {
    limit = notNegative("--limit", wanted);
  }

  @Option(names = "--offset", paramLabel = "N", description = "pass over the first N (default: 0)")
  void setOffset(long wanted) {
    offset = notNegative("--offset", wanted);
  }

  private long notNegative(String option, long value) {
    if (value < 0) {
      throw new CommandLine.ParameterException(
          command.commandLine(), option + " is " + value + ", but must not be negative.");
    }
    return value;
  }

  /** How many at the most; null: all. */
  Long limit() {
    return limit;
  }

  long offset() {
    return offset;
  }
}
