/** Work off the JavaFX thread: jobs a person watches and cancels, and quick answers. */
package osusume.ui.job;
