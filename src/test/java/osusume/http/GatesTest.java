package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.app.AccessToken;
import osusume.app.ListenerSettings;

/** Who is let in, and who is not. */
class GatesTest {
  private static final String FOLLOWED = "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
  private static final String BEARER = "Authorization: Bearer " + TestListener.TOKEN + "\r\n";

  @TempDir Path folder;

  private static int asHost(TestListener test, String host) throws IOException {
    return Wire.ask(test.address, "GET /small HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status();
  }

  @Test
  void answersOnlyToNamesOfThisMachine() throws IOException {
    try (TestListener test = new TestListener(folder, Limits.USUAL)) {
      String[] ours = {
        "localhost", "LocalHost:1", "localhost:5000", "127.0.0.1", "127.1.2.3:80", "[::1]:5000"
      };
      for (String host : ours) {
        assertThat(asHost(test, host)).as(host).isEqualTo(200);
      }
      String[] others = {
        "evil.example",
        "evil.example:5000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.0.0",
        "127.0.0.999",
        "127.a",
        "10.0.0.1",
        "0.0.0.0",
        "[::2]",
        InetAddress.getLocalHost().getHostName() + ".evil",
      };
      for (String host : others) {
        assertThat(asHost(test, host)).as(host).isEqualTo(421);
      }
      // What is no name of a host does not come as far as the gate.
      for (String host : new String[] {"127.0.0.1:80.evil.example", "local host", "[::1", ":80"}) {
        assertThat(asHost(test, host)).as(host).isEqualTo(400);
      }
      Wire.Answer nameless = Wire.ask(test.address, "GET /small HTTP/1.0\r\n\r\n");
      assertThat(nameless.status()).isEqualTo(421);
      assertThat(nameless.text()).contains("names no host").doesNotContain("''");
      String longName =
          Wire.ask(test.address, "GET /small HTTP/1.1\r\nHost: " + "a".repeat(4000) + "\r\n\r\n")
              .text();
      assertThat(longName).contains("aaa…").hasSizeLessThan(400);
      assertThat(
              Wire.ask(
                      test.address,
                      "GET http://evil.example/small HTTP/1.1\r\nHost: evil.example\r\n\r\n")
                  .status())
          .isEqualTo(421);
      assertThat(
              Wire.ask(
                      test.address,
                      "GET http://evil.example/small HTTP/1.1\r\nHost: localhost\r\n\r\n")
                  .status())
          .isEqualTo(400);
      assertThat(
              Wire.ask(
                      test.address,
                      "GET http://localhost/small HTTP/1.1\r\nHost: localhost\r\n\r\n")
                  .status())
          .isEqualTo(200);
    }
  }

  @Test
  void pagesOfOtherAddressesAreRefused() throws IOException {
    try (TestListener test = new TestListener(folder, Limits.USUAL)) {
      test.routes.go.countDown();
      String site = "Sec-Fetch-Site: cross-site\r\n";
      Object[][] cases = {
        {"/small", "Origin: http://localhost\r\n", 200},
        {"/small", "Origin: https://localhost\r\n", 403},
        {"/small", "Origin: http://localhost:81\r\n", 403},
        {"/small", "Origin: http://evil.example\r\n", 403},
        {"/small", "Origin: null\r\n", 403},
        {"/small", "Origin: http://localhost\r\nOrigin: http://evil.example\r\n", 403},
        {"/small", "Sec-Fetch-Site: same-origin\r\n", 200},
        {"/small", "Sec-Fetch-Site: none\r\n", 200},
        {"/small", site, 403},
        {"/small", "Sec-Fetch-Site: same-site\r\n", 403},
        {"/small", site + "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n", 403},
        {"/small", site + FOLLOWED, 200},
        {"/talk/5/hello", site + FOLLOWED, 403},
        {"/talk/5/hello", "Sec-Fetch-Site: none\r\n" + FOLLOWED, 200},
      };
      for (Object[] expected : cases) {
        Wire.Answer answer = Wire.get(test.address, (String) expected[0], (String) expected[1]);
        assertThat(answer.status()).as(expected[0] + " " + expected[1]).isEqualTo(expected[2]);
        assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
      }
    }
  }

  @Test
  void whereThereIsATokenItIsWantedForAllButWhatHoldsNothing() throws IOException {
    try (TestListener test = withToken(ListenerSettings.THIS_MACHINE)) {
      for (String path : new String[] {"/small", "/nope", "/large"}) {
        Wire.Answer answer = Wire.get(test.address, path);
        assertThat(answer.status()).as(path).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).startsWith("Bearer");
        assertThat(answer.text()).doesNotContain("/echo", TestListener.TOKEN);
      }
      assertThat(Wire.get(test.address, "/").status()).isEqualTo(200);
      assertThat(Wire.get(test.address, "/small", BEARER).status()).isEqualTo(200);
      assertThat(Wire.get(test.address, "/small", BEARER.replace("Bearer", "bearer")).status())
          .isEqualTo(200);
      assertThat(Wire.get(test.address, "/nope", BEARER).status()).isEqualTo(404);
      assertThat(Wire.get(test.address, "/small", "Authorization: Basic YTpi\r\n").status())
          .isEqualTo(401);
    }
  }

