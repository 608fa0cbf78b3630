package osusume.chat.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import osusume.chat.Exchange;
import osusume.chat.Ground;
import osusume.chat.NamedTitle;
import osusume.chat.Question;
import osusume.chat.Step;

/**
 * Holds the titles of an answer against what may be named. A title that is not in the catalogue is
 * wrong unless the person named it themselves. One that is known to the person is wrong where they
 * asked for something new, unless they named it, or it stands as a reason (in what is known of
 * their taste or in the reasons of a tool) beside titles that are new.
 */
final class TitleCheck {
  private final TitleReader reader;
  private final Question question;
  private final Ground ground;
  private final String taste;

  /** The only ids that may be named. */
  private final Optional<Set<Integer>> among;

  /**
   * @param taste what the model was told of the person's taste
   * @param among the only titles that may be named, by MyAnimeList id; empty: all
   */
  TitleCheck(TitleReader reader, Question question, String taste, Optional<Set<Integer>> among) {
    this.reader = reader;
    this.question = question;
    this.ground = question.ground();
    this.taste = taste;
    this.among = among;
  }

  /**
   * What was found.
   *
   * @param titles all that the text names
   * @param missing names that are not in the catalogue
   * @param named such names that the person used first
   * @param watched titles that are known to the person, though they asked for something new
   * @param outside titles that are none of those that may be named
   */
  record Checked(
      List<NamedTitle> titles,
      Set<String> missing,
      Set<String> named,
      Set<String> watched,
      Set<String> outside) {
    /** Whether the model should be asked to mend it. */
    boolean wrong() {
      return !missing.isEmpty() || !watched.isEmpty() || !outside.isEmpty();
    }

    /** What is wrong, for the model. */
    String forModel() {
      List<String> lines = new ArrayList<>();
      add(lines, "These titles are not in the catalogue: %s.", missing);
      add(lines, "These were watched already, or are not wanted: %s.", watched);
      add(lines, "These are none of the titles that were given: %s.", outside);
      return String.join("\n", lines);
    }

    /** What is wrong, for the person. */
    List<String> notes() {
      List<String> notes = new ArrayList<>();
      Set<String> absent = new LinkedHashSet<>(missing);
      absent.addAll(named);
      absent.forEach(name -> notes.add("There is no title “%s” in the data set.".formatted(name)));
      watched.forEach(
          name -> notes.add("“%s” was watched already, or is not wanted.".formatted(name)));
      outside.forEach(
          name ->
              notes.add("“%s” is none of the titles that are recommended here.".formatted(name)));
      return notes;
    }

    private static void add(List<String> lines, String line, Set<String> names) {
      if (!names.isEmpty()) {
        lines.add(line.formatted(String.join("; ", names)));
      }
    }
  }

  /**
   * @param steps what was looked up for the answer
   * @param found what the tools said
   */
  Checked check(String text, List<Step> steps, Collection<JsonNode> found) {
    List<NamedTitle> titles = reader.titles(text, ground);
    Set<String> missing = new LinkedHashSet<>();
    Set<String> named = new LinkedHashSet<>();
    Set<String> watched = new LinkedHashSet<>();
    Set<String> outside = new LinkedHashSet<>();
    boolean wantsNew = AskedForNew.in(question.text(), steps);
    boolean namesNew = titles.stream().anyMatch(t -> t.animeId().isPresent() && !t.known());
    String grounds = taste + "\n" + reasons(found);
    for (NamedTitle title : titles) {
      if (title.animeId().isEmpty()) {
        (saidByPerson(title.said()) ? named : missing).add(title.said());
        continue;
      }
      int id = title.animeId().getAsInt();
      String name = ground.catalogue().anime(ground.catalogue().rowOfId(id)).name();
      if (saidByPerson(name) || saidByPerson(title.said())) {
        continue;
      }
      if (among.isPresent() && !among.get().contains(id)) {
        outside.add(name);
      } else if (wantsNew && title.known() && !(namesNew && grounds.contains(name))) {
        watched.add(name);
      }
    }
    return new Checked(titles, missing, named, watched, outside);
  }

  private boolean saidByPerson(String name) {
    return contains(question.text(), name)
        || question.before().stream().map(Exchange::said).anyMatch(said -> contains(said, name));
  }

  private static boolean contains(String text, String name) {
    return text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
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
