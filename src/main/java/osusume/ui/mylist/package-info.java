/**
 * The My list tab: what the person watched and means to watch, what that adds up to, what to watch
 * next, and how lists come in and go out.
 */
package osusume.ui.mylist;