  private TestListener withToken(String host) throws IOException {
    return new TestListener(folder, Limits.USUAL, host, token());
  }

  private static Optional<AccessToken> token() {
    return Optional.of(AccessToken.chosen(TestListener.TOKEN));
  }

  @Test
  void wrongTokensAreHeldBackAndLockNoProgramOfThisMachineOut() throws IOException {
    try (TestListener test = withToken(ListenerSettings.THIS_MACHINE)) {
      int heldBack = 0;
      for (int i = 0; i < 40; i++) {
        int status = Wire.get(test.address, "/small", "Authorization: Bearer no\r\n").status();
        assertThat(status).isIn(401, 429);
        heldBack += status == 429 ? 1 : 0;
      }
      assertThat(heldBack).isGreaterThan(10);
      assertThat(Wire.get(test.address, "/small", BEARER).status()).isEqualTo(200);
    }
  }

  @Test
  void aMessageMayBeSentSoManyTimesAMinuteAndTwoAtOnce() throws Exception {
    try (TestListener test = new TestListener(folder, Limits.USUAL);
        Wire one = new Wire(test.address);
        Wire two = new Wire(test.address)) {
      one.send(Wire.request("GET", "/talk/5/one"));
      two.send(Wire.request("GET", "/talk/5/two"));
      while (test.routes.waiting.get() < 2) {
        Thread.sleep(5);
      }
      Wire.Answer third = Wire.get(test.address, "/talk/5/three");
      assertThat(third.status()).isEqualTo(429);
      assertThat(third.header("retry-after")).isEqualTo("1");
      test.routes.go.countDown();
      assertThat(one.answer().status()).isEqualTo(200);
      assertThat(two.answer().status()).isEqualTo(200);
      for (int i = 2; i < Limits.USUAL.talksPerMinute(); i++) {
        assertThat(Wire.get(test.address, "/talk/5/more").status()).isEqualTo(200);
      }
      Wire.Answer more = Wire.get(test.address, "/talk/5/more");
      assertThat(more.status()).isEqualTo(429);
      assertThat(Integer.parseInt(more.header("retry-after"))).isBetween(1, 3);
      assertThat(Wire.get(test.address, "/small").status()).isEqualTo(200);
    }
  }

  @Test
  void othersMayAskSoOftenASecondAndThisMachineAsOftenAsItLikes() throws Exception {
    Limits limits = Limits.USUAL;
    Pace pace = new Pace(limits.requestsPerSecond(), 2.0 * limits.requestsPerSecond());
    int let = 0;
    for (int i = 0; i < 500; i++) {
      let += pace.take("10.0.0.7", 0) ? 1 : 0;
    }
    assertThat(let).isEqualTo(2 * limits.requestsPerSecond());
    assertThat(pace.secondsToWait("10.0.0.7", 0)).isEqualTo(1);
    assertThat(pace.take("10.0.0.8", 0)).isTrue();
    assertThat(pace.take("10.0.0.7", 1_000_000_000L / limits.requestsPerSecond())).isTrue();
    try (TestListener test = new TestListener(folder, limits);
        Wire wire = new Wire(test.address)) {
      for (int i = 0; i < 500; i++) {
        wire.send(Wire.request("GET", "/small"));
        assertThat(wire.answer().status()).isEqualTo(200);
      }
    }
  }

  /** Whether it is answered at all, if only by a refusal. */
  private static boolean isTaken(Wire wire) throws IOException {
    try {
      wire.send(Wire.request("GET", "/small", BEARER));
      return wire.answer().status() > 0;
    } catch (IOException refused) {
      return false;
    }
  }

