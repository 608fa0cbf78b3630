/**
 * The person's own list: its entries, the journal it is kept in, what an import would change, and
 * the taste that follows from it. In {@code osusume.mylist.io} the files and sites it comes from.
 */
package osusume.mylist;
