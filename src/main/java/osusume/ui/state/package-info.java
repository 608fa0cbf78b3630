/** What the views share and watch: the open data, the chosen user, settings, training, messages. */
package osusume.ui.state;
