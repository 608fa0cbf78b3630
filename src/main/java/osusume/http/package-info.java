/**
 * The embedded listener: the documented routes over HTTP. The routes ({@link osusume.http.Route})
 * know no web server, and the web server knows no route: {@link osusume.http.Listener} brings them
 * together.
 */
package osusume.http;
