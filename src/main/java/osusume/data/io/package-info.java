/**
 * Data sets in and out: Kaggle's files read and cleaned, the compact store, the CSV export.
 *
 * <p>The way in: {@link osusume.data.io.KaggleImport} finds the two files (KaggleFiles, ZipSource),
 * cleans the titles (TitleReader, TitleCleaning), reads the ratings (PlainRatings over blocks on
 * all cores, or ExactRatings, which also words what is wrong) and puts them together
 * (RatingAssembly).
 */
package osusume.data.io;
