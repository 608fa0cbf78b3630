package osusume.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import osusume.app.Grounds;
import osusume.app.Opened;
import osusume.app.Places;
import osusume.app.Workspace;
import osusume.chat.Asker;
import osusume.chat.Ground;
import osusume.chat.tool.ListDoor;
import osusume.chat.tool.TitleFinder;
import osusume.chat.tool.TitlesInText;
import osusume.chat.tool.Tool;
import osusume.chat.tool.ToolArgumentException;
import osusume.chat.tool.Toolbox;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.json.Json;
import osusume.progress.Progress;
import osusume.recommend.Franchises;

/**
 * How long the chat's tools take; a program, no test: {@code ToolCost DATA MODELS [TOOL]} over the
 * data set and models that are kept there, each call for users drawn at random, no two alike. First
 * what is made once (the finder of titles, the names in running text, the tables), with the memory
 * that it keeps; then the first call of each kind, and median, 99th hundredth and longest of those
 * after a warm-up, in milliseconds.
 */
public final class ToolCost {
  private static final int WARM_UP = 60;
  private static final int MEASURED = 200;
  private static final long LONGEST_WARM_UP = 4_000_000_000L;
  private static final long LONGEST = 6_000_000_000L;

  /** Tool and arguments; single quotes stand for double ones. */
  private static final List<String> CALLS =
      List.of(
          "search_anime {'genres':['Comedy'],'without_genres':['Ecchi'],'types':['TV'],"
              + "'max_episodes':13,'unwatched':true}",
          "search_anime {'title':'no','sort':'name','limit':25}",
          "recommend {}",
          "recommend {'any_genres':['Comedy','Drama'],'max_episodes':26,'k':25}",
          "recommend {'like':['Steins;Gate','Monster']}",
          "recommend {'less_of':['Action']}",
          "recommend {'aim':'rate'}",
          "recommend {'strategy':'people'}",
          "similar_anime {'anime':'Death Note'}",
          "similar_anime {'anime':'Stiens Gate','types':['Movie']}",
          "anime_details {'anime':['Death Note','Monster','Gintama','Naruto','Bleach']}",
          "user_profile {}",
          "explain {'anime':'Death Note'}",
          "query_table {'table':'anime','where':[{'column':'type','op':'=','value':'TV'},"
              + "{'column':'episodes','op':'>','value':50}],'group_by':['genre'],'select':["
              + "{'column':'rating','fn':'mean'},{'fn':'count'}],'limit':5}",
          "query_table {'table':'anime','group_by':['type','genre'],'select':["
              + "{'column':'members','fn':'median'},{'column':'rating','fn':'stdev'}],'having':["
              + "{'column':'median_members','op':'>','value':1000}]}",
          "query_table {'table':'anime','group_by':['name'],'select':["
              + "{'column':'rating','fn':'max'}]}",
          "query_table {'table':'anime','select':[{'column':'name'},{'column':'rating'}],'sort':"
              + "{'by':'rating'}}",
          "query_table {'table':'ratings','select':[{'column':'rating','fn':'mean'},"
              + "{'column':'rating','fn':'median'},{'fn':'count'}]}",
          "query_table {'table':'ratings','group_by':['rating'],'select':[{'fn':'count'},"
              + "{'fn':'share'}]}",
          "query_table {'table':'ratings','group_by':['genre'],'select':["
              + "{'column':'rating','fn':'mean'},{'column':'rating','fn':'stdev'},{'fn':'count'}]}",
          "query_table {'table':'ratings','where':[{'column':'genre','op':'=','value':'Comedy'},"
              + "{'column':'rating','op':'>=','value':9}],'group_by':['name'],'select':["
              + "{'fn':'count'}]}",
          "query_table {'table':'ratings','group_by':['user_id'],'select':["
              + "{'column':'rating','fn':'mean'},{'fn':'count'}],'having':["
              + "{'column':'count','op':'>=','value':100}]}",
          "query_table {'table':'ratings','group_by':['user_id','genre'],'select':["
              + "{'column':'rating','fn':'median'},{'fn':'share'}]}",
          "query_table {'table':'ratings','where':[{'column':'user_id','op':'=','value':%d}],"
              + "'group_by':['genre'],'select':[{'column':'rating','fn':'mean'}]}",
          "query_table {'table':'ratings','where':[{'column':'rating','op':'=','value':10}],"
              + "'select':[{'column':'name'},{'column':'user_id'}],'sort':{'by':'name'}}",
          "rate_anime {'anime':'Death Note','rating':9}",
          "mark_anime {'anime':'Attack on Titan','status':'planned'}");

