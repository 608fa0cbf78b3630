package osusume.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import osusume.progress.Progress;

/**
 * A question to a table: filter, group, aggregate, sort, limit. The titles are asked by Tablesaw
 * ({@link TitlesRun}), whose start costs most of a second once; the ratings by a pass over their
 * compressed rows ({@link RatingsRun}), so that no table of millions of rows is made.
 *
 * @param source which table
 * @param where what a row must fulfil, every one; an unknown value fulfils nothing
 * @param groupBy columns whose values make a group; empty: all rows are one group, or, where no
 *     measure has a function, each row is told as it is
 * @param select what is told of each group; empty: how many rows it has
 * @param having what a row of the result must fulfil, by the names of its columns
 * @param sortBy name of a column of the result; empty: the first measure, or the rows as they come
 * @param descending largest first; unknown values come last either way
 * @param limit how many rows of the result at the most, 1 to {@link #MOST_ROWS}
 */
public record TableQuery(
    Source source,
    List<Condition> where,
    List<TableColumn> groupBy,
    List<Measure> select,
    List<Having> having,
    Optional<String> sortBy,
    boolean descending,
    int limit) {
  /** The most rows of a result. */
  public static final int MOST_ROWS = 50;

  /** The tables. */
  public enum Source {
    /** One row a title. */
    ANIME,
    /** One row a watched title of a user, with the columns of the title. */
    RATINGS
  }

  /** How a value is compared. */
  public enum Op {
    EQUAL("="),
    UNEQUAL("!="),
    MORE(">"),
    AT_LEAST(">="),
    LESS("<"),
    AT_MOST("<="),
    CONTAINS("contains"),
    IN("in");

    private final String sign;

    Op(String sign) {
      this.sign = sign;
    }

    /** As it is written. */
    public String sign() {
      return sign;
    }

    /** The one that is written so. */
    public static Op of(String sign) {
      return Stream.of(values()).filter(op -> op.sign.equals(sign)).findFirst().orElseThrow();
    }

    boolean holds(double value, double other) {
      return switch (this) {
        case EQUAL, IN -> value == other;
        case UNEQUAL -> value < other || value > other;
        case MORE -> value > other;
        case AT_LEAST -> value >= other;
        case LESS -> value < other;
        case AT_MOST -> value <= other;
        case CONTAINS -> false;
      };
    }
  }

  /** What is worked out of the values of a column; unknown ones do not count. */
  public enum Fn {
    /** Without a column: of rows. */
    COUNT,
    MEAN,
    /** The middle value; of an even number the mean of the two in the middle. */
    MEDIAN,
    MIN,
    MAX,
    SUM,
    /** Standard deviation (n − 1). */
    STDEV,
    /** The group's rows as a part of all rows that fulfil {@code where}, 0 to 1. */
    SHARE
  }

  /**
   * A condition on a row.
   *
   * @param values one; for {@link Op#IN} one or more
   */
  public record Condition(TableColumn column, Op op, List<String> values) {
    /**
     * @throws IllegalArgumentException if the column can't be compared so; worded for a person
     */
    public Condition {
      values = List.copyOf(values);
      String name = column.name().toLowerCase(Locale.ROOT);
      if (values.isEmpty() || values.size() > 1 && op != Op.IN) {
        throw new IllegalArgumentException(
            "The condition on %s has %d values; %s takes %s."
                .formatted(
                    name, values.size(), op.sign, op == Op.IN ? "one or more" : "exactly one"));
      }
      if (column.number() ? op == Op.CONTAINS : orders(op)) {
        throw new IllegalArgumentException(
            "%s can't be compared by %s: its values are %s."
                .formatted(name, op.sign, column.number() ? "numbers" : "texts"));
      }
      for (String value : values) {
        if (column.number()) {
          number(name, value);
        }
      }
    }

    private static boolean orders(Op op) {
      return op == Op.MORE || op == Op.AT_LEAST || op == Op.LESS || op == Op.AT_MOST;
    }

    private static double number(String name, String value) {
      try {
        double number = Double.parseDouble(value);
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Told below, as what is no number at all.
      }
      throw new IllegalArgumentException(
          "%s is compared with \"%s\", but its values are numbers.".formatted(name, value));
    }

    /** Whether a number fulfils it. */
    DoublePredicate ofNumbers() {
      double[] others = values.stream().mapToDouble(Double::parseDouble).toArray();
      return value -> {
        for (double other : others) {
          if (op.holds(value, other)) {
            return true;
          }
        }
        return false;
      };
    }

    /** Of a column of texts with one value a row. */
    boolean holds(String value) {
      return switch (op) {
        case CONTAINS ->
            value.toLowerCase(Locale.ROOT).contains(values.getFirst().toLowerCase(Locale.ROOT));
        case UNEQUAL -> !value.equalsIgnoreCase(values.getFirst());
        default -> values.stream().anyMatch(value::equalsIgnoreCase);
      };
    }

    /** Of a column with several texts a row: one of them fulfils it; for "unequal" all of them. */
    boolean holds(List<String> texts) {
      Predicate<String> holds = this::holds;
      return op == Op.UNEQUAL ? texts.stream().allMatch(holds) : texts.stream().anyMatch(holds);
    }
  }

  /**
   * Something that is told.
   *
   * @param column of which; empty for the number of rows or their share
   * @param fn what; empty: the value itself, of single rows
   */
  public record Measure(Optional<TableColumn> column, Optional<Fn> fn) {
    /** Its name in the result: {@code mean_rating}, {@code count}, {@code name}. */
    public String label(Source source) {
      String of = column.map(c -> c.in(source)).orElse("");
      String what = fn.map(f -> f.name().toLowerCase(Locale.ROOT)).orElse("");
      return what.isEmpty() || of.isEmpty() ? what + of : what + "_" + of;
    }
  }

  /** A condition on a column of the result. */
  public record Having(String label, Op op, double value) {}

  /**
   * An answer.
   *
   * @param columns names, the groups' first
   * @param rows values in that order: a String, a Double, or an empty text for what is not known
   * @param of how many rows there are before the limit
   */
  public record Result(List<String> columns, List<List<Object>> rows, long of) {
    public Result {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * @throws IllegalArgumentException if the parts do not fit together; worded for a person
   */
  public TableQuery {
    where = List.copyOf(where);
    groupBy = List.copyOf(groupBy);
    select = List.copyOf(select);
    having = List.copyOf(having);
    if (limit < 1 || limit > MOST_ROWS) {
      throw new IllegalArgumentException(
          "The limit is %d, but must be from 1 to %d.".formatted(limit, MOST_ROWS));
    }
    boolean functions = select.stream().anyMatch(measure -> measure.fn().isPresent());
    for (Measure measure : select) {
      MeasureRules.check(source, measure, functions || !groupBy.isEmpty());
    }
    List<String> labels = labels(source, groupBy, select);
    Stream.concat(having.stream().map(Having::label), sortBy.stream())
        .filter(label -> !labels.contains(label))
        .findFirst()
        .ifPresent(
            label -> {
              throw new IllegalArgumentException(
                  "The result has no column \"%s\"; it has: %s."
                      .formatted(label, String.join(", ", labels)));
            });
  }

  private static List<String> labels(
      Source source, List<TableColumn> groupBy, List<Measure> select) {
    return Stream.concat(
            groupBy.stream().map(column -> column.in(source)),
            told(select).map(measure -> measure.label(source)))
        .toList();
  }

  private static Stream<Measure> told(List<Measure> select) {
    return select.isEmpty()
        ? Stream.of(new Measure(Optional.empty(), Optional.of(Fn.COUNT)))
        : select.stream();
  }

  /** What is told of each group or row. */
  List<Measure> measures() {
    return told(select).toList();
  }

  /** The names of the result's columns. */
  public List<String> labels() {
    return labels(source, groupBy, select);
  }

  /** The conditions on a column. */
  List<Condition> conditions(TableColumn column) {
    return where.stream().filter(condition -> condition.column() == column).toList();
  }

  /** Whether a number fulfils all conditions on a column of numbers. */
  DoublePredicate all(TableColumn column) {
    return conditions(column).stream()
        .map(Condition::ofNumbers)
        .reduce(DoublePredicate::and)
        .orElse(value -> true);
  }

  /** Whether single rows are told as they are. */
  boolean ofSingleRows() {
    return groupBy.isEmpty() && measures().stream().allMatch(measure -> measure.fn().isEmpty());
  }

  /**
   * Asks it.
   *
   * @param progress asked now and then whether to stop
   */
  public Result run(Dataset data, Progress progress) {
    return source == Source.ANIME
        ? new TitlesRun(this, data.catalogue(), progress).result()
        : new RatingsRun(this, data, progress).result();
  }
}
