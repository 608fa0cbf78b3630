/** The Anime tab: every title that fits a filter, and one of them in detail. */
package osusume.ui.anime;
