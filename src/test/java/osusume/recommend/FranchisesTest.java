package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.data.Anime;
import osusume.data.Catalogue;

/** Pairs that anybody who knows the titles would join, or would not. */
class FranchisesTest {
  /** Ids ascend in the order given. */
  private static Catalogue catalogue(List<String> names) {
    return new Catalogue(
        IntStream.range(0, names.size())
            .mapToObj(i -> new Anime(i + 1, names.get(i), List.of("Drama"), "TV", 12, 7, 100))
            .toList());
  }

  private static List<String> viewingOrder(String... names) {
    Catalogue catalogue = catalogue(List.of(names));
    Franchises franchises = Franchises.of(catalogue);
    assertThat(franchises.count()).as(() -> Arrays.toString(names)).isEqualTo(1);
    return IntStream.of(franchises.members(0))
        .mapToObj(row -> catalogue.anime(row).name())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Naruto|Naruto: Shippuuden|Naruto: Shippuuden Movie 2 - Kizuna|The Last: Naruto the Movie",
        "Code Geass: Hangyaku no Lelouch|Code Geass: Hangyaku no Lelouch R2",
        "Fullmetal Alchemist|Fullmetal Alchemist: Brotherhood",
        "Clannad|Clannad Movie|Clannad: After Story",
        "K-On!|K-On!!|K-On! Movie|K-On!: Live House!",
        "Working!!|Working'!!|Working!!!",
        "Gintama|Gintama'|Gintama°|Gintama': Enchousen|Gintama Movie: Shinyaku Benizakura-hen",
        "Natsume Yuujinchou|Zoku Natsume Yuujinchou|Natsume Yuujinchou San|Natsume Yuujinchou Shi",
        "Hunter x Hunter|Hunter x Hunter (2011)",
        "Higurashi no Naku Koro ni|Higurashi no Naku Koro ni Kai|Higurashi no Naku Koro ni Rei",
        "Dragon Ball|Dragon Ball Z|Dragon Ball GT|Dragon Ball Z Movie 01: Ora no Gohan wo Kaese!!",
        "Haikyuu!!|Haikyuu!! Second Season|Haikyuu!!: Karasuno Koukou VS Shiratorizawa",
        "Sword Art Online|Sword Art Online II|Sword Art Online: Extra Edition",
        "Mushishi|Mushishi Zoku Shou|Mushishi Special: Hihamukage",
        "Kara no Kyoukai 1: Fukan Fuukei|Kara no Kyoukai 5: Mujun Rasen",
        "Kizumonogatari I: Tekketsu-hen|Kizumonogatari II: Nekketsu-hen",
        "Suzumiya Haruhi no Yuuutsu|Suzumiya Haruhi no Shoushitsu",
        "To LOVE-Ru|Motto To LOVE-Ru|To LOVE-Ru Darkness 2nd OVA",
        "Fate/stay night|Fate/Zero 2nd Season",
        "Initial D First Stage|Initial D Second Stage",
        "Ansatsu Kyoushitsu|Ansatsu Kyoushitsu (TV) 2nd Season",
        "Tokyo Ghoul|Tokyo Ghoul √A|Tokyo Ghoul: \"Jack\"",
        "Steins;Gate|Steins;Gate Movie: Fuka Ryouiki no Déjà vu",
        "D.Gray-man|D.Gray-man Hallow",
        "Lucky☆Star|Lucky☆Star: Original na Visual to Animation"
      })
  void areOneStory(String names) {
    viewingOrder(names.split("\\|"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hero|Hero Tales|Hero Bank",
        "Mononoke|Mononoke Hime|Friends: Mononoke Shima no Naki",
        "Monster|Monster Musume no Iru Nichijou|Pocket Monster|Kaijuu Monster",
        "Angel|Angel Beats!|Angel Heart|Tenshi Angel",
        "Samurai|Samurai 7|Samurai Champloo|Afro Samurai",
        "Captain|Captain Tsubasa|Uchuu Kaizoku Captain Herlock",
        "Seirei Tsukai|Seirei Tsukai no Blade Dance",
        "Piano|Piano no Mori",
        "Memories|Memories Off|Plastic Memories",
        "Bakemonogatari|Ore Monogatari!!",
        "Death Note|Death Parade",
        "I''s|IS: Infinite Stratos",
        "Nana|Nanatsu no Taizai",
        "Kimi no Na wa.|Kimi no Todoke",
        "Boku no Hero Academia|Boku dake ga Inai Machi",
        "Ghost Hunt|Ghost in the Shell|Ga-Rei: Zero|Fate/Zero",
        "Re:Zero kara Hajimeru Isekai Seikatsu|Re:␣Hamatora",
        "Shigatsu wa Kimi no Uso|Sakurasou no Pet na Kanojo"
      })
  void areStoriesOfTheirOwn(String names) {
    List<String> all = List.of(names.split("\\|"));
    assertThat(Franchises.of(catalogue(all)).count()).isEqualTo(all.size());
  }

  @Test
  void aTitleComesAfterTheOneItBeginsWith() {
    assertThat(viewingOrder("Clannad Movie", "Clannad: After Story", "Clannad"))
        .containsExactly("Clannad", "Clannad Movie", "Clannad: After Story");
  }

  @Test
  void partsComeInTheOrderOfTheirNumbers() {
    assertThat(viewingOrder("Major S2", "Major S1", "Major S3", "Major Movie"))
        .containsExactly("Major S1", "Major S2", "Major S3", "Major Movie");
    assertThat(
            viewingOrder(
                "Initial D Third Stage", "Initial D Second Stage", "Initial D First Stage"))
        .containsExactly(
            "Initial D First Stage", "Initial D Second Stage", "Initial D Third Stage");
    assertThat(viewingOrder("Nodame III", "Nodame II", "Nodame"))
        .containsExactly("Nodame", "Nodame II", "Nodame III");
  }

  @Test
  void otherwiseByTheOrderOfAppearance() {
    assertThat(viewingOrder("Gintama", "Gintama Movie: Benizakura-hen", "Gintama'"))
        .containsExactly("Gintama", "Gintama Movie: Benizakura-hen", "Gintama'");
  }

  @Test
  void everyTitleIsInExactlyOneFranchise() {
    List<String> words =
        List.of("Kara", "Yume", "Hoshizora", "no", "II", "Movie", ":", "OVA", "2nd");
    Random random = new Random(3);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      StringBuilder name = new StringBuilder(words.get(random.nextInt(3)));
      random
          .ints(random.nextInt(5), 0, words.size())
          .forEach(w -> name.append(words.get(w).equals(":") ? "" : " ").append(words.get(w)));
      names.add(name.toString());
    }
    names.addAll(List.of("!!!", "…", "II", "The Movie", "☆", " "));
    Franchises franchises = Franchises.of(catalogue(names));
    BitSet seen = new BitSet();
    for (int franchise = 0; franchise < franchises.count(); franchise++) {
      for (int row : franchises.members(franchise)) {
        assertThat(seen.get(row)).isFalse();
        assertThat(franchises.of(row)).isEqualTo(franchise);
        seen.set(row);
      }
    }
    assertThat(seen.cardinality()).isEqualTo(names.size());
    assertThat(franchises.count()).isBetween(2, names.size() - 1);
  }

  @Test
  void rowsOfNamesAllPartsOfWhatWasMet() {
    Franchises franchises =
        Franchises.of(catalogue(List.of("Clannad", "Trigun", "Clannad Movie", "Akira")));
    BitSet met = new BitSet();
    met.set(2);
    met.set(3);
    assertThat(franchises.rowsOf(met).stream()).containsExactly(0, 2, 3);
  }
}
