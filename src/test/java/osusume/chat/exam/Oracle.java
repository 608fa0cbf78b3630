package osusume.chat.exam;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import osusume.chat.Assistant;
import osusume.chat.ChatEvent;
import osusume.chat.Exchange;
import osusume.chat.Question;
import osusume.chat.Reply;
import osusume.chat.tool.ListDoor;
import osusume.progress.Progress;

/**
 * Answers one request of the exam so that it passes, from its checks: where even that fails, the
 * checks contradict each other or ask for what the data set has not.
 */
final class Oracle implements Assistant {
  private final Scene scene;
  private final ExamItem item;

  Oracle(Scene scene, ExamItem item) {
    this.scene = scene;
    this.item = item;
  }

  @Override
  public String name() {
    return "Oracle";
  }

  @Override
  public Reply answer(
      Question question, Consumer<ChatEvent> events, ListDoor list, Progress progress) {
    if (question.before().size() + 1 < item.say().size()) {
      return Spoken.reply("1. **" + name(anything()) + "**");
    }
    StringBuilder text = new StringBuilder();
    BitSet candidates = candidates(question);
    for (Check check : item.checks()) {
      answer(check, candidates, question, list, text);
    }
    return Spoken.reply(text.toString());
  }

  private int anything() {
    BitSet rows = WantedTitles.ALL.rows(scene.catalogue());
    rows.andNot(scene.known(item.asker()));
    return rows.nextSetBit(0);
  }

  /** What may be offered: by all checks at once. */
  private BitSet candidates(Question question) {
    BitSet rows = WantedTitles.ALL.rows(scene.catalogue());
    BitSet adult = new BitSet();
    rows.stream().filter(scene.catalogue()::adult).forEach(adult::set);
    rows.andNot(adult);
    for (String said : item.say()) {
      scene.reader().inMessage(said).forEach(title -> rows.clear(title.row()));
    }
    for (Exchange before : question.before()) {
      scene.reader().in(before.reply().orElseThrow().text()).forEach(t -> rows.clear(t.row()));
    }
    item.checks().forEach(check -> narrow(check, rows));
    return rows;
  }

  private void narrow(Check check, BitSet rows) {
    switch (check) {
      case TitleCheck.Offers offers -> {
        rows.and(offers.wanted().rows(scene.catalogue()));
        if (!offers.watchedToo()) {
          rows.andNot(scene.known(offers.to()));
        }
      }
      case TitleCheck.Fits fits -> {
        Set<Integer> best = new BestTitles(scene, fits.to()).rows(fits.like(), fits.wanted());
        BitSet good = new BitSet();
        best.forEach(good::set);
        rows.and(good);
      }
      case TitleCheck.Share share -> {
        BitSet having =
            new WantedTitles(WantedTitles.ALL.filter(), share.genres()).rows(scene.catalogue());
        if (share.atLeast() > 0) {
          rows.and(having);
        } else {
          rows.andNot(having);
        }
      }
      case Check.Either either -> narrow(either.of().getFirst(), rows);
      default -> {}
    }
  }

  private void answer(
      Check check, BitSet candidates, Question question, ListDoor list, StringBuilder text) {
    switch (check) {
      case TitleCheck.Offers offers ->
          candidates.stream()
              .limit(offers.atLeast())
              .forEach(row -> text.append("\n1. **").append(name(row)).append("**"));
      case TitleCheck.Names names -> {
        List<Integer> ids = new ArrayList<>(names.all());
        names.any().stream().limit(1).forEach(ids::add);
        ids.forEach(naming(text));
      }
      case TitleCheck.Order order -> order.anime().forEach(naming(text));
      case FactCheck.Says says ->
          text.append(" It is ").append(says.fact().values(scene).getFirst()).append(". ");
      case FactCheck.Word word ->
          text.append(" It is ").append(word.fact().words(scene).iterator().next()).append(". ");
      case FactCheck.Tops tops -> {
        BitSet rows = tops.wanted().rows(scene.catalogue());
        rows.stream()
            .boxed()
            .filter(row -> !Double.isNaN(tops.column().of(scene.catalogue().anime(row))))
            .sorted(
                (a, b) ->
                    Double.compare(
                        tops.column().of(scene.catalogue().anime(b)),
                        tops.column().of(scene.catalogue().anime(a))))
            .limit(tops.atLeast())
            .forEach(row -> text.append("\n1. **").append(name(row)).append("**"));
      }
      case FactCheck.GivesReason why -> {
        int row =
            why.animeId().isPresent()
                ? scene.catalogue().rowOfId(why.animeId().getAsInt())
                : anything();
        text.append("It has ").append(scene.catalogue().anime(row).genres().getFirst());
      }
      case TalkCheck.SaysOneOf says -> text.append(' ').append(says.any().getFirst()).append(' ');
      case TalkCheck.AsksBack _ -> text.append("\nWhich one do you mean?");
      case TalkCheck.Declines _ -> text.append("Sorry, there is nothing like that.");
      case TalkCheck.Proposes proposes -> list.propose(proposes.wanted(), Progress.NONE);
      case Check.Either either ->
          answer(
              either.of().stream()
                  .filter(one -> one.unusable(scene).isEmpty())
                  .findFirst()
                  .orElseThrow(),
              candidates,
              question,
              list,
              text);
      case TitleCheck.Fits _,
          TitleCheck.Fresh _,
          TitleCheck.Share _,
          TitleCheck.NotOffered _,
          TalkCheck.NeverSays _,
          TalkCheck.ProposesNothing _ -> {}
    }
  }

  private Consumer<Integer> naming(StringBuilder text) {
    return id -> text.append(" **").append(scene.anime(id).name()).append("** ");
  }

  private String name(int row) {
    return scene.catalogue().anime(row).name();
  }

  @Override
  public void close() {}
}
