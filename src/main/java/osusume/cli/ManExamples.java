package osusume.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Command lines that manual pages show; those that need no file run as they stand. */
final class ManExamples {
  /**
   * @param line as typed, with double quotes around what has spaces
   * @param meaning what it does, as a sentence
   */
  record Example(String line, String meaning) {}

  private static final Map<String, List<Example>> ALL =
      Map.ofEntries(
          Map.entry(
              "osusume",
              List.of(
                  new Example("osusume", "Opens the window."),
                  new Example("osusume recommend me", "Titles for you, by your own list."))),
          Map.entry(
              "osusume import",
              List.of(
                  new Example("osusume import archive.zip", "Imports Kaggle's archive."),
                  new Example("osusume import --download", "Downloads it and imports it."))),
          Map.entry(
              "osusume train",
              List.of(new Example("osusume train --only nmf", "Learns the taste groups alone."))),
          Map.entry(
              "osusume anime",
              List.of(
                  new Example(
                      "osusume anime --genre Drama --mt-episodes 20 --mt-rating 8 --sort -rating",
                      "Long and well rated dramas, the best first."))),
          Map.entry(
              "osusume user",
              List.of(
                  new Example(
                      "osusume user --user-id 5 --mt-rating 7",
                      "What user 5 of the data set rated 8 or higher."))),
          Map.entry(
              "osusume recommend",
              List.of(
                  new Example("osusume recommend 5 -k 3", "Three titles for user 5."),
                  new Example(
                      "osusume recommend 5 --type Movie --json", "Films for user 5, as JSON."))),
          Map.entry(
              "osusume talk",
              List.of(
                  new Example(
                      "osusume talk 5 \"something short and funny\" --assistant offline",
                      "Asks the offline assistant for user 5."))),
          Map.entry(
              "osusume list rate",
              List.of(new Example("osusume list rate Mushishi 9", "Gives Mushishi a 9."))),
          Map.entry(
              "osusume list mark",
              List.of(
                  new Example(
                      "osusume list mark Mushishi planned", "Puts it among what you plan."))),
          Map.entry(
              "osusume list import",
              List.of(
                  new Example(
                      "osusume list import animelist.xml.gz --preview",
                      "Says what MyAnimeList's export would change."))),
          Map.entry(
              "osusume list export",
              List.of(new Example("osusume list export my-list.csv", "Writes a table."))),
          Map.entry(
              "osusume evaluate",
              List.of(
                  new Example(
                      "osusume evaluate --strategies popular --protocol P1",
                      "How well the most watched titles find likes that were held out."))),
          Map.entry(
              "osusume predict",
              List.of(
                  new Example(
                      "osusume predict pairs.csv", "Answers each row with a predicted rating."))),
          Map.entry(
              "osusume serve",
              List.of(new Example("osusume serve --port 8080", "Answers at port 8080."))));

  private ManExamples() {}

  /** Those of a command; may be none. */
  static List<Example> of(CommandSpec command) {
    return ALL.getOrDefault(command.qualifiedName(" "), List.of());
  }
}
