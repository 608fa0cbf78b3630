package osusume.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import osusume.progress.Progress;

/**
 * Reads a plain {@code rating.csv} fast: the calling thread reads and digests the bytes, cuts them
 * at line ends into blocks, and other threads parse the blocks. Only a few blocks of bytes are in
 * memory at a time. One inflating stream is read just like a file.
 */
final class RatingScan {
  private static final byte[] HEADER = "user_id,anime_id,rating".getBytes(StandardCharsets.UTF_8);

  /**
   * Large enough that handing a block over costs nothing, small enough for a second-level cache.
   */
  static final int BLOCK_BYTES = 1 << 19;

  private final CsvSource source;
  private final MessageDigest digest;
  private final Progress progress;
  private final int threads;
  private final BlockingQueue<byte[]> freeBuffers;
  private final BlockingQueue<PlainRatings> freeParsers;
  private final List<Future<RatingBlock>> parsed = new ArrayList<>();
  private final AtomicInteger rows = new AtomicInteger();
  private volatile boolean gaveUp;

  private RatingScan(
      CsvSource source, MessageDigest digest, int threads, int blockBytes, Progress progress) {
    this.source = source;
    this.digest = digest;
    this.threads = threads;
    this.progress = progress;
    // One more than are being parsed, so that the reader seldom waits.
    int buffers = threads + 2;
    freeBuffers = new ArrayBlockingQueue<>(buffers);
    freeParsers = new ArrayBlockingQueue<>(threads);
    for (int i = 0; i < buffers; i++) {
      freeBuffers.add(new byte[blockBytes]);
    }
    for (int i = 0; i < threads; i++) {
      freeParsers.add(new PlainRatings(blockBytes));
    }
  }

  /**
   * Reads all rows.
   *
   * @param digest has taken in {@code anime.csv}; takes in this file's bytes
   * @param blockBytes how many bytes are parsed at a time; the result does not depend on it
   * @return null if the file is not plain throughout, for {@link ExactRatings} to read
   */
  static RatingRows read(
      CsvSource source, MessageDigest digest, int threads, int blockBytes, Progress progress)
      throws IOException {
    var scan = new RatingScan(source, digest, threads, blockBytes, progress);
    ExecutorService workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("read ratings ", 0).factory());
    try {
      return scan.readAll(workers);
    } catch (InterruptedException e) {
      throw Interruption.cancelled(e);
    } finally {
      workers.shutdownNow();
    }
  }

  private RatingRows readAll(ExecutorService workers) throws IOException, InterruptedException {
    try (InputStream in = source.open()) {
      cutIntoBlocks(in, workers);
    }
    List<RatingBlock> blocks = new ArrayList<>(parsed.size());
    for (Future<RatingBlock> future : parsed) {
      progress.check();
      RatingBlock block = gaveUp ? null : block(future);
      if (block == null) {
        return null;
      }
      blocks.add(block);
    }
    // A file without rows is for the exact reading to refuse.
    return gaveUp || rows.get() == 0
        ? null
        : new RatingRows(blocks, new Findings(source.name()), digest.digest());
  }

  private static RatingBlock block(Future<RatingBlock> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A block of ratings could not be parsed.", e.getCause());
    }
  }

  private void cutIntoBlocks(InputStream in, ExecutorService workers)
      throws IOException, InterruptedException {
    byte[] buffer = freeBuffers.take();
    int filled = 0;
    int start = -1;
    long bytesRead = 0;
    boolean more = true;
    while (more && !gaveUp) {
      progress.check();
      // One byte is kept free for the line break that the last line may lack.
      int wanted = buffer.length - 1 - filled;
      int read = in.readNBytes(buffer, filled, wanted);
      digest.update(buffer, filled, read);
      filled += read;
      bytesRead += read;
      more = read == wanted;
      if (!more && filled > 0 && buffer[filled - 1] != '\n') {
        buffer[filled++] = '\n';
      }
      if (start < 0) {
        start = afterHeader(buffer, filled);
      }
      int end = filled;
      while (end > 0 && buffer[end - 1] != '\n') {
        end--;
      }
      if (filled == 0 && !more) {
        return;
      }
      if (start < 0 || end == 0) {
        gaveUp = true;
        return;
      }
      if (rows.get() > RatingRows.MOST_ROWS) {
        throw RatingRows.tooMany(source.name());
      }
      byte[] next = freeBuffers.take();
      System.arraycopy(buffer, end, next, 0, filled - end);
      submit(workers, buffer, start, end);
      filled -= end;
      buffer = next;
      start = 0;
      RatingProgress.report(progress, source, bytesRead, rows.get());
    }
  }

  private void submit(ExecutorService workers, byte[] buffer, int start, int end) {
    parsed.add(
        workers.submit(
            () -> {
              PlainRatings parser = freeParsers.take();
              try {
                RatingBlock block = parser.read(buffer, start, end);
                if (block == null) {
                  gaveUp = true;
                } else {
                  rows.addAndGet(block.size());
                }
                return block;
              } finally {
                freeParsers.add(parser);
                freeBuffers.add(buffer);
              }
            }));
  }

  /** Where the first row starts, or −1 if the header is not written just as Kaggle's. */
  private static int afterHeader(byte[] buffer, int filled) {
    int from = ByteOrderMark.length(buffer);
    int p = from;
    while (p < filled && p - from < HEADER.length && buffer[p] == HEADER[p - from]) {
      p++;
    }
    if (p - from < HEADER.length) {
      return -1;
    }
    if (p < filled && buffer[p] == '\r') {
      p++;
    }
    return p < filled && buffer[p] == '\n' ? p + 1 : -1;
  }
}
