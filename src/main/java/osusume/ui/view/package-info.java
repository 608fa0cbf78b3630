/** How views are loaded: every FXML file, every tab, and who builds the controllers. */
package osusume.ui.view;