  @Test
  void othersOnTheNetworkAreHeldBackEachForThemselves() throws Exception {
    String here = "127.0.0.7";
    Visitors visitors =
        (remote, local) ->
            remote.toString().startsWith("/" + here + ":")
                ? new Visitor(here, false)
                : Listener.usualVisitors().of(remote, local);
    List<Wire> wires = new ArrayList<>();
    try (TestListener test = new TestListener(folder, Limits.USUAL, "0.0.0.0", token(), visitors)) {
      URI there = test.address;
      int heldBack = 0;
      for (int i = 0; i < 3 * Limits.USUAL.requestsPerSecond(); i++) {
        Wire.Answer answer = ask(there, here, BEARER);
        if (answer.status() == 429) {
          heldBack++;
          assertThat(answer.header("retry-after")).isEqualTo("1");
        }
      }
      assertThat(heldBack).isPositive();
      Thread.sleep(1000);
      assertThat(ask(there, here, BEARER).status()).isEqualTo(200);
      int refused = 0;
      for (int i = 0; i < 10; i++) {
        refused += ask(there, here, BEARER.replace("horse", "no")).status() == 429 ? 1 : 0;
      }
      assertThat(refused).isPositive();
      assertThat(ask(there, here, BEARER).status()).as("the right one passes").isEqualTo(200);
      assertThat(Wire.get(test.address, "/small", BEARER).status()).isEqualTo(200);
      int taken = 0;
      for (int i = 0; i < 2 * Limits.USUAL.connectionsOfOne(); i++) {
        Wire wire = new Wire(there, here);
        wires.add(wire);
        taken += isTaken(wire) ? 1 : 0;
      }
      // Those of the requests before may not have been let go yet.
      assertThat(taken).isPositive().isLessThanOrEqualTo(Limits.USUAL.connectionsOfOne());
    } finally {
      for (Wire wire : wires) {
        wire.close();
      }
    }
  }

  @Test
  void whoAsksByAnAddressOfThisMachineIsAtHome() throws Exception {
    String here = ownAddress();
    Assumptions.assumeTrue(here != null, "this machine has no address but its own");
    try (TestListener test = withToken("0.0.0.0")) {
      URI there = URI.create("http://%s:%d".formatted(here, test.address.getPort()));
      for (int i = 0; i < 3 * Limits.USUAL.requestsPerSecond(); i++) {
        assertThat(ask(there, here, BEARER).status()).isEqualTo(200);
      }
    }
  }

  private static Wire.Answer ask(URI there, String from, String header) throws IOException {
    try (Wire wire = new Wire(there, from)) {
      wire.send(Wire.request("GET", "/small", header));
      return wire.answer();
    }
  }

  /** Null where this machine is in no network. */
  private static String ownAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .map(InetAddress::getHostAddress)
        .findFirst()
        .orElse(null);
  }

  @Test
  void theLogTellsOfEveryRequestButNotWhatWasSaid() throws Exception {
    try (TestListener test = new TestListener(folder, Limits.USUAL)) {
      test.routes.go.countDown();
      String[][] asked = {
        {"/small", "/small"},
        {"/anime?name=b%20c", "/anime?name=b%20c"},
        {"/recommend/7?k=3", "/recommend/7?k=3"},
        {"/recommend/", "/recommend/"},
        {"/talk/5/my%20secret", "/talk/5/…"},
        {"/talk/x/my/secret?my=secret", "/talk/…"},
        {"//talk/5/secret", "/…"},
        {"/talk/secret", "/talk/…"},
        {"/talk?say=secret", "/talk?…"},
        {"/talk/5?say=secret", "/talk/5?…"},
        {"/tlak/5/secret", "/tlak/5/…"},
        {"/%74alk/5/secret", "/…"},
        {"/t%61lk/5/secret", "/t…"},
        {"/talk%2F5%2Fsecret", "/talk…"},
        {"/talk/5%2Fsecret", "/talk/…"},
        {"/talk;5;secret", "/talk…"},
        {"/" + "a".repeat(500), "/" + "a".repeat(199) + "…"},
        {"/\u202e\u0085x", "/…"},
        {"/anime?name=\u202e\u0085x", "/anime?name=\ufffd\ufffdx"},
      };
      for (int i = 0; i < asked.length; i++) {
        Wire.get(test.address, asked[i][0]);
        // An answer is logged once it is sent.
        while (test.log.count() <= i) {
          Thread.sleep(5);
        }
        assertThat(test.log.recent().getFirst().target()).as(asked[i][0]).isEqualTo(asked[i][1]);
      }
      assertThat(test.log.count()).isEqualTo(asked.length);
    }
  }

  @Test
  void whatCouldNotBeReadIsLoggedAsThat() throws Exception {
    try (TestListener test = new TestListener(folder, Limits.USUAL)) {
      for (String nonsense : new String[] {"nonsense\r\n\r\n", "GET /a%zz HTTP/1.1\r\n\r\n"}) {
        assertThat(Wire.ask(test.address, nonsense).status()).isEqualTo(400);
      }
      while (test.log.count() < 2) {
        Thread.sleep(5);
      }
      assertThat(test.log.recent())
          .extracting(RequestLog.Served::method)
          .doesNotContain("BAD")
          .contains("…");
      assertThat(test.log.recent())
          .extracting(RequestLog.Served::target)
          .noneMatch(target -> target.contains("/bad"));
    }
  }
}
