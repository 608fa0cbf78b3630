package osusume.chat.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import osusume.chat.Ground;
import osusume.chat.Grounds;

/** What the requests of {@code requests.txt} are read as, over the titles of the demo data set. */
class WrittenRequestsTest {
  private static final Ground GROUND = Grounds.demo();

  static Stream<WrittenRequest> requests() throws IOException, URISyntaxException {
    var file = Objects.requireNonNull(WrittenRequestsTest.class.getResource("requests.txt"));
    return WrittenRequest.in(Path.of(file.toURI())).stream();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aRequestIsReadAsItIsMeant(WrittenRequest request) {
    assertThat(request.failure(GROUND)).isEqualTo(Optional.empty());
  }

  @Test
  void everyKindIsThereOften() throws IOException, URISyntaxException {
    List<String> kinds = requests().map(WrittenRequest::kind).toList();
    assertThat(kinds).hasSizeGreaterThanOrEqualTo(250);
    assertThat(kinds.stream().distinct()).hasSize(23);
  }
}
