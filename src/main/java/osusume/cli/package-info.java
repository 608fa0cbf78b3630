/** The commands: the same answers as in the window, without one. */
package osusume.cli;
