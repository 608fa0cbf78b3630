package osusume.data;

import java.util.List;

/** A row of the table as a row of a result; one object is set to row after row. */
final class SingleRow implements BestRows.Row {
  private final List<TableColumn> columns;
  private final TitleCells cells;
  private int title;
  private int rating;
  private double user;

  SingleRow(TableQuery query, TitleCells cells) {
    this.columns =
        query.measures().stream().map(measure -> measure.column().orElseThrow()).toList();
    this.cells = cells;
  }

  /**
   * @param newTitle catalogue row
   * @param newRating 0: none was given
   * @param newUser the id
   */
  void set(int newTitle, int newRating, double newUser) {
    title = newTitle;
    rating = newRating;
    user = newUser;
  }

  @Override
  public double number(int column) {
    return switch (columns.get(column)) {
      case USER_ID -> user;
      case RATING -> rating == 0 ? Double.NaN : rating;
      default ->
          columns.get(column).number() ? cells.number(columns.get(column), title) : Double.NaN;
    };
  }

  @Override
  public double order(int column) {
    TableColumn of = columns.get(column);
    return of.number() ? number(column) : cells.orders(of)[title];
  }

  @Override
  public Object cell(int column) {
    return columns.get(column).number()
        ? TitleCells.cell(number(column))
        : cells.cell(columns.get(column), title);
  }
}
