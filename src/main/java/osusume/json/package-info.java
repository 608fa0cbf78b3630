/** The one JSON mapper. */
package osusume.json;
