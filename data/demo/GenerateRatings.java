import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes {@code rating.csv}, the simulated half of the demo data set, from {@code anime.csv}.
 *
 * <p>The titles beside this file are real, the people are not: each simulated user mixes one to
 * three {@linkplain Archetype archetypes} of taste, picks titles one after another, and rates them.
 * The model is written down with all its numbers in {@code README.md}; the two must agree.
 *
 * <p>The output is the same, byte for byte, on every machine and JDK. Therefore the random numbers
 * come from {@link Dice} and not from a library, logarithms and exponentials from {@link
 * StrictMath}, and nothing depends on the order of a hash table, on a locale or on a thread.
 *
 * <p>Run it with {@code java GenerateRatings.java [folder]}. Without a folder it works in the one
 * this file lies in.
 */
public final class GenerateRatings {

  /** Changing it changes every simulated user. */
  private static final long SEED = 20_170_110L;

  private static final int USERS = 2_500;

  private GenerateRatings() {}

  /** Reads {@code anime.csv} in the folder and puts {@code rating.csv} beside it. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 1) {
      System.err.println("usage: java GenerateRatings.java [folder]");
      System.exit(2);
    }
    Path folder = arguments.length == 1 ? Path.of(arguments[0]) : ownFolder();
    if (!Files.isReadable(folder.resolve("anime.csv"))) {
      System.err.println("There is no anime.csv to read in " + folder.toAbsolutePath());
      System.exit(1);
    }
    Catalogue catalogue = Catalogue.read(folder.resolve("anime.csv"));
    Crowd crowd = new Crowd(catalogue, Tastes.all(), Franchises.in(catalogue), SEED);
    Report report = write(crowd, folder.resolve("rating.csv"));
    System.out.println(report.sentence());
  }

  /**
   * The folder of this source file, so that the program may be started from anywhere. Where that is
   * not known, or holds no {@code anime.csv} (a class compiled elsewhere), the current directory.
   */
  private static Path ownFolder() {
    Path current = Path.of("").toAbsolutePath();
    CodeSource source = GenerateRatings.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return current;
    }
    Path folder = Path.of(URI.create(source.getLocation().toString())).getParent();
    return folder != null && Files.exists(folder.resolve("anime.csv")) ? folder : current;
  }

  /** Writes a temporary file first: a reader never meets half a file. */
  private static Report write(Crowd crowd, Path target) throws IOException {
    StringBuilder text = new StringBuilder(1 << 21).append("user_id,anime_id,rating\n");
    Report report = new Report();
    for (int user = 1; user <= USERS; user++) {
      for (Entry entry : crowd.entriesOf(user)) {
        text.append(user).append(',').append(entry.animeId());
        text.append(',').append(entry.rating()).append('\n');
        report.count(entry);
      }
    }
    Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
    Files.writeString(temporary, text, StandardCharsets.UTF_8);
    Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    return report;
  }

  /** Counts what was written, for the one line the program prints. */
  private static final class Report {
    private int rows;
    private int unrated;
    private long sum;

    void count(Entry entry) {
      rows++;
      if (entry.rating() == Entry.UNRATED) {
        unrated++;
      } else {
        sum += entry.rating();
      }
    }

    String sentence() {
      long hundredths = Math.round(100.0 * sum / Math.max(1, rows - unrated));
      String mean = hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10;
      return USERS + " users, " + rows + " rows, " + unrated + " unrated, mean rating " + mean;
    }
  }
}

/** One row of {@code rating.csv} without its user; −1 is "watched, not rated". */
record Entry(int animeId, int rating) {
  static final int UNRATED = -1;
}

/**
 * A title as the taste model sees it.
 *
 * @param episodes the number written in the file; of a running series 300, for such are long
 * @param rating the community rating written in the file, NaN where there is none
 */
