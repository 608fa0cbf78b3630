/** What is written on the screen: the texts of the bundle and how numbers look. */
package osusume.ui.text;
