package osusume.chat.exam;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import osusume.chat.Reply;
import osusume.chat.exam.TitleReader.Found;
import osusume.chat.tool.Proposal;

/** An answer as the checks see it. */
final class Answered {
  private final Scene scene;
  private final Who asker;
  private final Reply reply;
  private final List<Proposal> proposals;
  private final String ownText;
  private final List<Found> named;
  private final List<Integer> offered;
  private final List<Integer> offeredBefore;

  /**
   * @param said what the person said, turn by turn
   * @param replies to each of them; the last is what is checked
   * @param proposals the changes of the list that were proposed meanwhile
   */
  Answered(
      Scene scene, Who asker, List<String> said, List<Reply> replies, List<Proposal> proposals) {
    this.scene = scene;
    this.asker = asker;
    this.reply = replies.getLast();
    this.proposals = List.copyOf(proposals);
    String whole = reply.text();
    String own = whole;
    for (String message : said) {
      own = own.replace(message.strip(), " ");
    }
    ownText = own;
    named = scene.reader().in(ownText);
    BitSet spokenOf = new BitSet();
    // In a longer conversation what the person spoke of first is still what it is about.
    said.forEach(
        message -> scene.reader().inMessage(message).forEach(title -> spokenOf.set(title.row())));
    offered = Offered.in(ownText, named, spokenOf);
    offeredBefore =
        replies.subList(0, replies.size() - 1).stream()
            .flatMap(
                before ->
                    Offered.in(before.text(), scene.reader().in(before.text()), spokenOf).stream())
            .toList();
  }

  Scene scene() {
    return scene;
  }

  Who asker() {
    return asker;
  }

  Reply reply() {
    return reply;
  }

  List<Proposal> proposals() {
    return proposals;
  }

  /** The text of the answer, without the person's own words where it repeats them whole. */
  String text() {
    return ownText;
  }

  /** Catalogue rows of the titles it names, in order; may repeat. */
  List<Integer> named() {
    return named.stream().map(Found::row).toList();
  }

  /** Catalogue rows of the titles it offers, in order. */
  List<Integer> offered() {
    return offered;
  }

  /** Catalogue rows of the titles that the answers before it offered. */
  List<Integer> offeredBefore() {
    return offeredBefore;
  }

  /** The text with every title's name blanked, in which words and numbers are looked for. */
  String textWithoutTitles() {
    StringBuilder text = new StringBuilder(ownText);
    for (Found title : named) {
      for (int at = title.from(); at < title.to(); at++) {
        text.setCharAt(at, ' ');
      }
    }
    return text.toString();
  }

  /** What stands like a title at the head of a row, though the data set has no such title. */
  Optional<String> invented() {
    return RowHeads.withoutTitle(ownText, named);
  }

  String nameOf(int row) {
    return scene.catalogue().anime(row).name();
  }
}