record Title(
    int id,
    String name,
    List<String> genres,
    String type,
    int episodes,
    double rating,
    int members) {

  private static final int RUNNING = 300;

  /** Reads the seven fields of one row. */
  static Title of(List<String> fields) {
    return new Title(
        Integer.parseInt(fields.get(0)),
        fields.get(1),
        List.of(fields.get(2).split(", ")),
        fields.get(3),
        fields.get(4).equals("Unknown") ? RUNNING : Integer.parseInt(fields.get(4)),
        fields.get(5).isEmpty() ? Double.NaN : Double.parseDouble(fields.get(5)),
        Integer.parseInt(fields.get(6)));
  }

  /** A title nobody has rated has not been shown yet, so nobody can have watched it. */
  boolean shown() {
    return !Double.isNaN(rating);
  }

  /** How much better than usual people find it, in standard deviations, cut at ±2.5. */
  double quality() {
    return shown() ? Numbers.clamp((rating - 7.9) / 0.5, -2.5, 2.5) : 0;
  }

  /** Length of a series against one season, logarithmic: 0 for 13 episodes, 1 for 35. */
  double length() {
    return type.equals("TV") ? Numbers.clamp(StrictMath.log(episodes / 13.0), -1, 2.5) : 0;
  }

  /**
   * 1 for older titles, −1 for the newest, 0 between. The file has no year; ids were given out in
   * the order of entry, so ids below 3,500 mean about "before 2008", from 20,000 on "since 2014".
   */
  int age() {
    if (id < 3_500) {
      return 1;
    }
    return id < 20_000 ? 0 : -1;
  }
}

/** The titles in the order of the file. */
record Catalogue(List<Title> titles) {

  static Catalogue read(Path file) throws IOException {
    List<Title> titles = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.isEmpty() && !line.startsWith("anime_id,")) {
        titles.add(Title.of(fields(line)));
      }
    }
    return new Catalogue(List.copyOf(titles));
  }

  /** Splits a row at its commas; a quoted field may hold commas, and a quote as two quotes. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
        field.append('"');
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  int size() {
    return titles.size();
  }

  /** Index of the title with this id; a franchise or archetype that names another is mistaken. */
  int indexOf(int id) {
    for (int index = 0; index < titles.size(); index++) {
      if (titles.get(index).id() == id) {
        return index;
      }
    }
    throw new IllegalArgumentException("anime.csv has no title with the id " + id);
  }
}

/**
 * One kind of taste.
 *
 * @param share how common it is among the users, relative to the others
 * @param popularity added to a user's pull towards what many watch; negative: looks off the path
 * @param length added for each unit of {@link Title#length()}
 * @param age added for each unit of {@link Title#age()}; positive: likes the old ones
 * @param weights what a genre or a type adds; every one not named adds nothing
 * @param signatures ids of titles that stand for this taste beyond what genres can say
 */
record Archetype(
    String name,
    double share,
    double popularity,
    double length,
    double age,
    Map<String, Double> weights,
    int[] signatures) {

  private static final double SIGNATURE = 1.8;
  private static final double CHEMISTRY = 0.35;

  /** An archetype from its written form; a habit that is not named is 0. */
  static Archetype of(String name, String habits, String weights, String signatures) {
    Map<String, Double> habit = numbers(habits);
    return new Archetype(
        name,
        habit.get("share"),
        habit.getOrDefault("popularity", 0.0),
        habit.getOrDefault("length", 0.0),
        habit.getOrDefault("age", 0.0),
        numbers(weights),
        Stream.of(signatures.split(" ")).mapToInt(Integer::parseInt).toArray());
  }

  /** Reads {@code "Sports 3, School 0.4, Movie -0.5"}. */
  private static Map<String, Double> numbers(String text) {
    Map<String, Double> numbers = new TreeMap<>();
    for (String part : text.split(", ")) {
      int blank = part.lastIndexOf(' ');
      numbers.put(part.substring(0, blank), Double.valueOf(part.substring(blank + 1)));
    }
    return numbers;
  }

  /**
   * The affinity to every title: mean 0 and deviation 1 over the catalogue, cut to −1.3 … 3. The
   * dice add a little that genres do not explain, so that there is something to learn from the
   * ratings.
   */
  double[] affinities(Catalogue catalogue, Dice dice) {
    double[] affinities = new double[catalogue.size()];
    for (int index = 0; index < affinities.length; index++) {
      affinities[index] = liking(catalogue.titles().get(index)) + CHEMISTRY * dice.normal();
    }
    for (int id : signatures) {
      affinities[catalogue.indexOf(id)] += SIGNATURE;
    }
    Numbers.standardise(affinities);
    Numbers.clamp(affinities, -1.3, 3);
    return affinities;
  }

  private double liking(Title title) {
    double sum = 0;
    for (String genre : title.genres()) {
      sum += weights.getOrDefault(genre, 0.0);
    }
    return sum / Math.sqrt(title.genres().size())
        + weights.getOrDefault(title.type(), 0.0)
        + length * title.length()
        + age * title.age();
  }
}

