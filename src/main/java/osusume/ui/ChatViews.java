package osusume.ui;

import osusume.ui.chat.ChatController;
import osusume.ui.chat.ComposerController;
import osusume.ui.chat.PastTalksController;
import osusume.ui.view.Controllers;

/** How the Chat tab is built. */
final class ChatViews {
  private ChatViews() {}

  static void register(Controllers controllers, Assembly shared) {
    controllers.register(
        ChatController.class,
        () ->
            new ChatController(
                shared.chatting(),
                shared.data(),
                shared.person(),
                shared.user(),
                shared.actions(),
                shared.navigation(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        PastTalksController.class,
        () -> new PastTalksController(shared.chatting(), shared.texts()));
    controllers.register(
        ComposerController.class,
        () ->
            new ComposerController(
                shared.chatting(),
                shared.data(),
                shared.person(),
                shared.user(),
                shared.texts(),
                shared.numbers()));
  }
}
