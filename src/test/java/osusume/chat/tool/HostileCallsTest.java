package osusume.chat.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.chat.Ground;
import osusume.chat.Grounds;
import osusume.json.Json;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/** What a confused or hostile model may call: refused with a sentence, never an exception. */
class HostileCallsTest {
  private static final Ground DEMO = Grounds.demo();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LONGEST_SENTENCE = 4_000;

  /** A call of each tool that is right, with all kinds of arguments. */
  private static final List<String> RIGHT =
      List.of(
          "search_anime {'title':'a','genres':['Comedy'],'any_genres':['Drama','Action'],"
              + "'without_genres':['Ecchi'],'types':['TV'],'min_episodes':2,'max_episodes':99,"
              + "'min_rating':1,'max_rating':10,'min_members':1,'max_members':99999999,"
              + "'unwatched':true,'sort':'name','limit':5}",
          "recommend {'any_genres':['Comedy'],'less_of':['Action'],'novelty':0.5,'k':3}",
          "recommend {'like':['Akira'],'aim':'watch','unwatched':false}",
          "similar_anime {'anime':'Akira','any_genres':['Action','Drama']}",
          "anime_details {'anime':['Akira','Cowboy Bebop']}",
          "user_profile {'user_id':1}",
          "explain {'anime':'Akira'}",
          "query_table {'table':'anime','where':[{'column':'type','op':'in','value':['TV','Movie']},"
              + "{'column':'episodes','op':'>','value':1}],'group_by':['genre'],'select':["
              + "{'column':'rating','fn':'mean'},{'fn':'count'}],'having':[{'column':'count',"
              + "'op':'>','value':1}],'sort':{'by':'mean_rating','descending':true},'limit':5}",
          "query_table {'table':'ratings','where':[{'column':'user_id','op':'=','value':1}],"
              + "'group_by':['genre'],'select':[{'column':'rating','fn':'median'}]}",
          "rate_anime {'anime':'Akira','rating':9}",
          "mark_anime {'anime':'Akira','status':'planned'}");

  private static List<JsonNode> hostile() {
    List<JsonNode> values = new ArrayList<>();
    for (double number :
        new double[] {
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          1e308,
          -1e308,
          1e-320,
          -1,
          -0.0,
          0.5,
          4_294_967_297.0
        }) {
      values.add(JSON.numberNode(number));
    }
    values.add(JSON.numberNode(Long.MIN_VALUE));
    values.add(JSON.numberNode(Integer.MAX_VALUE));
    values.add(JSON.numberNode(new java.math.BigInteger("9".repeat(400))));
    for (String text :
        List.of(
            "",
            " ",
            "x",
            "NaN",
            "-5",
            "1e999",
            "null",
            "\u0000",
            "\ud800",
            "\u202E%s{0}",
            "(",
            "x".repeat(100_000))) {
      values.add(JSON.textNode(text));
    }
    values.add(JSON.nullNode());
    values.add(JSON.booleanNode(true));
    values.add(JSON.arrayNode());
    values.add(JSON.arrayNode().addNull().add(1).add("x"));
    values.add(JSON.objectNode());
    JsonNode deep = JSON.arrayNode();
    JsonNode nested = JSON.objectNode();
    for (int i = 0; i < 500; i++) {
      deep = JSON.arrayNode().add(deep);
      nested = JSON.objectNode().set("a", nested);
    }
    values.add(deep);
    values.add(nested);
    ArrayNode many = JSON.arrayNode();
    for (int i = 0; i < 10_000; i++) {
      many.add("Comedy");
    }
    values.add(many);
    return values;
  }

  private static ToolResult call(String tool, JsonNode arguments, Progress progress)
      throws ToolArgumentException {
    return Toolbox.of(DEMO.catalogue())
        .named(tool)
        .orElseThrow()
        .call(arguments, DEMO, ListDoor.CLOSED, progress);
  }

  private static JsonNode arguments(String call) throws Exception {
    return Json.mapper().readTree(call.substring(call.indexOf(' ')).replace('\'', '"'));
  }

  private static String tool(String call) {
    return call.substring(0, call.indexOf(' '));
  }

  @Test
  void aRightCallIsAnswered() throws Exception {
    for (String call : RIGHT) {
      assertThat(call(tool(call), arguments(call), Progress.NONE).json()).as(call).isNotNull();
    }
    assertThat(RIGHT.stream().map(HostileCallsTest::tool))
        .containsAll(Toolbox.of(DEMO.catalogue()).names());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverStandsInACallItIsAnsweredOrRefusedWithASentence(int which) throws Exception {
    String call = RIGHT.get(which);
    int[] refused = {0};
    JsonNode whole = arguments(call);
    for (JsonNode value : hostile()) {
      refused[0] += refusal(tool(call), value);
    }
    inEachPlace(whole, changed -> refused[0] += refusal(tool(call), whole));
    assertThat(refused[0]).as("refused calls of %s", call).isGreaterThan(20);
  }

  /** Puts each hostile value into each place of a call, and each list there twice. */
  private static void inEachPlace(JsonNode node, Consumer<JsonNode> made) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode before = object.get(name);
        inEachPlace(before, made);
        for (JsonNode value : hostile()) {
          object.set(name, value);
          made.accept(value);
        }
        object.remove(name);
        made.accept(object);
        object.set(name, before);
      }
      object.put("\u202Eunknown\n" + "x".repeat(1_000), 1);
      made.accept(object);
      object.remove("\u202Eunknown\n" + "x".repeat(1_000));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode before = array.get(i);
        inEachPlace(before, made);
        for (JsonNode value : hostile()) {
          array.set(i, value);
          made.accept(value);
        }
        array.set(i, before);
      }
      int size = array.size();
      for (int i = 0; i < size; i++) {
        array.add(array.get(i));
      }
      made.accept(array);
      while (array.size() > size) {
        array.remove(size);
      }
    }
  }

  /** 1 if the call is refused, 0 if it is answered; anything else fails. */
  private static int refusal(String tool, JsonNode arguments) {
    try {
      Toolbox.of(DEMO.catalogue()).named(tool).orElseThrow().inWords(arguments, DEMO);
      call(tool, arguments, Progress.NONE);
      return 0;
    } catch (ToolArgumentException e) {
      assertThat(e.getMessage()).as(tool).isNotBlank().hasSizeLessThan(LONGEST_SENTENCE);
      assertThat(e.getMessage()).doesNotContain("\u202E", "\u0000", "Exception", "java.");
      return 1;
    } catch (RuntimeException | StackOverflowError e) {
      String told = arguments.toString();
      throw new AssertionError(
          tool + " " + told.substring(0, Math.min(600, told.length())) + " threw " + e, e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search_anime | {\"any_genres\":[\"Comdy\"]} | Comedy",
        "search_anime | {\"any_genres\":[\"\"]} | any_genres",
        "recommend | {\"any_genres\":[7]} | any_genres",
        "similar_anime | {\"anime\":\"Akira\",\"any_genres\":[\"Blargh\"]} | any_genres",
      })
  void aGenreThatIsNoneIsToldByItsArgument(String tool, String arguments, String told) {
    assertThatThrownBy(() -> call(tool, Json.mapper().readTree(arguments), Progress.NONE))
        .isInstanceOf(ToolArgumentException.class)
        .hasMessageContaining(told);
  }

  @Test
  void everyToolStops() throws Exception {
    Progress stopped =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    for (String call : RIGHT) {
      JsonNode arguments = arguments(call);
      assertThatThrownBy(() -> call(tool(call), arguments, stopped))
          .as(call)
          .isInstanceOf(CancelledException.class);
    }
  }
}
