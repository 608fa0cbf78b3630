package osusume.ui.evaluate;

import java.util.Locale;
import javafx.util.StringConverter;
import osusume.evaluate.Difference;
import osusume.evaluate.Figure;
import osusume.evaluate.Metric;
import osusume.evaluate.Protocol;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** Protocols, metrics and their figures in words and numbers. */
final class MetricText extends StringConverter<Metric> {
  private final Texts texts;
  private final Numbers numbers;

  MetricText(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  private static String key(Metric metric) {
    return "evaluate.metric." + metric.name().toLowerCase(Locale.ROOT);
  }

  /** Its name. */
  @Override
  public String toString(Metric metric) {
    return metric == null ? "" : texts.get(key(metric));
  }

  @Override
  public Metric fromString(String text) {
    throw new UnsupportedOperationException("Metrics are chosen, not typed.");
  }

  /** What it says, and which way is better. */
  String meaning(Metric metric) {
    return texts.get(key(metric) + ".hint");
  }

  /** A figure or an end of its interval. */
  String number(Metric metric, double value) {
    return numbers.decimal(value, metric == Metric.POPULARITY_RANK_10 ? 1 : 3);
  }

  /** Half the width of the interval, for instance "± 0.010"; empty where there is none. */
  String margin(Figure figure) {
    return Double.isNaN(figure.low())
        ? ""
        : texts.format(
            "evaluate.margin", number(figure.metric(), (figure.high() - figure.low()) / 2));
  }

  /** A figure as a sentence. */
  String spoken(Figure figure) {
    Metric metric = figure.metric();
    String value = number(metric, figure.value());
    return Double.isNaN(figure.low())
        ? texts.format("evaluate.figure.alone", figure.strategy(), toString(metric), value)
        : texts.format(
            "evaluate.figure",
            figure.strategy(),
            toString(metric),
            value,
            number(metric, figure.low()),
            number(metric, figure.high()));
  }

  /** By how much one is larger, with the interval. */
  String difference(Difference difference) {
    double nearest = Math.min(Math.abs(difference.low()), Math.abs(difference.high()));
    // What is clear of zero should not read as zero.
    int digits = difference.clear() && nearest < 0.0005 ? 4 : 3;
    return texts.format(
        "evaluate.difference",
        numbers.signed(difference.value(), digits),
        numbers.signed(difference.low(), digits),
        numbers.signed(difference.high(), digits));
  }

  /** Whether one is clearly better or worse. */
  String verdict(Difference difference) {
    if (!difference.clear()) {
      return texts.get("evaluate.unclear");
    }
    return texts.get(difference.clearlyBetter() ? "evaluate.better" : "evaluate.worse");
  }

  /** What was measured, for instance "Hidden likes". */
  String protocol(Protocol protocol) {
    return texts.get("evaluate.protocol." + protocol.name().toLowerCase(Locale.ROOT) + ".name");
  }

  /** What a protocol asks, as a sentence. */
  String what(Protocol protocol) {
    return texts.get("evaluate.protocol." + protocol.name().toLowerCase(Locale.ROOT) + ".what");
  }

  /** What was measured, on how many people. */
  String people(Protocol protocol, int people) {
    return texts.format("evaluate.people", what(protocol), numbers.count(people));
  }
}
