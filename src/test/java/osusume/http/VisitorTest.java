package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import osusume.app.AccessToken;

/** By which addresses visitors are told apart. */
class VisitorTest {
  private static final InetSocketAddress LOCAL = at("192.168.1.5");

  private static InetSocketAddress at(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 1);
  }

  private static Visitor visitor(String remote) {
    return Visitor.from(at(remote), LOCAL, new Neighbours()::include);
  }

  @Test
  void aNetworkElsewhereIsOneVisitor() {
    assertThat(visitor("2001:db8:1:2::1")).isEqualTo(visitor("2001:db8:1:2:3:4:5:6"));
    assertThat(visitor("2001:db8:1:2::1")).isNotEqualTo(visitor("2001:db8:1:3::1"));
    assertThat(visitor("10.0.0.1")).isNotEqualTo(visitor("10.0.0.2"));
    assertThat(visitor("10.0.0.1").atHome()).isFalse();
  }

  @Test
  void neighboursAreEachTheirOwn() {
    assertThat(visitor("fe80::1")).isNotEqualTo(visitor("fe80::2"));
    Visitor one = Visitor.from(at("2001:db8::1"), LOCAL, _ -> true);
    assertThat(one).isNotEqualTo(Visitor.from(at("2001:db8::2"), LOCAL, _ -> true));
    assertThat(one.atHome()).isFalse();
  }

  @Test
  void whoSharesANetworkWithThisMachineIsANeighbour() throws IOException {
    Optional<InetAddress> own =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(Inet6Address.class::isInstance)
            .findFirst();
    Assumptions.assumeTrue(own.isPresent(), "this machine has no IPv6");
    byte[] other = own.get().getAddress();
    other[15] ^= 0x55;
    var neighbours = new Neighbours();
    assertThat(neighbours.include((Inet6Address) InetAddress.getByAddress(other))).isTrue();
    assertThat(neighbours.include((Inet6Address) InetAddress.ofLiteral("2001:db8::1"))).isFalse();
  }

  @Test
  void aProgramOfThisMachineIsAtHomeByWhicheverAddress() {
    assertThat(visitor("127.0.0.1").atHome()).isTrue();
    assertThat(visitor("::1")).isEqualTo(visitor("127.0.0.9"));
    assertThat(visitor("192.168.1.5")).isEqualTo(visitor("127.0.0.1"));
    assertThat(visitor("192.168.1.6").atHome()).isFalse();
  }

  @Test
  void theRightTokenPassesHoweverManyWrongOnesCame() {
    var gate = new TokenGate(Optional.of(AccessToken.chosen(TestListener.TOKEN)), Limits.USUAL);
    Visitor visitor = visitor("10.0.0.1");
    int status = 401;
    for (int i = 0; i < 50; i++) {
      status =
          catchThrowableOfType(Problem.class, () -> gate.check("Bearer wrong", visitor, 0))
              .status();
    }
    assertThat(status).isEqualTo(429);
    assertThatCode(() -> gate.check("Bearer " + TestListener.TOKEN, visitor, 0))
        .doesNotThrowAnyException();
  }
}