/** The archetypes; {@code README.md} shows the same as a table. */
final class Tastes {

  private Tastes() {}

  static List<Archetype> all() {
    return List.of(
        Archetype.of(
            "shounen battles",
            "share 16, popularity 0.1, length 0.35",
            "Shounen 1.6, Super Power 1.2, Action 0.8, Martial Arts 0.8, Adventure 0.5,"
                + " Sports -1.2, Romance -0.6, Shoujo -1.5, Music -0.8, TV 0.3",
            "20 1735 21 269 11061 6702 813 31964 1604 16498 11757"),
        Archetype.of(
            "other worlds and games",
            "share 11, popularity 0.1, age -0.4",
            "Fantasy 1.2, Game 1.8, Magic 1.0, Adventure 0.6, Action 0.4,"
                + " Super Power -0.6, Kids -2, Historical -0.8, Movie -0.9, Shoujo -1",
            "11757 21881 17265 19815 29803 31240 30831 28121 15809 28907 11759 22199"),
        Archetype.of(
            "school romance",
            "share 12, popularity 0.05, age -0.1",
            "Romance 1.8, School 1.4, Comedy 0.5, Slice of Life 0.6, Drama 0.3,"
                + " Action -1.2, Sports -1.2, Ecchi -0.4, Harem -0.2, Mecha -1, Fantasy -0.6,"
                + " Movie -0.3",
            "4224 14741 13759 23289 14813 12189 17895 28297 18897 28677"),
        Archetype.of(
            "shoujo and josei",
            "share 8, popularity -0.05, age 0.1",
            "Shoujo 2.6, Josei 2.4, Romance 0.9, Shounen Ai 1.2, Music 0.3, Drama 0.2,"
                + " Ecchi -1.5, Mecha -1.2, Seinen -0.8, Shounen -0.8, Kids -0.5",
            "853 7054 6045 120 877 14713 21995 2034 4722 25013"),
        Archetype.of(
            "everyday cuteness",
            "share 8, popularity -0.05, length -0.1",
            "Slice of Life 2.2, School 0.8, Comedy 0.8, Shoujo Ai 1, Music 0.6, Action -1,"
                + " Romance -0.7, Drama -0.6, Shoujo -0.8, Josei -0.4, Sports -0.8, Movie -0.6",
            "5680 7791 1887 10165 66 17549 21273 1852 10495 28825 2963 31376"),
        Archetype.of(
            "giant robots and space",
            "share 8, popularity -0.1, length 0.1, age 0.2",
            "Mecha 2.6, Space 1.8, Military 1.2, Sci-Fi 0.9, Shoujo -1, School -0.6,"
                + " Harem -0.8, Supernatural -0.8, Fantasy -0.6, Police -0.5",
            "80 85 2581 2001 1575 237 820"),
        Archetype.of(
            "mind games",
            "share 11, popularity 0.1",
            "Psychological 1.8, Thriller 2.2, Mystery 1.4, Police 0.9, Drama 0.2,"
                + " Kids -1.5, Romance -0.6, Fantasy -0.6, Historical -0.5, Magic -0.4,"
                + " Mecha -0.8",
            "1535 9253 19 31043 13601 3002 23283 28223 1575"),
        Archetype.of(
            "horror and gore",
            "share 7",
            "Horror 2.8, Vampire 1.4, Psychological 0.5, Supernatural 0.6, Thriller 0.6,"
                + " Demons 0.3, Comedy -0.8, Slice of Life -1, Kids -1.5, Romance -0.4",
            "22319 16498 226 11111 6880 10620 777 934 22535 7724 8074 22199"),
        Archetype.of(
            "sports",
            "share 7, popularity -0.1, length 0.2",
            "Sports 4, Cars 0.6, Josei 0.4, School 0.3, Shounen 0.5, Fantasy -0.8,"
                + " Magic -0.8, Super Power -0.5, Harem -0.8, Mecha -0.8, Ecchi -0.6",
            "11771 20583 263 170 28891 16894 32995 30230"),
        Archetype.of(
            "films and Ghibli",
            "share 9, popularity -0.1, length -0.2, age 0.2",
            "Movie 2.4, Music 0.2, Adventure 0.4, Drama 0.4, Fantasy 0.3, Shounen -1.4,"
                + " Super Power -1.4, Ecchi -1, Mecha -0.8, Action -0.3, Magic -0.2",
            "199 164 431 523 513 512 572 578 2236 12355 1689 32281 5681"),
        Archetype.of(
            "harem and ecchi",
            "share 9, age -0.1",
            "Ecchi 2.4, Harem 2.2, Romance 0.5, School 0.4, Comedy 0.4, Sports -1,"
                + " Shoujo -1.2, Josei -1.5, Historical -0.8, Movie -0.8, Psychological -0.5",
            "11617 3455 4063 15583 8841 9041 18277 5958"),
        Archetype.of(
            "nineties cool and noir",
            "share 8, age 0.5",
            "Seinen 1.4, Sci-Fi 0.9, Action 0.6, Space 0.6, Samurai 0.8, Police 0.6,"
                + " Military 0.3, School -1.4, Ecchi -0.6, Kids -1, Slice of Life -0.5",
            "1 205 6 889 43 467 47 2251 227 270 33 202 2025 267"),
        Archetype.of(
            "tears",
            "share 8, popularity 0.05",
            "Drama 1.9, Romance 0.7, Slice of Life 0.8, Music 0.4, Action -0.9,"
                + " Mecha -0.8, Ecchi -1, Parody -1, Shoujo -0.7, Kids -1, Sports -1.2,"
                + " Comedy -0.2",
            "2167 4181 9989 23273 6547 28851 10408 10162 27775 28999 1530 32281 578"),
        Archetype.of(
            "childhood afternoons",
            "share 6, length 0.4, age 0.6",
            "Kids 3, Adventure 1, Fantasy 0.4, Magic 0.6, Game 0.5, Comedy 0.4,"
                + " Shoujo 0.4, Psychological -1, Ecchi -0.8, Seinen -1, Horror -1, School -0.3,"
                + " Movie -0.3",
            "527 552 481 530 813 223 235 232 1313 249 154 2471"),
        Archetype.of(
            "strange and quiet",
            "share 6, popularity -0.2, age 0.1",
            "Dementia 2, Mystery 0.9, Psychological 1.0, Historical 0.8, Seinen 0.8,"
                + " Fantasy 0.3, Slice of Life 0.3, Shounen -1, Ecchi -1.2, Harem -1.2,"
                + " School -0.9, Mecha -0.5, Kids -1",
            "457 2246 339 7785 387 323 440 10721 486 1943 437 22135 5300 21939"),
        Archetype.of(
            "comedy and parody",
            "share 9, length 0.1",
            "Comedy 2.2, Parody 2.2, Ecchi -0.3, Drama -1, Romance -0.6, Fantasy -0.3,"
                + " Kids -0.6, Adventure -0.5, Movie -0.4, Mecha -0.5",
            "918 9969 11843 10165 245 30276 32542 33255 849 6347 30831 72 10012"),
        Archetype.of(
            "night in the city",
            "share 10, popularity 0.05, age -0.1",
            "Supernatural 1.8, Mystery 1.0, Action 0.5, Vampire 0.6, Demons 0.8,"
                + " Magic 0.3, Adventure -0.7, Sports -1, Mecha -0.8, Kids -1, Movie -0.2,"
                + " Shoujo -0.4",
            "5081 6746 20507 14467 2025 10087 22297 9919 18153 24439 31478 11597"),
        Archetype.of(
            "idols and bands",
            "share 4, popularity -0.1, age -0.1",
            "Music 4, Slice of Life 0.5, School 0.4, Josei 0.4, Action -0.8, Shounen -0.5,"
                + " Fantasy -0.5, Mecha -0.6",
            "15051 19111 10278 5680 7791 57 27989 1698 12531 23273"));
  }
}

