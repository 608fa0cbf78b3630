/** The settings panel. */
package osusume.ui.settings;
