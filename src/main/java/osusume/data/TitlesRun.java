package osusume.data;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.Arrays;
import java.util.stream.IntStream;
import osusume.progress.Progress;
import tech.tablesaw.aggregate.AggregateFunction;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;
import tech.tablesaw.table.TableSliceGroup;

/**
 * Runs a {@link TableQuery} over the titles, by Tablesaw: its columns are evaluated to the rows
 * that fit, and what is told of groups is summarised from them. Groups go by their number and not
 * by their values, for Tablesaw reads those back from text, where a title named "NA" would be a
 * missing one; so does a title that is in several groups, by a row in each.
 */
final class TitlesRun {
  private static final String GROUP = "number of the group";

  private final TableQuery query;
  private final Catalogue catalogue;
  private final Progress progress;
  private final BestRows best;

  TitlesRun(TableQuery query, Catalogue catalogue, Progress progress) {
    this.query = query;
    this.catalogue = catalogue;
    this.progress = progress;
    this.best = new BestRows(query);
  }

  TableQuery.Result result() {
    progress.check();
    Selection fits = fits(catalogue.table());
    progress.check();
    if (query.ofSingleRows()) {
      SingleRow row = new SingleRow(query, new TitleCells(catalogue));
      for (int title : fits) {
        row.set(title, 0, Double.NaN);
        best.offer(row, title);
      }
    } else {
      tellGroups(fits);
    }
    return best.result();
  }

  private Selection fits(Table titles) {
    TitleCells cells = new TitleCells(catalogue);
    Selection fits = Selection.withRange(0, catalogue.size());
    for (TableQuery.Condition condition : query.where()) {
      TableColumn column = condition.column();
      String name = column.in(query.source());
      if (column == TableColumn.GENRE) {
        fits.and(
            Selection.with(
                IntStream.range(0, catalogue.size()).filter(cells.fits(condition)).toArray()));
      } else if (column.number()) {
        NumericColumn<?> numbers = (NumericColumn<?>) titles.column(name);
        fits.and(numbers.eval(condition.ofNumbers()));
      } else {
        fits.and(titles.stringColumn(name).eval((String value) -> condition.holds(value)));
      }
    }
    return fits;
  }

  private void tellGroups(Selection fits) {
    TitleGroups groups = new TitleGroups(query, catalogue, fits::contains);
    GroupRow row = new GroupRow(query, groups, query.measures().size());
    if (groups.places() == 0) {
      if (query.groupBy().isEmpty()) {
        tellNothing(row);
      }
      return;
    }
    Table summary = summary(groups);
    progress.check();
    int all = fits.size();
    IntColumn numbers = summary.intColumn(GROUP);
    for (int i = 0; i < summary.rowCount(); i++) {
      row.set(numbers.getInt(i), 0, Double.NaN);
      for (int m = 0; m < query.measures().size(); m++) {
        row.setMeasure(m, value(query.measures().get(m), summary, i, all));
      }
      best.offer(row, numbers.getInt(i));
    }
  }

  /** All rows are one group, even where there are none. */
  private void tellNothing(GroupRow row) {
    for (int m = 0; m < query.measures().size(); m++) {
      TableQuery.Fn fn = query.measures().get(m).fn().orElseThrow();
      boolean adds = fn == TableQuery.Fn.COUNT || fn == TableQuery.Fn.SUM;
      row.setMeasure(m, adds ? 0 : Double.NaN);
    }
    best.offer(row, 0);
  }

  private Table summary(TitleGroups groups) {
    int[] titles = new int[groups.places()];
    int[] numbers = new int[titles.length];
    int count = 0;
    for (int title = 0; title < catalogue.size(); title++) {
      for (int group : groups.of(title)) {
        titles[count] = title;
        numbers[count++] = group;
      }
    }
    Table rows = Table.create(IntColumn.create(GROUP, numbers));
    ImmutableSetMultimap.Builder<String, AggregateFunction<?, ?>> told =
        ImmutableSetMultimap.builder();
    told.put(GROUP, AggregateFunctions.countNonMissing);
    TitleCells cells = new TitleCells(catalogue);
    for (TableQuery.Measure measure : query.measures()) {
      measure
          .column()
          .filter(column -> !rows.containsColumn(column.name()))
          .ifPresent(
              column -> {
                double[] values = cells.values(column);
                rows.addColumns(
                    DoubleColumn.create(
                        column.name(), Arrays.stream(titles).mapToDouble(t -> values[t])));
                told.put(column.name(), AggregateFunctions.countNonMissing);
              });
      measure.column().ifPresent(column -> told.put(column.name(), function(measure)));
    }
    return rows.splitOn(GROUP).aggregate(ImmutableListMultimap.copyOf(told.build()));
  }

  private static AggregateFunction<?, ?> function(TableQuery.Measure measure) {
    return switch (measure.fn().orElseThrow()) {
      case COUNT, SHARE -> AggregateFunctions.countNonMissing;
      case MEAN -> AggregateFunctions.mean;
      case MEDIAN -> AggregateFunctions.median;
      case MIN -> AggregateFunctions.min;
      case MAX -> AggregateFunctions.max;
      case SUM -> AggregateFunctions.sum;
      case STDEV -> AggregateFunctions.stdDev;
    };
  }

  private static double value(TableQuery.Measure measure, Table summary, int row, int all) {
    String of = measure.column().map(TableColumn::name).orElse(GROUP);
    double known = told(summary, of, AggregateFunctions.countNonMissing, row);
    return switch (measure.fn().orElseThrow()) {
      case COUNT -> known;
      case SHARE -> known / all;
      case SUM -> known == 0 ? 0 : told(summary, of, function(measure), row);
      // Of one value Tablesaw says 0, though it tells nothing of how far values lie apart.
      case STDEV -> known < 2 ? Double.NaN : told(summary, of, function(measure), row);
      default -> known == 0 ? Double.NaN : told(summary, of, function(measure), row);
    };
  }

  private static double told(Table summary, String of, AggregateFunction<?, ?> function, int row) {
    return summary
        .numberColumn(TableSliceGroup.aggregateColumnName(of, function.functionName()))
        .getDouble(row);
  }
}