/**
 * Which title continues which.
 *
 * @param parents index of the title to see first, or −1
 * @param groups number of the franchise of each title; a title alone is a franchise of its own
 */
record Franchises(int[] parents, int[] groups) {

  /**
   * One line a story, its parts in the order of viewing. A part continues the nearest series (TV)
   * before it; where none is before it, the part before it. A line may begin with a title of an
   * earlier line, where a story branches.
   */
  private static final String LINES =
      """
      1535 2994 = Death Note
      16498 18397 = Shingeki no Kyojin
      11757 20021 21881 = Sword Art Online
      5114 6421 9135 = Fullmetal Alchemist: Brotherhood
      121 430 = Fullmetal Alchemist
      1575 2904 8888 = Code Geass
      20 442 1735 2472 13667 16870 28755 = Naruto
      269 1686 8247 = Bleach
      21 4155 12859 31490 = One Piece
      11061 13271 19951 = Hunter x Hunter (2011)
      6702 9982 12049 22043 = Fairy Tail
      223 813 986 14837 25389 30694 = Dragon Ball
      813 225 = Dragon Ball GT
      813 6033 = Dragon Ball Kai
      9919 11737 = Ao no Exorcist
      3588 21507 = Soul Eater
      22319 27899 = Tokyo Ghoul
      30276 31704 = One Punch Man
      9253 10863 11577 30484 = Steins;Gate
      4224 11553 = Toradora!
      6547 9062 = Angel Beats!
      2167 4181 4059 1723 = Clannad
      4898 6707 22145 = Kuroshitsuji
      6746 8408 23199 27831 27833 = Durarara!!
      20507 30503 = Noragami
      13601 23281 21339 = Psycho-Pass
      30 31 32 = Neon Genesis Evangelion
      2759 3784 3785 = Rebuild of Evangelion
      1 5 = Cowboy Bebop
      2001 4107 4565 = Tengen Toppa Gurren Lagann
      6 4106 = Trigun
      889 1519 4901 = Black Lagoon
      2025 7338 6573 = Darker than Black
      43 468 = Ghost in the Shell
      467 801 1566 = Ghost in the Shell: Stand Alone Complex
      356 6922 = Fate/stay night
      10087 11741 = Fate/Zero
      22297 28701 = Fate/stay night: Unlimited Blade Works
      14829 20509 = Fate/kaleid liner Prisma Illya
      2593 3782 3783 4280 4282 5205 = Kara no Kyoukai
      5081 11597 15689 17074 21855 28025 31181 = Monogatari
      5081 9260 31757 = Kizumonogatari
      849 4382 7311 = Suzumiya Haruhi
      1887 4472 = Lucky Star
      5680 7791 9617 = K-On!
      918 7472 9969 15417 15335 28977 = Gintama
      1482 32370 = D.Gray-man
      45 44 46 = Rurouni Kenshin
      249 452 450 6811 = InuYasha
      14513 18115 = Magi
      23755 31722 = Nanatsu no Taizai
      14719 20899 26055 31933 = JoJo no Kimyou na Bouken
      28171 32282 = Shokugeki no Souma
      17265 23321 = Log Horizon
      30831 32380 = Kono Subarashii Sekai ni Shukufuku wo!
      28907 31637 = Gate
      1195 1840 3712 11319 = Zero no Tsukaima
      355 2787 6773 = Shakugan no Shana
      4654 8937 = Toaru Majutsu no Index
      6213 16049 = Toaru Kagaku no Railgun
      11617 15451 24703 = High School DxD
      15583 19163 = Date A Live
      9041 18247 = IS: Infinite Stratos
      2993 4214 = Rosario to Vampire
      4063 5277 = Sekirei
      3455 9181 13663 = To LOVE-Ru
      5958 8407 = Sora no Otoshimono
      6347 8516 = Baka to Test to Shoukanjuu
      10719 14967 = Boku wa Tomodachi ga Sukunai
      8769 13659 = Ore no Imouto
      14813 23847 = Yahari Ore no Seishun Love Comedy
      8675 20847 = Seitokai Yakuindomo
      18897 27787 = Nisekoi
      6045 9656 = Kimi ni Todoke
      14713 25681 = Kamisama Hajimemashita
      30123 31173 = Akagami no Shirayuki-hime
      1698 4477 5690 = Nodame Cantabile
      16 1142 = Hachimitsu to Clover
      10800 14397 = Chihayafuru
      530 740 532 14751 = Sailor Moon
      232 371 372 = Cardcaptor Sakura
      3457 4752 = Vampire Knight
      4081 5300 10379 11665 = Natsume Yuujinchou
      9756 11977 11979 11981 = Mahou Shoujo Madoka Magica
      76 77 1915 = Mahou Shoujo Lyrical Nanoha
      1412 1425 1430 = Lupin III
      586 2246 = Ayakashi and Mononoke
      14467 16904 27991 = K
      8525 10080 16706 = Kami nomi zo Shiru Sekai
      934 1889 3652 = Higurashi no Naku Koro ni
      11771 16894 24415 = Kuroko no Basket
      20583 28891 32935 = Haikyuu!!
      263 264 5258 19647 = Hajime no Ippo
      18689 30230 = Diamond no Ace
      18179 24277 = Yowamushi Pedal
      18507 22265 = Free!
      185 186 187 = Initial D
      2402 2921 = Ashita no Joe
      80 82 81 84 85 86 87 = Mobile Suit Gundam
      80 6336 = Mobile Suit Gundam Unicorn
      93 94 = Mobile Suit Gundam Seed
      2581 3927 = Mobile Suit Gundam 00
      31251 33051 = Mobile Suit Gundam: Iron-Blooded Orphans
      1088 1089 = Macross
      71 73 = Full Metal Panic!
      71 72 = Full Metal Panic? Fumoffu
      14131 18617 = Girls und Panzer
      16592 32189 = Danganronpa
      13655 18195 = Little Busters!
      17549 23623 = Non Non Biyori
      3002 10271 = Kaiji
      861 3091 = xxxHOLiC
      14741 18671 = Chuunibyou demo Koi ga Shitai!
      16417 21647 = Tamako Market
      27989 31988 = Hibike! Euphonium
      31478 32867 = Bungou Stray Dogs
      24833 30654 = Ansatsu Kyoushitsu
      20057 23327 = Space Dandy
      15051 19111 = Love Live!
      15051 32526 = Love Live! Sunshine!!
      10278 23587 = The iDOLM@STER
      7674 10030 12365 = Bakuman.
      2966 5341 = Ookami to Koushinryou
      235 779 = Detective Conan
      527 1564 31592 = Pokemon
      527 20159 = Pokemon: The Origin
      552 1313 = Digimon Adventure
      552 25687 = Digimon Adventure tri.
      16918 19363 = Gin no Saji
      6956 10521 25879 = Working!!
      477 962 3297 = Aria
      10218 12113 12115 = Berserk: Ougon Jidai-hen
      28223 14353 = Death Parade and Death Billiards
      440 441 = Shoujo Kakumei Utena
      182 393 = Escaflowne
      10495 12403 = Yuru Yuri
      12031 17389 = Kingdom
      3092 4814 = Junjou Romantica
      457 21939 = Mushishi
      3167 7465 = Eve no Jikan
      5060 8479 = Hetalia
      """;

