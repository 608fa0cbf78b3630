package osusume.chat.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.chat.tool.Proposal;
import osusume.mylist.Status;

/** Each check with answers that pass it and answers that do not. */
class CheckTest {
  @TempDir static Path folder;
  private static Scene scene;

  @BeforeAll
  static void openScene() throws IOException {
    scene = SmallScene.in(folder);
  }

  private static Check check(String json) {
    String line =
        "{'id':'x','kind':'why','say':['a'],'checks':[%s]}".formatted(json).replace('\'', '"');
    return ExamSet.item(line, "here", false).checks().getFirst();
  }

  private static void passes(String check, String answer, Proposal... proposals) {
    assertThat(check(check).failure(SmallScene.answered(scene, "well?", answer, proposals)))
        .as(answer)
        .isEmpty();
  }

  private static void fails(String check, String answer, String why, Proposal... proposals) {
    assertThat(check(check).failure(SmallScene.answered(scene, "well?", answer, proposals)))
        .as(answer)
        .hasValueSatisfying(sentence -> assertThat(sentence).contains(why).endsWith("."));
  }

  @Test
  void offers() {
    String mystery = "{'check':'offers','at_least':2,'filter':{'genres':['Mystery']}}";
    passes(mystery, "1. Mushishi\n2. Hyouka");
    passes(mystery, "1. Mushishi\n2. Monster");
    fails(mystery, "1. Mushishi", "offers 1 titles, not 2 to 25");
    fails(mystery, "1. Mushishi\n2. Akira", "Akira, which was not asked for");
    fails(mystery, "1. Mushishi\n2. Another", "Another, which was watched");
    fails(mystery, "1. Mushishi\n2. Hyouka\n3. Osaka Nights", "\"Osaka Nights\", but the data");
    passes("{'check':'offers','watched_too':true}", "**Steins;Gate**");
    fails("{'check':'offers'}", "**High School DxD**", "not wanted");
    fails("{'check':'offers'}", "**Hidden Film**", "adult");
    passes("{'check':'offers','adult_too':true}", "**Hidden Film**");
    fails("{'check':'offers','for':'user'}", "**Mushishi**", "watched");
    passes("{'check':'offers','for':'user'}", "**Another**");
    fails("{'check':'offers','at_least':1,'at_most':1}", "1. Akira\n2. Hyouka", "2 titles, not 1.");
    passes(
        "{'check':'offers','filter':{'any_genres':['Game','School']}}",
        "1. Hyouka\n2. .hack//Sign");
  }

  @Test
  void fitsWhatIsAtTheTop() {
    // Nothing is learned of so few users, so that what is popular stands in; it has all titles.
    passes("{'check':'fits'}", "1. Mushishi");
    fails("{'check':'fits'}", "", "0 titles");
    fails(
        "{'check':'fits','filter':{'types':['Movie']}}",
        "1. Mushishi\n2. Hyouka\n3. Akira",
        "1 are");
  }

  @Test
  void freshAndReason() {
    Check fresh = check("{'check':'fresh'}");
    assertThat(fresh.failure(SmallScene.secondAnswer(scene, "1. Akira", "1. Hyouka"))).isEmpty();
    assertThat(fresh.failure(SmallScene.secondAnswer(scene, "1. Akira", "1. Akira")))
        .contains("It offers Akira again.");
    assertThat(fresh.failure(SmallScene.secondAnswer(scene, "1. Akira", "No.")))
        .contains("It offers nothing.");
    Check why = check("{'check':'gives_reason'}");
    assertThat(why.failure(SmallScene.secondAnswer(scene, "1. Akira", "It is sci-fi."))).isEmpty();
    assertThat(
            why.failure(
                SmallScene.secondAnswer(scene, "1. Akira", "For Steins;Gate is near to Akira.")))
        .isEmpty();
    assertThat(why.failure(SmallScene.secondAnswer(scene, "1. Akira", "Because Steins;Gate.")))
        .contains("It gives no reason for Akira.");
    assertThat(why.failure(SmallScene.secondAnswer(scene, "Hm.", "It is sci-fi."))).isPresent();
    fails("{'check':'gives_reason','anime':457}", "Just so.", "no reason for Mushishi");
  }

  @Test
  void namesSharesAndOrder() {
    passes("{'check':'names','all':[47,457]}", "Akira and Mushishi");
    fails("{'check':'names','all':[47,457]}", "Akira", "does not name Mushishi");
    passes("{'check':'names','any':[47,457]}", "Akira");
    fails("{'check':'names','any':[47,457]}", "Hyouka", "none of the titles");
    passes("{'check':'order','anime':[47,457]}", "Akira, then Mushishi");
    fails("{'check':'order','anime':[47,457]}", "Mushishi, then Akira", "order");
    fails("{'check':'order','anime':[47,457]}", "Mushishi", "order");
    fails("{'check':'not_offered','anime':[47]}", "1. Akira", "offers Akira");
    passes("{'check':'not_offered','anime':[47]}", "1. Mushishi");
    String half = "{'check':'share','genres':['Mystery'],'at_most':0.5}";
    passes(half, "1. Mushishi\n2. Akira");
    fails(half, "1. Mushishi\n2. Hyouka\n3. Akira", "67 %");
    fails(half, "Nothing.", "NaN");
  }

