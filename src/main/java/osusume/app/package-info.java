/**
 * Which data set and model are open, where files lie, what is remembered: the one place where the
 * parts are wired together.
 */
package osusume.app;
