package osusume.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Visits a listener with {@link Mutations}, several at once. */
public final class MutatedVisits {
  private final URI address;
  private final int atOnce;
  private final int readMillis;

  /**
   * @param readMillis how long a visitor waits for another answer
   */
  public MutatedVisits(URI address, int atOnce, int readMillis) {
    this.address = address;
    this.atOnce = atOnce;
    this.readMillis = readMillis;
  }

  /** What came of some visits. */
  public static final class Outcome {
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final Map<Mutations.Manner, Integer> manners = new EnumMap<>(Mutations.Manner.class);
    private final List<String> wrong = new ArrayList<>();
    private final List<String> late = new ArrayList<>();

    /** How many answers there were of each status. */
    public Map<Integer, Integer> answers() {
      return answers;
    }

    Map<Mutations.Manner, Integer> manners() {
      return manners;
    }

    /** Answers that were no HTTP, or a 500. */
    public List<String> wrong() {
      return wrong;
    }

    /** Visits to which there was neither an answer nor an end while their visitor waited. */
    List<String> late() {
      return late;
    }

    private void add(Outcome other) {
      other.answers.forEach((status, count) -> answers.merge(status, count, Integer::sum));
      other.manners.forEach((manner, count) -> manners.merge(manner, count, Integer::sum));
      wrong.addAll(other.wrong);
      late.addAll(other.late);
    }
  }

  /** Makes visits; the same seed makes the same ones. */
  public Outcome make(long seed, int visits) throws Exception {
    Outcome whole = new Outcome();
    try (ExecutorService visitors = Executors.newFixedThreadPool(atOnce)) {
      List<Future<Outcome>> shares = new ArrayList<>();
      for (int i = 0; i < atOnce; i++) {
        long ofShare = seed * atOnce + i;
        Callable<Outcome> share = () -> share(ofShare, Math.ceilDiv(visits, atOnce));
        shares.add(visitors.submit(share));
      }
      for (Future<Outcome> share : shares) {
        whole.add(share.get());
      }
    }
    return whole;
  }

  private Outcome share(long seed, int visits) {
    Outcome outcome = new Outcome();
    Random random = new Random(seed);
    Mutations mutations = new Mutations(random);
    for (int i = 0; i < visits; i++) {
      Mutations.Visit visit = mutations.next();
      outcome.manners.merge(visit.manner(), 1, Integer::sum);
      try {
        visit(visit, random, outcome);
      } catch (SocketTimeoutException e) {
        outcome.late.add("Visit %d of %d: %s".formatted(i, seed, visit));
      } catch (SocketException | EOFException cut) {
        // The listener may cut whom it does not understand.
        continue;
      } catch (IOException | RuntimeException e) {
        outcome.wrong.add("%s in visit %d of %d: %s".formatted(e, i, seed, visit));
      }
    }
    return outcome;
  }

  private void visit(Mutations.Visit visit, Random random, Outcome outcome) throws IOException {
    try (Wire wire = new Wire(address)) {
      wire.socket().setSoTimeout(readMillis);
      byte[] bytes = visit.bytes();
      switch (visit.manner()) {
        case SILENT -> {
          return;
        }
        case IN_PIECES -> {
          for (int from = 0; from < bytes.length; from += Math.ceilDiv(bytes.length, 3)) {
            int to = Math.min(bytes.length, from + Math.ceilDiv(bytes.length, 3));
            wire.send(Arrays.copyOfRange(bytes, from, to));
            pause(random.nextInt(20));
          }
        }
        default -> wire.send(bytes);
      }
      switch (visit.manner()) {
        case LEFT_EARLY -> {
          return;
        }
        case LEFT_AMID, RESET_AMID -> {
          wire.socket().getInputStream().readNBytes(random.nextInt(50_000));
          if (visit.manner() == Mutations.Manner.RESET_AMID) {
            wire.socket().setSoLinger(true, 0);
          }
          return;
        }
        case HALF_CLOSED -> wire.socket().shutdownOutput();
        default -> {}
      }
      readAll(wire, bytes, outcome);
    }
  }

  /** Every answer there is must be HTTP; the first one may be to {@code HEAD}. */
  private static void readAll(Wire wire, byte[] sent, Outcome outcome) throws IOException {
    boolean head = new String(sent, StandardCharsets.ISO_8859_1).contains("HEAD");
    boolean more = true;
    while (more) {
      Wire.Answer answer = wire.answer(head);
      outcome.answers.merge(answer.status(), 1, Integer::sum);
      if (answer.status() == 500) {
        outcome.wrong.add(answer.text());
      }
      more = !head && !answer.header("connection").equals("close");
    }
  }

  private static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
