package osusume.evaluate;

/** What is measured. docs/evaluation.md defines each. */
public enum Metric {
  NDCG_10("ndcg@10", "NDCG@10", true),
  RECALL_10("recall@10", "R@10", true),
  RECALL_20("recall@20", "R@20", true),
  COVERAGE_10("coverage@10", "Cov@10", true),
  POPULARITY_RANK_10("popularity_rank@10", "PopRank", false),
  DIVERSITY_10("diversity@10", "Div@10", true),
  AUC("auc", "AUC", true),
  PRECISION("precision", "Prec", true),
  RMSE("rmse", "RMSE", false),
  MAE("mae", "MAE", false);

  private final String key;
  private final String label;
  private final boolean moreIsBetter;

  Metric(String key, String label, boolean moreIsBetter) {
    this.key = key;
    this.label = label;
    this.moreIsBetter = moreIsBetter;
  }

  /** Its name in JSON and CSV. */
  public String key() {
    return key;
  }

  /** Its heading in a table. */
  public String label() {
    return label;
  }

  /** Whether a larger figure is the better one; the mean popularity rank is neither. */
  public boolean moreIsBetter() {
    return moreIsBetter;
  }

  /** Whether it tells how good the answers are, so that differences in it are worth stating. */
  public boolean tellsQuality() {
    return switch (this) {
      case NDCG_10, RECALL_10, RECALL_20, AUC, PRECISION, RMSE, MAE -> true;
      case COVERAGE_10, POPULARITY_RANK_10, DIVERSITY_10 -> false;
    };
  }
}
