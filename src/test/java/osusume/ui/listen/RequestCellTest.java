package osusume.ui.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import osusume.http.RequestLog.Served;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

class RequestCellTest {
  private static final Texts TEXTS = new Texts(Locale.US);

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  private static RequestCell cell(String target, int status, String from) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          RequestCell cell = new RequestCell(TEXTS, new Numbers(TEXTS));
          cell.updateItem(
              new Served(1, Instant.EPOCH, "GET", target, status, 10, Duration.ofMillis(20), from),
              false);
          return cell;
        });
  }

  private static Label from(RequestCell cell) {
    return (Label) cell.getGraphic().lookup(".request-from");
  }

  @Test
  void whoAsksFromElsewhereIsShownAndSaid() {
    RequestCell cell = cell("/anime?name=%E3%81%8A", 200, "192.168.1.7");
    assertThat(from(cell).isVisible()).isTrue();
    assertThat(from(cell).getText()).isEqualTo("192.168.1.7");
    assertThat(cell.getTooltip().getText()).isEqualTo("GET /anime?name=お\nFrom 192.168.1.7");
    assertThat(cell.getAccessibleText())
        .contains("GET /anime?name=お from 192.168.1.7, answered with 200");
  }

  @Test
  void thisComputerTakesNoRoomAndWhoWentAwayIsSaid() {
    for (String here : new String[] {"127.0.0.1", "[0:0:0:0:0:0:0:1]"}) {
      RequestCell cell = cell("/", 0, here);
      assertThat(from(cell).isManaged()).isFalse();
      assertThat(cell.getTooltip().getText()).isEqualTo("GET /\nFrom this computer");
      assertThat(((Label) cell.getGraphic().lookup(".request-status")).getText())
          .isEqualTo("gone away");
    }
  }
}
