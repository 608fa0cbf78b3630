/**
 * How good an assistant is: written requests, what their answers must be like, and who puts them.
 * What is right is worked out from the open data set when it is asked, never written down.
 */
package osusume.chat.exam;
