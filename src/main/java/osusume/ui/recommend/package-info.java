/** The Recommendations tab. */
package osusume.ui.recommend;
