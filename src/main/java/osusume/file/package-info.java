/** Files that are replaced whole or not at all, and their checksums. */
package osusume.file;
