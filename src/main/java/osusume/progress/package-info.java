/** Report and cancel: what long work is handed so that a person can watch it and stop it. */
package osusume.progress;