  static Franchises in(Catalogue catalogue) {
    int[] parents = new int[catalogue.size()];
    int[] groups = new int[catalogue.size()];
    Arrays.fill(parents, -1);
    Arrays.setAll(groups, index -> index);
    LINES
        .lines()
        .forEach(line -> link(line.split(" = ")[0].split(" "), catalogue, parents, groups));
    return new Franchises(parents, groups);
  }

  private static void link(String[] ids, Catalogue catalogue, int[] parents, int[] groups) {
    int first = catalogue.indexOf(Integer.parseInt(ids[0]));
    int series = first;
    for (int part = 1; part < ids.length; part++) {
      int index = catalogue.indexOf(Integer.parseInt(ids[part]));
      parents[index] = series;
      groups[index] = groups[first];
      if (isSeries(catalogue, index) || !isSeries(catalogue, series)) {
        series = index;
      }
    }
  }

  private static boolean isSeries(Catalogue catalogue, int index) {
    return catalogue.titles().get(index).type().equals("TV");
  }
}

/** All simulated users. Each has dice of its own, so that no user depends on another. */
final class Crowd {

  private final Catalogue catalogue;
  private final List<Archetype> archetypes;
  private final Franchises franchises;
  private final double[][] affinities;
  private final long seed;

  Crowd(Catalogue catalogue, List<Archetype> archetypes, Franchises franchises, long seed) {
    this.catalogue = catalogue;
    this.archetypes = archetypes;
    this.franchises = franchises;
    this.seed = seed;
    this.affinities = new double[archetypes.size()][];
    for (int a = 0; a < affinities.length; a++) {
      affinities[a] = archetypes.get(a).affinities(catalogue, Dice.of(seed, -1 - a));
    }
  }

