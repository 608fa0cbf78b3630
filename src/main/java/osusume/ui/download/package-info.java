/** How the real data set comes into the program: downloaded, or chosen where that fails. */
package osusume.ui.download;
