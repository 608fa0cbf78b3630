package osusume.chat.tool;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.WeakHashMap;
import osusume.chat.Asker;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.chat.NamedTitle;
import osusume.data.Catalogue;
import osusume.mylist.Status;

/**
 * The titles that a text in Markdown names.
 *
 * <p><b>Marked phrases</b> ({@link MarkedPhrase}: bold, italic, a link's text, in quotation marks)
 * are titles if the catalogue has one of that name, also with mistakes in spelling, with what is
 * often added ("(2011)", "– 12 episodes"), or by a beginning of two words or more. Genres and types
 * are none.
 *
 * <p><b>Unmarked</b> names are titles where they are written as names are, with capitals, and have
 * two words or more; a single word ("Monster", "Another", "K") only if its title is among those
 * that the answer is about.
 *
 * <p>A marked phrase that is <b>presented as a title</b> but is none of the catalogue is named
 * without an id: {@link TitleHeading#isPresented} has the rule.
 */
public final class TitlesInText {
  private static final Map<Catalogue, PlainNames> NAMES = new WeakHashMap<>();

  private final Ground ground;
  private final String text;
  private final Set<Integer> about;
  private final BitSet taken;
  private final List<Mention> mentions = new ArrayList<>();

  /**
   * @param presented whether it stands there as something to watch, and not in passing
   */
  private record Mention(NamedTitle title, boolean presented) {}

  private TitlesInText(String text, Ground ground, Collection<Integer> about) {
    this.text = text;
    this.ground = ground;
    this.about = new HashSet<>(about);
    this.taken = new BitSet(text.length());
    marked();
    unmarked();
    mentions.sort(Comparator.comparingInt(mention -> mention.title.from()));
  }

  /**
   * Reads a text.
   *
   * @param about MyAnimeList ids of titles the text is likely to speak of, for instance those that
   *     were looked up for it
   */
  public static TitlesInText read(String text, Ground ground, Collection<Integer> about) {
    return new TitlesInText(text, ground, about);
  }

  /**
   * The titles it names, in the order in which they occur; one that occurs twice is there twice.
   */
  public List<NamedTitle> titles() {
    return mentions.stream().map(Mention::title).toList();
  }

  /**
   * What the person should know of these titles, a sentence each: that there is no such title, or
   * that one that is presented to them was watched already or is not wanted.
   *
   * @param spokenOf MyAnimeList ids of titles the person spoke of, of which that is not said
   */
  public List<String> notes(Collection<Integer> spokenOf) {
    List<String> notes = new ArrayList<>();
    for (Mention mention : mentions) {
      note(mention, spokenOf).filter(note -> !notes.contains(note)).ifPresent(notes::add);
    }
    return notes;
  }

  private Optional<String> note(Mention mention, Collection<Integer> spokenOf) {
    if (mention.title.animeId().isEmpty()) {
      return Optional.of(
          "There is no title %s in the data set.".formatted(Harmless.quoted(mention.title.said())));
    }
    int id = mention.title.animeId().getAsInt();
    int row = ground.catalogue().rowOfId(id);
    if (!mention.presented || spokenOf.contains(id)) {
      return Optional.empty();
    }
    String name = Harmless.quoted(ground.catalogue().anime(row).name());
    Asker asker = ground.asker();
    if (asker.taste().holds(row)) {
      return Optional.of(
          asker.userId().isPresent()
              ? "User %d has watched %s already.".formatted(asker.userId().getAsInt(), name)
              : "You have watched %s already.".formatted(name));
    }
    boolean unwanted =
        asker
            .list()
            .flatMap(list -> list.ofAnime(id))
            .filter(entry -> entry.status() == Status.NOT_INTERESTED)
            .isPresent();
    return unwanted
        ? Optional.of("You said that you are not interested in %s.".formatted(name))
        : Optional.empty();
  }

