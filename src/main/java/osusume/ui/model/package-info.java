/** The Model tab: training taste groups, looking at them, and keeping their files. */
package osusume.ui.model;
