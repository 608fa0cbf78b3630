package osusume.ui.recommend;

import osusume.data.Taste;

/**
 * Somebody else for whom titles shall be good as well.
 *
 * @param name a user, or the name of a list
 */
record Companion(String name, Taste taste) {}