  private void marked() {
    List<MarkedPhrase> unknown = new ArrayList<>();
    Set<String> placesOfTitles = new HashSet<>();
    for (MarkedPhrase phrase : MarkedPhrase.in(text)) {
      OptionalInt row = taken.get(phrase.from()) ? OptionalInt.empty() : rowOf(phrase);
      if (row.isPresent()) {
        add(phrase.from(), phrase.to(), row, phrase.presented());
        placesOfTitles.add(phrase.place(text));
      } else {
        unknown.add(phrase);
      }
    }
    for (MarkedPhrase phrase : unknown) {
      // What stands before a colon may be a label; it is a title where others like it are.
      boolean amongTitles = !phrase.labels() || placesOfTitles.contains(phrase.place(text));
      if (!taken.get(phrase.from())
          && amongTitles
          && TitleHeading.isPresented(phrase, this::isWordOfTheData)
          && !holdsName(phrase)) {
        add(phrase.from(), phrase.to(), OptionalInt.empty(), true);
      }
    }
  }

  private OptionalInt rowOf(MarkedPhrase phrase) {
    TitleFinder finder = TitleFinder.of(ground.catalogue());
    for (String reading : phrase.readings()) {
      OptionalInt named = isWordOfTheData(reading) ? OptionalInt.empty() : finder.named(reading);
      if (named.isPresent()) {
        return named;
      }
    }
    if (!phrase.strong() || !TitleHeading.isPresented(phrase, this::isWordOfTheData)) {
      return OptionalInt.empty();
    }
    for (String reading : phrase.readings()) {
      TitleFinder.Found found = finder.find(reading);
      boolean sure =
          switch (found.how()) {
            case NEAR -> true;
            case BEGINNING -> PlainNames.words(reading).size() > 1;
            default -> false;
          };
      if (sure) {
        return found.row();
      }
    }
    return OptionalInt.empty();
  }

  private boolean isWordOfTheData(String word) {
    Catalogue catalogue = ground.catalogue();
    return catalogue.genres().stream().anyMatch(word::equalsIgnoreCase)
        || catalogue.types().stream().anyMatch(word::equalsIgnoreCase);
  }

  /** Whether a name of the catalogue stands within a phrase: "Try Barakamon today". */
  private boolean holdsName(MarkedPhrase phrase) {
    PlainNames names = names(ground.catalogue());
    List<PlainNames.Word> words = PlainNames.words(phrase.text());
    for (int i = 0; i < words.size(); i++) {
      Optional<PlainNames.Mention> found = names.at(phrase.text(), words, i);
      if (found.filter(m -> m.words() > 1 || isAbout(m.row())).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private void unmarked() {
    PlainNames names = names(ground.catalogue());
    List<PlainNames.Word> words = PlainNames.words(text);
    for (int i = 0; i < words.size(); i++) {
      int from = words.get(i).from();
      if (taken.get(from)) {
        continue;
      }
      Optional<PlainNames.Mention> found = names.at(text, words, i);
      if (found.isPresent()
          && (found.get().words() > 1 || isAbout(found.get().row()))
          && !isWordOfTheData(text.substring(from, found.get().to()))) {
        boolean presented = MarkedPhrase.beginsItem(text, from);
        add(from, found.get().to(), OptionalInt.of(found.get().row()), presented);
        i += found.get().words() - 1;
      }
    }
  }

  private boolean isAbout(int row) {
    return about.contains(ground.catalogue().idOfRow(row));
  }

  private void add(int from, int to, OptionalInt row, boolean presented) {
    taken.set(from, to);
    mentions.add(
        new Mention(
            new NamedTitle(
                from,
                to,
                text.substring(from, to),
                row.isEmpty()
                    ? OptionalInt.empty()
                    : OptionalInt.of(ground.catalogue().idOfRow(row.getAsInt())),
                row.isPresent() && ground.asker().knows(row.getAsInt())),
            presented));
  }

  private static PlainNames names(Catalogue catalogue) {
    synchronized (NAMES) {
      return NAMES.computeIfAbsent(catalogue, PlainNames::new);
    }
  }
}
