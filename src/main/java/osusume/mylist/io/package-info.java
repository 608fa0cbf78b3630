/**
 * Where lists come from and go to: MyAnimeList's export files, CSV and JSON files of our own, and
 * AniList. Nothing here knows the person's list or changes it.
 */
package osusume.mylist.io;
