/** The Evaluation tab: what to measure, and what was found. */
package osusume.ui.evaluate;