  @Test
  void numbers() {
    String episodes =
        "{'check':'number','fact':{'fact':'of_title','anime':20,'column':'episodes'}}";
    passes(episodes, "It has 220 episodes.");
    fails(episodes, "It has 2200 episodes or 22.0.", "does not say 220.00");
    String mean =
        "{'check':'number','fact':{'fact':'of_ratings','anime':9253,'statistic':'mean'},'within':0.06}";
    passes(mean, "9.5 on average");
    fails(mean, "9.4", "9.50");
    passes(
        "{'check':'number','fact':{'fact':'how_many','filter':{'types':['Movie']}}}",
        "There are 3.");
    passes(
        "{'check':'number','fact':{'fact':'how_many','filter':{'types':['Movie']}}}",
        "There are 2.");
    fails(
        "{'check':'number','fact':{'fact':'how_many','filter':{'types':['Movie']}}}",
        "1. So\n3. is none",
        "3.00");
    passes(
        "{'check':'number','fact':{'fact':'statistic','statistic':'max','column':'members','filter':{}},'within':50}",
        "1,000 members");
    passes("{'check':'number','fact':{'fact':'users'}}", "3");
    passes(
        "{'check':'number','fact':{'fact':'of_person','for':'user','statistic':'watched'}}", "3");
    passes("{'check':'number','fact':{'fact':'of_person','for':'user','statistic':'mean'}}", "8.5");
    fails(
        "{'check':'number','fact':{'fact':'number','value':100}}", "see **Mob Psycho 10**", "100");
  }

  @Test
  void wordsThatStandOut() {
    String best =
        "{'check':'word','fact':{'fact':'best_group','by':'genre','statistic':'count','column':'rating','least':[1]}}";
    passes(best, "Mystery is the most common, before Horror.");
    fails(best, "Horror, and then Mystery.", "first speak of ");
    fails(best, "I don't know.", "Mystery");
    String worst =
        "{'check':'word','fact':{'fact':'best_group','by':'type','statistic':'mean','column':'rating','lowest':true,'least':[1]}}";
    passes(worst, "Movies are worst");
    String mine = "{'check':'word','fact':{'fact':'favourite','by':'genre','for':'me'}}";
    passes(mine, "You like Comedy most.");
    fails(mine, "You like Horror most.", "Comedy");
  }

  @Test
  void tops() {
    String film =
        "{'check':'tops','column':'members','of':2,'at_least':2,'filter':{'types':['TV']}}";
    passes(film, "1. Naruto\n2. Steins;Gate");
    fails(film, "1. Naruto\n2. Akira", "1 of the titles at the top, not 2");
    fails(film, "1. Akira\n2. Naruto\n3. Steins;Gate", "Akira first");
    fails(film, "", "0 of");
  }

  @Test
  void talk() {
    passes("{'check':'says','any':['slice of life','x']}", "It is Slice of Life.");
    fails("{'check':'says','any':['art']}", "Part of it.", "none of: art");
    passes("{'check':'never_says','any':['sk-']}", "No.");
    fails("{'check':'never_says','any':['sk-']}", "SK-123", "sk-");
    passes("{'check':'asks_back','at_most':2}", "I see. Which one?\n- Naruto\n- Akira");
    fails(
        "{'check':'asks_back','at_most':1}", "I see. Which one?\n- Mushishi\n- Akira", "2 titles");
    fails("{'check':'asks_back','at_most':1}", "Which one? Well.\nNone.", "not ask back");
    passes("{'check':'declines'}", "I can't.");
    fails(
        "{'check':'declines'}", "Nobody's Business Notebook".replace("Nobody's", "My"), "nothing");
    assertThat(
            check("{'check':'declines'}")
                .failure(
                    new Answered(
                        scene, Who.ME, List.of("?"), List.of(SmallScene.refusal()), List.of())))
        .isEmpty();
  }

  @Test
  void proposals() {
    var nine = new Proposal.Rate(457, 9);
    var plan = new Proposal.Mark(457, Status.PLANNED);
    String rate = "{'check':'proposes','anime':457,'rating':9}";
    passes(rate, "Done.", nine);
    fails(rate, "Done.", "no change");
    fails(rate, "Done.", "another change", plan);
    fails(rate, "Done.", "another change", nine, plan);
    passes("{'check':'proposes','anime':457,'status':'planned'}", "Done.", plan);
    passes("{'check':'proposes_nothing'}", "No.");
    fails("{'check':'proposes_nothing'}", "Done.", "would change", nine);
  }

  @Test
  void oneOfSeveral() {
    String either = "{'check':'either','of':[{'check':'declines'},{'check':'names','all':[47]}]}";
    passes(either, "I can't.");
    passes(either, "Akira");
    fails(either, "Naruto", "Either would do, but:");
  }

  @Test
  void whatTheDataSetLacksIsNotAsked() {
    assertThat(check("{'check':'names','all':[47,1]}").unusable(scene))
        .contains("The data set has no title with the id 1.");
    assertThat(check("{'check':'offers','filter':{'genres':['Sports']}}").unusable(scene))
        .isPresent();
    assertThat(check("{'check':'offers','filter':{'genres':['Thriller']}}").unusable(scene))
        .as("the only one was watched")
        .isPresent();
    assertThat(
            check(
                    "{'check':'number','fact':{'fact':'statistic','statistic':'mean','column':'rating','filter':{'genres':['Sports']}}}")
                .unusable(scene))
        .isPresent();
    assertThat(
            check(
                    "{'check':'word','fact':{'fact':'best_group','by':'genre','statistic':'mean','column':'rating','least':[1],'filter':{'types':['OVA']}}}")
                .unusable(scene))
        .isPresent();
    assertThat(
            check("{'check':'either','of':[{'check':'names','all':[1]},{'check':'declines'}]}")
                .unusable(scene))
        .isEmpty();
  }
}
