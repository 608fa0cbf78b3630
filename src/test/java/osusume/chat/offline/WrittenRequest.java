package osusume.chat.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import osusume.chat.Exchange;
import osusume.chat.Ground;
import osusume.chat.Mode;
import osusume.chat.Question;
import osusume.chat.tool.ListDoor;
import osusume.data.Catalogue;
import osusume.progress.Progress;

/**
 * A request of {@code requests.txt} and how it must be read. What stands there: {@code kind |
 * message >> follow-up | intent | wishes | more}. A slash stands between what is right as well, a
 * star for anything; {@code ASKS} is any reading that makes the assistant ask back. Of what is told
 * more, titles, counts, users, ratings, statuses and unknown names must be read exactly as they
 * stand there, or not at all; orders and statistics only where they do. {@code @2} is the second
 * title of the answer before.
 */
record WrittenRequest(
    String kind, List<String> says, String intent, String wishes, Map<String, String> more) {
  private static final List<String> ALWAYS =
      List.of("titles", "n", "user", "rating", "status", "unclear");

  static List<WrittenRequest> in(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(WrittenRequest::parse)
        .toList();
  }

  private static WrittenRequest parse(String line) {
    String[] parts = line.split("\\|", -1);
    if (parts.length < 5) {
      throw new IllegalArgumentException("Not five parts: " + line);
    }
    Map<String, String> more = new TreeMap<>();
    for (String part : parts[4].split("; (?=[a-z]+(=|$))|;$")) {
      if (!part.isBlank()) {
        String[] pair = part.strip().split("=", 2);
        more.put(pair[0], pair.length > 1 ? pair[1].strip() : "");
      }
    }
    return new WrittenRequest(
        parts[0].strip(),
        Arrays.stream(parts[1].split(">>")).map(String::strip).toList(),
        parts[2].strip(),
        parts[3].strip(),
        more);
  }

  /** What is wrong with how it is read; empty: nothing is. */
  Optional<String> failure(Ground ground) {
    List<Exchange> before = new ArrayList<>();
    for (String said : says.subList(0, says.size() - 1)) {
      before.add(
          new Exchange(
              Instant.EPOCH,
              OptionalInt.empty(),
              said,
              Optional.of(
                  new OfflineAssistant()
                      .answer(
                          new Question(said, Mode.AGENT, before, ground),
                          _ -> {},
                          ListDoor.CLOSED,
                          Progress.NONE)),
              Optional.empty()));
    }
    Context context = Context.of(new Question("x", Mode.AGENT, before, ground));
    Understanding read = Reader.read(says.getLast(), context, ground);
    List<String> wrong = new ArrayList<>();
    if (intent.equals("ASKS")
        ? !asks(read)
        : !intent.equals("*") && !List.of(intent.split("/")).contains(read.intent().name())) {
      wrong.add("intent " + read.intent());
    }
    String words = read.wishes().inWords();
    if (!wishes.equals("*")
        && Arrays.stream(wishes.split("/", -1)).noneMatch(wish -> fits(wish.strip(), words))) {
      wrong.add("wishes \"" + words + "\"");
    }
    Map<String, String> told = told(read, ground.catalogue());
    ALWAYS.stream()
        .filter(
            key ->
                !told.getOrDefault(key, "").equals(wanted(key, context, ground.catalogue()))
                    && !(more.getOrDefault(key, "").startsWith("~")
                        && List.of("", more.get(key).substring(1))
                            .contains(told.getOrDefault(key, ""))))
        .filter(key -> read.intent() != Intent.AWAY)
        .filter(key -> !key.equals("status") || read.intent() == Intent.MARK)
        .filter(key -> !key.equals("rating") || read.intent() == Intent.RATE)
        .filter(key -> !(key.equals("n") && intent.equals("*")))
        .forEach(key -> wrong.add(key + " " + told.getOrDefault(key, "none")));
    for (String key : List.of("sort", "stat")) {
      if (more.containsKey(key) && !more.get(key).equals(told.getOrDefault(key, ""))) {
        wrong.add(key + " " + told.getOrDefault(key, "none"));
      }
    }
    if (more.containsKey("more") && read.shown().isEmpty()) {
      wrong.add("what was shown may come again");
    }
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(read.intent() + "; " + String.join("; ", wrong));
  }

  private static boolean fits(String wish, String words) {
    return wish.endsWith("*")
        ? words.startsWith(wish.substring(0, wish.length() - 1).strip())
        : wish.equals(words);
  }

  /** Whether the answer would be a question. */
  private static boolean asks(Understanding read) {
    return read.intent() == Intent.UNCLEAR
        || OfflineAssistant.needsTitles(read.intent()) && read.titles().isEmpty();
  }

  private String wanted(String key, Context context, Catalogue catalogue) {
    String wanted = more.getOrDefault(key, "");
    if (wanted.startsWith("@")) {
      int place = Integer.parseInt(wanted.substring(1));
      return context.named().size() < place
          ? "(nothing at that place)"
          : catalogue.anime(catalogue.rowOfId(context.named().get(place - 1))).name();
    }
    return key.equals("unclear") && more.containsKey(key) ? "yes" : wanted;
  }

  private static Map<String, String> told(Understanding read, Catalogue catalogue) {
    Map<String, String> told = new TreeMap<>();
    told.put(
        "titles",
        read.titles().stream()
            .map(row -> catalogue.anime(row).name())
            .collect(Collectors.joining("; ")));
    read.count().ifPresent(n -> told.put("n", "" + n));
    read.userId().ifPresent(id -> told.put("user", "" + id));
    read.rating().ifPresent(n -> told.put("rating", "" + n));
    read.status().ifPresent(s -> told.put("status", s.name().toLowerCase(Locale.ROOT)));
    if (!read.unclear().isEmpty()) {
      told.put("unclear", "yes");
    }
    told.put("sort", read.sort());
    read.statistic().ifPresent(s -> told.put("stat", words(s)));
    return told;
  }

  private static String words(Understanding.Statistic s) {
    return (s.fn().equals("count") ? "count" : s.fn() + " " + s.column())
        + (s.group().isEmpty() ? "" : " by " + s.group())
        + (s.descending() ? "" : ", lowest");
  }

  @Override
  public String toString() {
    return kind + ": " + String.join(" >> ", says);
  }
}
