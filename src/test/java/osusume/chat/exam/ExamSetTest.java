package osusume.chat.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import osusume.chat.tool.Proposal;
import osusume.data.NumberRange;
import osusume.mylist.Status;

/** The requests of the exam and how they are read. */
class ExamSetTest {
  @Test
  void bothHalvesHaveAsManyOfEachKind() {
    List<ExamItem> open = ExamSet.read(Half.OPEN);
    List<ExamItem> held = ExamSet.read(Half.HELD);
    assertThat(open.size() + held.size()).isGreaterThanOrEqualTo(160);
    assertThat(open).noneMatch(ExamItem::held);
    assertThat(held).allMatch(ExamItem::held);
    for (Kind kind : Kind.values()) {
      assertThat(ofKind(open, kind)).isEqualTo(4);
      assertThat(ofKind(held, kind)).isEqualTo(4);
    }
  }

  private static long ofKind(List<ExamItem> items, Kind kind) {
    return items.stream().filter(item -> item.kind() == kind).count();
  }

  @Test
  void everyRequestIsThereOnce() {
    List<ExamItem> all = ExamSet.read(Half.ALL);
    assertThat(all).extracting(ExamItem::id).doesNotHaveDuplicates();
    assertThat(all).extracting(ExamItem::say).doesNotHaveDuplicates();
    assertThat(all).isSortedAccordingTo(Comparator.comparing(ExamItem::kind));
    assertThat(all).allMatch(item -> item.id().startsWith(item.kind().key() + "-"));
  }

  /** Nobody chose which request is held: its words did. */
  @Test
  void theHalvesAreDrawnByTheRule() {
    for (Kind kind : Kind.values()) {
      List<ExamItem> items =
          new ArrayList<>(
              ExamSet.read(Half.ALL).stream().filter(item -> item.kind() == kind).toList());
      items.sort(Comparator.comparing(ExamSetTest::sha256));
      for (int i = 0; i < items.size(); i++) {
        assertThat(items.get(i).held()).as(items.get(i).id()).isEqualTo(i % 2 == 1);
      }
    }
  }

  private static String sha256(ExamItem item) {
    try {
      byte[] said = String.join("\n", item.say()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static ExamItem item(String line) {
    return ExamSet.item(line.replace('\'', '"'), "here", false);
  }

  @Test
  void aRequestIsReadWithItsChecks() {
    ExamItem item =
        item(
            "{'id':'x','kind':'for_user','asker':'user','consent':'agree','say':['a','b'],'checks':["
                + "{'check':'offers','at_least':2,'for':'user','filter':{'genres':['Drama'],"
                + "'max_episodes':13,'rating_above':8}},"
                + "{'check':'either','of':[{'check':'proposes','anime':3,'status':'on_hold'},"
                + "{'check':'number','fact':{'fact':'users'},'within':0.5}]}]}");
    assertThat(item.kind()).isEqualTo(Kind.FOR_USER);
    assertThat(item.asker()).isEqualTo(Who.USER);
    assertThat(item.consent()).isEqualTo(Consent.AGREE);
    assertThat(item.say()).containsExactly("a", "b");
    var offers = (TitleCheck.Offers) item.checks().getFirst();
    assertThat(offers.atLeast()).isEqualTo(2);
    assertThat(offers.to()).isEqualTo(Who.USER);
    assertThat(offers.wanted().filter().genres()).containsExactly("Drama");
    assertThat(offers.wanted().filter().episodes())
        .isEqualTo(NumberRange.between(Double.NEGATIVE_INFINITY, 13));
    assertThat(offers.wanted().filter().rating()).isEqualTo(NumberRange.moreThan(8));
    assertThat(((Check.Either) item.checks().getLast()).of())
        .containsExactly(
            new TalkCheck.Proposes(new Proposal.Mark(3, Status.ON_HOLD)),
            new FactCheck.Says(new NumberFact.Users(), 0.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense | no JSON",
        "[] | where an object is expected",
        "{'id':'x','kind':'why','say':['a'],'checks':[]} | not a list of objects",
        "{'id':'x','kind':'why','say':['a']} | says or checks nothing",
        "{'id':'x','kind':'what','say':['a'],'checks':[{'check':'declines'}]} | not one of for_me",
        "{'id':'x','kind':'why','say':['a'],'chekcs':[],'checks':[{'check':'declines'}]} | \"chekcs\", which means nothing",
        "{'id':'x','kind':'why','say':['a'],'checks':[{'check':'declines','at_most':3}]} | \"at_most\", which means nothing",
        "{'id':'x','kind':'why','say':['a'],'checks':[{'check':'guesses'}]} | not a check there is",
        "{'id':'x','kind':'why','say':['a'],'checks':[{'check':'asks_back'}]} | lacks \"at_most\"",
        "{'id':'x','kind':'why','say':['a'],'checks':[{'check':'asks_back','at_most':'3'}]} | not a whole number",
        "{'id':'x','kind':'why','say':['a'],'checks':[{'check':'offers','filter':{'genre':['Drama']}}]} | \"genre\", which means nothing",
        "{'id':'x','kind':'why','say':['a'],'checks':[{'check':'number','fact':{'fact':'luck'}}]} | not a fact there is",
        "{'id':'x','kind':'why','say':[1],'checks':[{'check':'declines'}]} | not a list of texts"
      })
  void whatIsNotAsItShouldBeIsRefused(String line, String sentence) {
    assertThatThrownBy(() -> item(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("here")
        .hasMessageContaining(sentence);
  }
}
