package osusume.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs numbered blocks of work on a fixed number of threads. Which thread takes which block is
 * open, so what a block computes must depend on its number alone, and sums over blocks must be
 * taken in the order of the numbers: then the result has the same bits whatever the number of
 * threads.
 *
 * <p>The calling thread works too; the others are daemons that live until {@link #close}.
 */
public final class ParallelBlocks implements AutoCloseable {
  /** How the threads are called, with a number behind it. */
  public static final String THREAD_NAME = "osusume-blocks-";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** The work of one block. */
  @FunctionalInterface
  public interface Work {
    /**
     * @param block which block, from 0
     * @param worker which worker runs it, from 0: for scratch space of its own
     */
    void run(int block, int worker);
  }

  private final int threads;
  private final List<Thread> started = new CopyOnWriteArrayList<>();
  private final ExecutorService others;

  /**
   * @param threads how many threads work at once, the caller's included
   * @throws IllegalArgumentException if that is below 1
   */
  public ParallelBlocks(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "Work needs at least 1 thread, but %d were asked for.".formatted(threads));
    }
    this.threads = threads;
    this.others =
        threads == 1
            ? null
            : Executors.newFixedThreadPool(
                threads - 1,
                work -> {
                  Thread thread = new Thread(work, THREAD_NAME + NUMBER.incrementAndGet());
                  thread.setDaemon(true);
                  started.add(thread);
                  return thread;
                });
  }

  /** How many workers there are. */
  public int threads() {
    return threads;
  }

  /**
   * Runs the blocks 0 to {@code blocks} − 1 and returns once all are done. What they wrote is
   * visible to the caller.
   *
   * @throws RuntimeException what a block threw; blocks not yet begun are left out
   */
  public void run(int blocks, Work work) {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int worker = 1; worker < Math.min(threads, blocks); worker++) {
      int self = worker;
      running.add(others.submit(() -> take(next, blocks, work, self)));
    }
    Throwable failure = null;
    try {
      take(next, blocks, work, 0);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    for (Future<?> future : running) {
      Throwable other = failureOf(future);
      failure = failure == null ? other : failure;
    }
    switch (failure) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      default -> throw new IllegalStateException(failure);
    }
  }

  private static void take(AtomicInteger next, int blocks, Work work, int worker) {
    try {
      for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
        work.run(block, worker);
      }
    } catch (RuntimeException | Error e) {
      next.set(blocks);
      throw e;
    }
  }

  /**
   * Waits even when interrupted: the arrays that the others write to must not be handed on before
   * they are done. Blocks are milliseconds long.
   */
  private static Throwable failureOf(Future<?> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          future.get();
          return null;
        } catch (ExecutionException e) {
          return e.getCause();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends the threads, and returns when they have ended. */
  @Override
  public void close() {
    if (others != null) {
      others.close();
      // The pool calls itself terminated a moment before its last thread is gone.
      boolean interrupted = false;
      for (Thread thread : started) {
        while (thread.isAlive()) {
          try {
            thread.join();
          } catch (InterruptedException e) {
            interrupted = true;
          }
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
