/**
 * The window: its start, its frame (header, tabs, status bar, panels) and {@link
 * osusume.ui.Assembly}, which wires it together. Each tab has a package of its own. A request flows
 * view → controller → workspace → domain object → result record → view; nothing slower than 10 ms
 * runs on the JavaFX thread.
 */
package osusume.ui;
