/** The welcome of a first start: which data to learn from, and what the person likes. */
package osusume.ui.welcome;
