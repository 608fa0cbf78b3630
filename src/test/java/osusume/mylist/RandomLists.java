package osusume.mylist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Lists with everything in them that an entry may hold, made from a seed. */
public final class RandomLists {
  private static final long LATEST = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

  /** What is awkward in one form or another. */
  private static final List<String> AWKWARD =
      List.of(
          "]]>",
          "<![CDATA[",
          "?>",
          "<?osusume {}?>",
          "-->",
          "--",
          "&amp;",
          "&lol;",
          "<b>",
          "\"",
          "\"\"",
          "'",
          "''=",
          "=1+1",
          "+1",
          "-1",
          "@x",
          "\uFF1D1",
          ",",
          ";",
          "\n",
          "\r\n",
          "\r",
          "\t",
          " ",
          "\u0000",
          "\u0001",
          "\u001b",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "\ufffe",
          "\uffff",
          "\\",
          "\\u003e",
          "{\"a\":1}",
          "#",
          "蟲師",
          "é",
          "e\u0301",
          "👩‍👩‍👧",
          "😀",
          "\u202e",
          "null",
          "0",
          "word");

  private static final List<String> NAMES =
      List.of(
          "my_id",
          "my_storage",
          "my_priority",
          "my_score",
          "update_on_import",
          "series_title",
          "osusume",
          "xmlish",
          "with space",
          "",
          "1st",
          "ünï",
          "a/b",
          "a:b",
          "<x>",
          "my.note");

  private static final int IDS = 1 << 20;

  private final Random random;

  public RandomLists(long seed) {
    random = new Random(seed);
  }

  /** A list of up to so many entries. */
  public MyList next(int most) {
    Set<TitleKey> keys = new LinkedHashSet<>();
    int size = random.nextInt(most + 1);
    while (keys.size() < size) {
      keys.add(
          random.nextInt(5) == 0
              ? TitleKey.aniList(1 + random.nextInt(IDS))
              : TitleKey.mal(
                  random.nextInt(20) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(IDS)));
    }
    List<ListEntry> entries = new ArrayList<>();
    keys.forEach(key -> entries.add(entry(key)));
    return MyList.of(entries);
  }

  /** An entry for a title. */
  public ListEntry entry(TitleKey key) {
    String title = text();
    return new ListEntry(
        key,
        title.isBlank() ? "Mushishi" : title,
        random.nextBoolean() ? "TV" : text(),
        number() - 1,
        Status.values()[random.nextInt(Status.values().length)],
        random.nextInt(11),
        number(),
        date(),
        date(),
        number(),
        text(),
        text(),
        text(),
        others(),
        random.nextBoolean() ? null : instant(),
        instant());
  }

  private int number() {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> Integer.MAX_VALUE;
      default -> random.nextInt(100);
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(4);
    for (int i = 0; i < pieces; i++) {
      text.append(AWKWARD.get(random.nextInt(AWKWARD.size())));
      if (random.nextInt(4) == 0) {
        int c = random.nextInt(Character.MAX_CODE_POINT + 1);
        text.appendCodePoint(
            c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 'x' : c);
      }
    }
    return text.toString();
  }

  private PartialDate date() {
    int known = random.nextInt(4);
    return new PartialDate(
        known == 0 ? 0 : 1960 + random.nextInt(80),
        known < 2 ? 0 : 1 + random.nextInt(12),
        known < 3 ? 0 : 1 + random.nextInt(28));
  }

  private Map<String, String> others() {
    Map<String, String> others = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      others.put(
          random.nextInt(4) == 0 ? text() : NAMES.get(random.nextInt(NAMES.size())),
          random.nextBoolean() ? "LOW" : text());
    }
    return others;
  }

  /** Not in the future: such a time counts as now where a file is read. */
  private Instant instant() {
    return Instant.ofEpochSecond(
        random.nextLong(-1L << 33, LATEST), random.nextBoolean() ? 0 : random.nextInt(1 << 29));
  }
}