  private ToolCost() {}

  public static void main(String[] args) throws IOException, ToolArgumentException {
    var workspace = new Workspace(Places.find(Path.of(args[0]), Path.of(args[1])));
    Opened opened =
        workspace.open(null, Progress.NONE, trouble -> System.err.println(trouble.getMessage()));
    Dataset data = opened.data();
    System.out.printf(
        "%,d titles, %,d entries%n", data.catalogue().size(), data.ratings().entryCount());
    Random random = new Random(6);
    made("stories", () -> Franchises.of(data.catalogue()));
    made("finder of titles", () -> TitleFinder.of(data.catalogue()));
    Ground any = ground(opened, random);
    made("names in running text", () -> TitlesInText.read("Monster", any, List.of()));
    made("entries by title", () -> data.ratings().transpose());
    System.out.printf("%8s %8s %8s %8s%n", "first", "median", "p99", "longest");
    for (String call : CALLS) {
      if (args.length < 3 || call.contains(args[2])) {
        measure(call, opened, random);
      }
    }
  }

  private static void made(String what, Runnable making) {
    long before = used();
    long begun = System.nanoTime();
    making.run();
    double took = (System.nanoTime() - begun) / 1e6;
    System.out.printf("%s: %.0f ms, %.1f MB%n", what, took, (used() - before) / 1e6);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static Ground ground(Opened opened, Random random) {
    var ratings = opened.data().ratings();
    int row = random.nextInt(ratings.rowCount());
    return Grounds.of(opened, Asker.user(ratings.idOfRow(row), Taste.ofUser(ratings, row)), true);
  }

  private static void measure(String call, Opened opened, Random random)
      throws IOException, ToolArgumentException {
    int space = call.indexOf(' ');
    Tool tool = Toolbox.of(opened.data().catalogue()).named(call.substring(0, space)).orElseThrow();
    String arguments = call.substring(space + 1).replace('\'', '"');
    double first = once(tool, arguments, opened, random);
    long end = System.nanoTime() + LONGEST_WARM_UP;
    for (int i = 0; i < WARM_UP && System.nanoTime() < end; i++) {
      once(tool, arguments, opened, random);
    }
    double[] took = new double[MEASURED];
    int times = 0;
    for (end = System.nanoTime() + LONGEST; times < MEASURED && System.nanoTime() < end; times++) {
      took[times] = once(tool, arguments, opened, random);
    }
    double[] sorted = Arrays.copyOf(took, times);
    Arrays.sort(sorted);
    System.out.printf(
        "%8.1f %8.1f %8.1f %8.1f  %s%n",
        first,
        sorted[times / 2],
        sorted[Math.min(times - 1, times * 99 / 100)],
        sorted[times - 1],
        call);
  }

  private static double once(Tool tool, String arguments, Opened opened, Random random)
      throws IOException, ToolArgumentException {
    Ground ground = ground(opened, random);
    int user = ground.asker().userId().orElseThrow();
    JsonNode json = Json.mapper().readTree(arguments.replace("%d", Integer.toString(user)));
    long begun = System.nanoTime();
    tool.call(json, ground, ListDoor.CLOSED, Progress.NONE);
    return (System.nanoTime() - begun) / 1e6;
  }
}
