/** Controls that more than one tab shows. */
package osusume.ui.control;
