package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnAddressTest {
  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theAddressOthersReachComesFirstAndThoseOfContainersAndTunnelsLast() {
    OwnAddress docker = new OwnAddress(address("172.17.0.1"), true);
    OwnAddress tunnel = new OwnAddress(address("10.8.0.2"), true);
    OwnAddress byItself = new OwnAddress(address("169.254.7.7"), false);
    OwnAddress cable = new OwnAddress(address("192.168.7.20"), false);
    OwnAddress wireless = new OwnAddress(address("192.168.1.20"), false);
    List<OwnAddress> all = List.of(byItself, docker, tunnel, cable, wireless);
    assertThat(OwnAddress.inOrder(all, Optional.of(wireless.address())))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("192.168.1.20", "192.168.7.20", "172.17.0.1", "10.8.0.2", "169.254.7.7");
    // Where everything is sent through a tunnel, others nearby are still beside the cable.
    assertThat(OwnAddress.inOrder(all, Optional.of(tunnel.address())))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("192.168.7.20", "192.168.1.20", "10.8.0.2", "172.17.0.1", "169.254.7.7");
    assertThat(OwnAddress.inOrder(all, Optional.empty()))
        .startsWith(cable.address(), wireless.address());
  }

  @Test
  void namesOfContainersAndTunnelsAreKnown() {
    for (String name :
        List.of(
            "docker0",
            "br-0f3a",
            "veth12",
            "virbr0",
            "tun0",
            "wg0",
            "utun3",
            "tailscale0",
            "vboxnet0",
            "vEthernet (WSL (Hyper-V))",
            "VMware Network Adapter VMnet8",
            "Hyper-V Virtual Ethernet Adapter",
            "TAP-Windows Adapter V9")) {
      assertThat(OwnAddress.namedVirtual(name)).as(name).isTrue();
    }
    for (String name :
        List.of("eth0", "enp3s0", "wlan0", "wlp2s0", "en0", "Intel(R) Wi-Fi 6 AX201 160MHz")) {
      assertThat(OwnAddress.namedVirtual(name)).as(name).isFalse();
    }
  }

  @Test
  void theWayOutIsOneOfThisMachinesAddresses() throws Exception {
    List<InetAddress> own = OwnAddress.inOrder(OwnAddress.all(), OwnAddress.onTheWayOut());
    OwnAddress.onTheWayOut()
        .ifPresent(
            address ->
                assertThat(own.contains(address) || address.isLoopbackAddress())
                    .as(address.toString())
                    .isTrue());
  }
}