  /** What the user watched, ordered by anime id, as in the file. */
  List<Entry> entriesOf(int user) {
    Dice dice = Dice.of(seed, user);
    Person person = Person.roll(archetypes, dice);
    return new History(catalogue, franchises, person, person.tasteIn(affinities), dice).entries();
  }
}

/**
 * One simulated user.
 *
 * @param mixture the share of each archetype, most of them 0
 * @param titles how many titles the user has watched
 * @param pull exponent of the member count: 1.3 follows the crowd, 0.8 explores
 * @param focus how strictly the user watches only what fits the taste
 * @param mean the rating of a title of usual quality that the user is indifferent to
 * @param spread how many points one standard deviation of enjoyment is
 * @param forgetting the share of titles the user leaves unrated
 */
record Person(
    double[] mixture,
    int titles,
    double pull,
    double focus,
    double mean,
    double spread,
    double forgetting) {

  static Person roll(List<Archetype> archetypes, Dice dice) {
    double[] mixture = mixture(archetypes, dice);
    double explorer = dice.beta(2, 3);
    double pull = 1.35 - 0.6 * explorer;
    for (int a = 0; a < mixture.length; a++) {
      pull += mixture[a] * archetypes.get(a).popularity();
    }
    return new Person(
        mixture,
        (int) Numbers.clamp(StrictMath.rint(dice.logNormal(58, 0.75)), 10, 300),
        pull,
        0.9 + 0.7 * dice.uniform(),
        6.95 + 0.75 * dice.normal(),
        dice.logNormal(1.25, 0.25),
        forgetting(dice));
  }

  /** One archetype with chance 0.35, two 0.40, three 0.25; among them a Dirichlet(2, …). */
  private static double[] mixture(List<Archetype> archetypes, Dice dice) {
    double[] shares = archetypes.stream().mapToDouble(Archetype::share).toArray();
    double[] mixture = new double[shares.length];
    double luck = dice.uniform();
    int count = luck < 0.35 ? 1 : luck < 0.75 ? 2 : 3;
    double sum = 0;
    for (int n = 0; n < count; n++) {
      int chosen = dice.pick(shares);
      shares[chosen] = 0;
      mixture[chosen] = dice.gamma(2);
      sum += mixture[chosen];
    }
    for (int a = 0; a < mixture.length; a++) {
      mixture[a] /= sum;
    }
    return mixture;
  }

  /** 1 % never rate, 59 % nearly always do, the rest leave out about four in ten. */
  private static double forgetting(Dice dice) {
    double luck = dice.uniform();
    double share = dice.beta(2, 3);
    if (luck < 0.01) {
      return 1;
    }
    return luck < 0.6 ? 0.02 : share;
  }

  /** The affinity to each title; the divisor keeps mixed tastes as pronounced as pure ones. */
  double[] tasteIn(double[][] affinities) {
    double[] taste = new double[affinities[0].length];
    double squares = 0;
    for (int a = 0; a < mixture.length; a++) {
      squares += mixture[a] * mixture[a];
      for (int index = 0; index < taste.length && mixture[a] > 0; index++) {
        taste[index] += mixture[a] * affinities[a][index];
      }
    }
    for (int index = 0; index < taste.length; index++) {
      taste[index] /= Math.sqrt(squares);
    }
    return taste;
  }
}

