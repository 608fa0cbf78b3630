/**
 * How good the strategies are: splits of a data set, metrics, protocols, and the report of a run.
 */
package osusume.evaluate;
