/**
 * The download of a data set's archive: over https, halted and taken up again where it stopped, and
 * held against the checksums the server gives. What is not whole never gets its final name.
 */
package osusume.data.download;