/** One user watching one title after another; what is liked decides what comes next. */
final class History {

  private static final double PART_NOT_YET_REACHED = 0.03;
  private static final double AFTER_LIKED_PART = 10;
  private static final double AFTER_MIDDLING_PART = 2.5;
  private static final double AFTER_DISLIKED_PART = 0.05;

  private final Catalogue catalogue;
  private final Franchises franchises;
  private final Person person;
  private final double[] taste;
  private final Dice dice;
  private final double[] chances;
  private final double[] bonds;
  private final int[] ratings;

  History(Catalogue catalogue, Franchises franchises, Person person, double[] taste, Dice dice) {
    this.catalogue = catalogue;
    this.franchises = franchises;
    this.person = person;
    this.taste = taste;
    this.dice = dice;
    this.chances = new double[catalogue.size()];
    this.bonds = new double[catalogue.size()];
    this.ratings = new int[catalogue.size()];
    prepare();
    for (int n = 0; n < person.titles(); n++) {
      watch(dice.pick(chances));
    }
  }

  /** Sets the chance of every title, before anything is watched, and the bond to each franchise. */
  private void prepare() {
    for (int index = 0; index < chances.length; index++) {
      Title title = catalogue.titles().get(index);
      double wish =
          person.pull() * StrictMath.log(title.members() / 1000.0)
              + person.focus() * taste[index]
              + 0.1 * title.quality()
              + 0.4 * dice.normal();
      bonds[index] = dice.normal();
      chances[index] = title.shown() ? StrictMath.exp(wish) : 0;
      if (franchises.parents()[index] >= 0) {
        chances[index] *= PART_NOT_YET_REACHED;
      }
    }
  }

