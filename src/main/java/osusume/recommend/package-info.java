/**
 * Strategies, reasons, and the one door to them: a {@link Request} goes in, an {@link Answer} comes
 * out.
 */
package osusume.recommend;
