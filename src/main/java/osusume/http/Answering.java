package osusume.http;

import java.util.concurrent.ExecutorService;

/**
 * What all answers share.
 *
 * @param log is told of each request
 * @param streams sends large answers
 */
record Answering(RequestLog log, ExecutorService streams) {}
