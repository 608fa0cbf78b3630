package osusume.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something may be done for one visitor: a token bucket each. Of so many visitors that
 * the table would grow beyond bounds, those who did nothing for longest are forgotten. May be used
 * from any thread.
 */
final class Pace {
  private static final int REMEMBERED = 4096;
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double most;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  private static final class Bucket {
    private double left;
    private long at;
  }

  /**
   * @param perSecond how often, on average
   * @param most at a stroke, after a while of nothing
   */
  Pace(double perSecond, double most) {
    this.perSecond = perSecond;
    this.most = most;
  }

  /** Does it once more, if it may be done. */
  synchronized boolean take(String key, long nanoTime) {
    Bucket bucket = filled(key, nanoTime);
    if (bucket.left < 1) {
      return false;
    }
    bucket.left--;
    return true;
  }

  /** Whole seconds until it may be done again; 0: now. */
  synchronized long secondsToWait(String key, long nanoTime) {
    return (long) Math.ceil(Math.max(0, 1 - filled(key, nanoTime).left) / perSecond);
  }

  private Bucket filled(String key, long nanoTime) {
    Bucket bucket = buckets.get(key);
    if (bucket == null) {
      if (buckets.size() >= REMEMBERED) {
        buckets.remove(buckets.keySet().iterator().next());
      }
      bucket = new Bucket();
      bucket.left = most;
      bucket.at = nanoTime;
      buckets.put(key, bucket);
    }
    bucket.left = Math.min(most, bucket.left + (nanoTime - bucket.at) / NANOS * perSecond);
    bucket.at = nanoTime;
    return bucket;
  }
}
