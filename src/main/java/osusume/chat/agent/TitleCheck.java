package osusume.chat.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import osusume.chat.Exchange;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.chat.Mention;
import osusume.chat.NamedTitle;
import osusume.chat.Question;
import osusume.chat.Step;
import osusume.chat.tool.TitlesInText;

/**
 * Holds the titles of an answer against what may be named ({@link TitlesInText} reads them). A
 * title that is not in the catalogue is wrong unless the person named it themselves. One that was
 * watched and is presented to them is wrong where they asked for something new, unless they named
 * it, or it stands as a ground (in what is known of their taste or in the reasons of a tool) beside
 * titles that are new.
 */
final class TitleCheck {
  private final Question question;
  private final Ground ground;
  private final String taste;
  private final Optional<Set<Integer>> among;

  /**
   * @param taste what the model was told of the person's taste
   * @param among the only titles that may be named, by MyAnimeList id; empty: all
   */
  TitleCheck(Question question, String taste, Optional<Set<Integer>> among) {
    this.question = question;
    this.ground = question.ground();
    this.taste = taste;
    this.among = among;
  }

  /**
   * What was found.
   *
   * @param titles all that the text names
   * @param notes what the person should know of them, a sentence each
   * @param faults those of the notes that the model could have avoided
   */
  record Checked(List<NamedTitle> titles, List<String> notes, List<String> faults) {}

  /**
   * @param steps what was looked up for the answer
   * @param found what the tools said
   */
  Checked check(String text, List<Step> steps, Collection<JsonNode> found) {
    TitlesInText read = TitlesInText.read(text, ground, about(steps));
    boolean wantsNew = AskedForNew.in(question.text(), steps);
    boolean namesNew = read.titles().stream().anyMatch(t -> t.animeId().isPresent() && !t.known());
    String grounds = taste + "\n" + reasons(found);
    Set<Integer> unblamed = new HashSet<>();
    Set<String> outside = new LinkedHashSet<>();
    Set<String> absentByPerson = new HashSet<>();
    for (NamedTitle title : read.titles()) {
      if (title.animeId().isEmpty()) {
        if (saidByPerson(title.said())) {
          absentByPerson.add(Harmless.quoted(title.said()));
        }
        continue;
      }
      int id = title.animeId().getAsInt();
      String name = nameOf(id);
      boolean theirs = saidByPerson(name) || saidByPerson(title.said());
      boolean stranger = among.isPresent() && !among.get().contains(id);
      if (stranger && !theirs) {
        outside.add("%s is none of the titles to pick from here.".formatted(Harmless.quoted(name)));
      }
      if (theirs || stranger || !wantsNew || namesNew && grounds.contains(name)) {
        unblamed.add(id);
      }
    }
    List<String> notes = new ArrayList<>(read.notes(unblamed));
    notes.addAll(outside);
    return new Checked(
        read.titles(),
        List.copyOf(notes),
        notes.stream().filter(note -> absentByPerson.stream().noneMatch(note::contains)).toList());
  }

  private String nameOf(int id) {
    return ground.catalogue().anime(ground.catalogue().rowOfId(id)).name();
  }

  /** Titles the answer is likely to speak of, even where it does not mark them. */
  private Set<Integer> about(List<Step> steps) {
    Set<Integer> ids = new HashSet<>(among.orElse(Set.of()));
    steps.forEach(step -> ids.addAll(step.animeIds()));
    for (Exchange exchange : question.before()) {
      exchange
          .reply()
          .ifPresent(reply -> reply.titles().forEach(title -> title.animeId().ifPresent(ids::add)));
    }
    return ids;
  }

  private boolean saidByPerson(String name) {
    return Mention.names(question.text(), name)
        || question.before().stream()
            .map(Exchange::said)
            .anyMatch(said -> Mention.names(said, name));
  }

  private static String reasons(Collection<JsonNode> found) {
    StringBuilder text = new StringBuilder();
    for (JsonNode result : found) {
      for (JsonNode reasons : result.findValues("reasons")) {
        text.append(reasons).append('\n');
      }
    }
    return text.toString();
  }
}
