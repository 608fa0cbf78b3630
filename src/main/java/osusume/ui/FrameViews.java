package osusume.ui;

import osusume.ui.download.DownloadController;
import osusume.ui.download.DownloadPanelController;
import osusume.ui.listen.IndicatorController;
import osusume.ui.listen.ListeningController;
import osusume.ui.listen.RequestsController;
import osusume.ui.listen.TokenController;
import osusume.ui.settings.ChatKeyController;
import osusume.ui.settings.ChatSettingsController;
import osusume.ui.settings.ConnectionController;
import osusume.ui.settings.KeptTalksController;
import osusume.ui.settings.SettingsController;
import osusume.ui.view.Controllers;

/**
 * How the frame of the window is built: header, tabs, status bar, and the panels that lie over it.
 */
final class FrameViews {
  private FrameViews() {}

  static void register(Controllers controllers, Assembly shared) {
    controllers.register(
        HeaderController.class,
        () ->
            new HeaderController(
                shared.data(),
                shared.user(),
                shared.person(),
                shared.datasets(),
                shared.navigation(),
                shared.files(),
                shared.look(),
                shared.texts()));
    controllers.register(
        StatusBarController.class,
        () ->
            new StatusBarController(
                shared.jobs(), shared.data(), shared.texts(), shared.numbers()));
    controllers.register(
        ImportReportController.class,
        () ->
            new ImportReportController(
                shared.data(), shared.navigation(), shared.texts(), shared.numbers()));
    controllers.register(
        DeleteDatasetController.class,
        () ->
            new DeleteDatasetController(
                shared.data(), shared.datasets(), shared.navigation(), shared.texts()));
    controllers.register(
        DownloadController.class,
        () ->
            new DownloadController(
                shared.download(),
                shared.datasets(),
                shared.files(),
                shared.links(),
                shared.texts()));
    controllers.register(
        DownloadPanelController.class,
        () -> new DownloadPanelController(shared.download(), shared.navigation()));
    controllers.register(
        KeysController.class, () -> new KeysController(shared.navigation(), shared.texts()));
    controllers.register(
        SettingsController.class,
        () ->
            new SettingsController(
                shared.settings(), shared.places(), shared.links(), shared.navigation()));
    controllers.register(
        ChatSettingsController.class,
        () -> new ChatSettingsController(shared.chatSetup(), shared.texts()));
    controllers.register(
        ChatKeyController.class,
        () ->
            new ChatKeyController(
                shared.chatSetup(), shared.jobs(), shared.troubles(), shared.texts()));
    controllers.register(
        ConnectionController.class,
        () ->
            new ConnectionController(
                shared.chatSetup(), shared.jobs(), shared.troubles(), shared.texts()));
    controllers.register(
        KeptTalksController.class,
        () -> new KeptTalksController(shared.chatSetup(), shared.chatting(), shared.texts()));
    controllers.register(
        ListeningController.class,
        () -> new ListeningController(shared.listening(), shared.links(), shared.texts()));
    controllers.register(
        TokenController.class,
        () ->
            new TokenController(
                shared.listening(), shared.jobs(), shared.troubles(), shared.texts()));
    controllers.register(
        IndicatorController.class,
        () -> new IndicatorController(shared.listening(), shared.views(), shared.texts()));
    controllers.register(
        RequestsController.class,
        () ->
            new RequestsController(
                shared.listening(),
                shared.links(),
                shared.navigation(),
                shared.texts(),
                shared.numbers()));
  }
}