  private void watch(int index) {
    double enjoyment = enjoyment(index);
    double points = person.mean() + person.spread() * enjoyment;
    int rating = (int) Numbers.clamp(StrictMath.rint(points), 1, 10);
    boolean liked = enjoyment > 0.6;
    double forgetting = person.forgetting();
    double unrated = forgetting < 1 ? forgetting * (liked ? 0.85 : 1.15) : 1;
    ratings[index] = dice.uniform() < unrated ? Entry.UNRATED : rating;
    chances[index] = 0;
    openNextParts(index, enjoyment);
  }

  /** In standard deviations: quality, taste, the franchise's bond, chance, and rarely a letdown. */
  private double enjoyment(int index) {
    double enjoyment =
        0.42 * catalogue.titles().get(index).quality()
            + 0.45 * Numbers.clamp(taste[index], -2, 2.5)
            + 0.35 * bonds[franchises.groups()[index]]
            + 0.60 * dice.normal();
    double letdown = 1.2 * dice.gamma(1);
    return dice.uniform() < 0.05 ? enjoyment - letdown : enjoyment;
  }

  private void openNextParts(int watched, double enjoyment) {
    double factor = AFTER_MIDDLING_PART;
    if (enjoyment > 0.4) {
      factor = AFTER_LIKED_PART;
    } else if (enjoyment < -0.5) {
      factor = AFTER_DISLIKED_PART;
    }
    for (int index = 0; index < chances.length; index++) {
      if (franchises.parents()[index] == watched) {
        chances[index] *= factor / PART_NOT_YET_REACHED;
      }
    }
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int index = 0; index < ratings.length; index++) {
      if (ratings[index] != 0) {
        entries.add(new Entry(catalogue.titles().get(index).id(), ratings[index]));
      }
    }
    entries.sort((a, b) -> Integer.compare(a.animeId(), b.animeId()));
    return entries;
  }
}

/**
 * Random numbers by SplitMix64 (Steele, Lea and Flood 2014), written out because the JDK promises
 * its generators' algorithms only loosely and these numbers must never change.
 */
final class Dice {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** The dice of one stream; streams with different numbers have nothing to do with each other. */
  static Dice of(long seed, long stream) {
    return new Dice(mix(seed + GOLDEN_GAMMA * mix(stream)));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  double uniform() {
    state += GOLDEN_GAMMA;
    return (mix(state) >>> 11) * 0x1.0p-53;
  }

  /** Standard normal, by Marsaglia's polar method; its second number is thrown away. */
  double normal() {
    while (true) {
      double x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        return x * Math.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }

  /** Log-normal around its median. */
  double logNormal(double median, double deviation) {
    return median * StrictMath.exp(deviation * normal());
  }

  /** Gamma with a whole shape and scale 1: a sum of exponentials. */
  double gamma(int shape) {
    double sum = 0;
    for (int n = 0; n < shape; n++) {
      sum -= StrictMath.log(1 - uniform());
    }
    return sum;
  }

  /** Beta with whole parameters, as a share of two gammas. */
  double beta(int a, int b) {
    double left = gamma(a);
    return left / (left + gamma(b));
  }

  /** An index, with a chance in proportion to its weight. */
  int pick(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = uniform() * total;
    int chosen = -1;
    for (int index = 0; index < weights.length && left >= 0; index++) {
      if (weights[index] > 0) {
        chosen = index;
        left -= weights[index];
      }
    }
    return chosen;
  }
}

/** The little arithmetic that several of the classes above need. */
final class Numbers {

  private Numbers() {}

  static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  static void clamp(double[] values, double least, double most) {
    Arrays.setAll(values, index -> clamp(values[index], least, most));
  }

  /** Shifts and scales to mean 0 and deviation 1, summing in order: sums depend on it. */
  static void standardise(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double variance = 0;
    for (double value : values) {
      variance += (value - mean) * (value - mean) / values.length;
    }
    for (int index = 0; index < values.length; index++) {
      values[index] = (values[index] - mean) / Math.sqrt(variance);
    }
  }
}
