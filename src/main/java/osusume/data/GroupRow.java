package osusume.data;

import java.util.List;

/** A group as a row of a result; one object is set to group after group. */
final class GroupRow implements BestRows.Row {
  private final TitleGroups groups;
  private final List<TableColumn> by;

  private final double[] measures;
  private int titleGroup;
  private int rating;
  private double user;

  /**
   * @param measures how many are told of each group
   */
  GroupRow(TableQuery query, TitleGroups groups, int measures) {
    this.groups = groups;
    this.by = query.groupBy();
    this.measures = new double[measures];
  }

  /**
   * @param newGroup of {@code groups}
   * @param newRating 0: none was given, or it is no group
   * @param newUser the id, if it is a group
   */
  void set(int newGroup, int newRating, double newUser) {
    titleGroup = newGroup;
    rating = newRating;
    user = newUser;
  }

  /**
   * @param value NaN: not known
   */
  void setMeasure(int measure, double value) {
    measures[measure] = value;
  }

  @Override
  public double number(int column) {
    if (column >= by.size()) {
      return measures[column - by.size()];
    }
    return switch (by.get(column)) {
      case USER_ID -> user;
      case RATING -> rating == 0 ? Double.NaN : rating;
      default -> cell(column) instanceof Double number ? number : Double.NaN;
    };
  }

  @Override
  public double order(int column) {
    if (column >= by.size() || by.get(column).number()) {
      return number(column);
    }
    return groups.orders(amongTitles(column))[titleGroup];
  }

  @Override
  public Object cell(int column) {
    return column < by.size() && by.get(column).ofTitle()
        ? groups.values(titleGroup).get(amongTitles(column))
        : TitleCells.cell(number(column));
  }

  private int amongTitles(int column) {
    int place = 0;
    for (TableColumn before : by.subList(0, column)) {
      place += before.ofTitle() ? 1 : 0;
    }
    return place;
  }
}
