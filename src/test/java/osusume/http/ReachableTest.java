package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told of where to ask. */
class ReachableTest {
  private static final URI LISTENING = URI.create("http://listening.example:5001");

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "localhost", "::1", "[::1]"})
  void nobodyElseReachesThisMachinesOwn(String host) {
    assertThat(Reachable.at(host, LISTENING)).isEqualTo(new Reachable(LISTENING, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "2001:db8::1", "no.such.host.invalid"})
  void whatIsBoundIsWhereOthersReachIt(String host) {
    assertThat(Reachable.at(host, LISTENING))
        .isEqualTo(new Reachable(LISTENING, List.of(LISTENING)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void everyAddressIsNamedWithThePort(String host) throws SocketException {
    Reachable reachable = Reachable.at(host, LISTENING);
    assertThat(InetAddress.ofLiteral(reachable.here().getHost()).isLoopbackAddress()).isTrue();
    assertThat(reachable.here().getPort()).isEqualTo(5001);
    List<String> expected =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
            .map(address -> "http://" + address.getHostAddress() + ":5001")
            .toList();
    assertThat(reachable.elsewhere()).extracting(URI::toString).hasSameElementsAs(expected);
  }
}
