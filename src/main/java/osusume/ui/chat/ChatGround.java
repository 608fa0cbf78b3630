package osusume.ui.chat;

import osusume.app.Opened;
import osusume.chat.Asker;
import osusume.chat.Ground;
import osusume.ui.recommend.ReasonWords;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** What an answer in the window stands on. */
public final class ChatGround {
  private ChatGround() {}

  public static Ground of(Opened opened, Asker asker, Texts texts) {
    boolean own = asker.userId().isEmpty();
    // Numbers of its own, for reasons are put into words on the thread of the answer.
    ReasonWords words = new ReasonWords(texts, new Numbers(texts));
    return new Ground(
        opened.data(),
        opened.facts(),
        opened.recommendations(),
        opened.recommendations().strategies().getFirst(),
        opened.trained().map(Opened.Trained::model),
        opened.trained().map(Opened.Trained::groups),
        reason -> words.whole(reason, opened, own),
        asker,
        true);
  }
}
