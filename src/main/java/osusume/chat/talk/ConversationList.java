package osusume.chat.talk;

import java.util.List;

/**
 * The conversations that are kept.
 *
 * @param heads the one in which something was said last comes first
 * @param troubles a sentence for each file that can't be read, and what became of it
 */
public record ConversationList(List<ConversationHead> heads, List<String> troubles) {
  public ConversationList {
    heads = List.copyOf(heads);
    troubles = List.copyOf(troubles);
  }
}
