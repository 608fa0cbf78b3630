/**
 * Other programs ask over HTTP: the settings of that, the sign in the status bar, and the last
 * requests.
 */
package osusume.ui.listen;
