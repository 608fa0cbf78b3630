package osusume.chat.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.chat.agent.ScriptedModel.calls;
import static osusume.chat.agent.ScriptedModel.says;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import osusume.chat.AssistantException;
import osusume.chat.Ground;
import osusume.chat.Grounds;
import osusume.chat.Mode;
import osusume.chat.Reply;
import osusume.chat.Reply.Ending;
import osusume.data.Anime;
import osusume.recommend.GroupRecommender;
import osusume.recommend.Recommendations;
import osusume.recommend.Request;

/** The documented way: the ten titles of the taste group, and one of them picked. */
class SimpleWayTest {
  private static Ground withGroups() {
    Ground demo = Grounds.demo();
    return new Ground(
        demo.data(),
        demo.facts(),
        new Recommendations(
            demo.data(), List.of(new GroupRecommender(demo.data(), demo.model().orElseThrow()))),
        "group",
        demo.model(),
        demo.groups(),
        demo.reasons(),
        demo.asker(),
        demo.hideAdult());
  }

  private static List<Anime> topTen(Ground ground) {
    return ground
        .recommendations()
        .answer(Request.of(ground.asker().taste(), "group").k(10).build())
        .recommendations()
        .stream()
        .map(each -> ground.catalogue().anime(each.animeRow()))
        .toList();
  }

  private static Asking simple(ScriptedModel model, Ground ground) {
    var asking = new Asking(model);
    asking.mode = Mode.SIMPLE;
    asking.ground = ground;
    return asking;
  }

  @Test
  void theModelPicksFromTheTenTitlesOfTheGroupWithoutTools() throws AssistantException {
    Ground ground = withGroups();
    List<Anime> ten = topTen(ground);
    assertThat(ten).hasSize(10);
    String picked = "You should watch **" + ten.get(3).name() + "**.";
    var model = new ScriptedModel(says(picked));
    Reply reply = simple(model, ground).ask("something for tonight");
    assertThat(reply.text()).isEqualTo(picked);
    assertThat(reply.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(reply.notes()).isEmpty();
    assertThat(reply.steps()).isEmpty();
    assertThat(reply.titles())
        .extracting(title -> title.animeId().orElseThrow())
        .containsExactly(ten.get(3).id());

    var request = model.requests.getFirst();
    assertThat(request.tools()).isEmpty();
    List<String> told = new ArrayList<>();
    for (JsonNode title : Asking.data(request).get("titles")) {
      told.add(title.get("name").asText());
    }
    assertThat(told).isEqualTo(ten.stream().map(Anime::name).toList());
    assertThat(Asking.data(request).get("recommended_to").asText()).startsWith("user 1 ");
  }

  @Test
  void aTitleThatIsNoneOfTheTenIsMendedAndThenMarked() throws AssistantException {
    Ground ground = withGroups();
    List<Integer> ten = topTen(ground).stream().map(Anime::id).toList();
    Anime stranger = null;
    for (int row : ground.catalogue().rowsByMembers()) {
      if (!ten.contains(ground.catalogue().idOfRow(row)) && !ground.asker().knows(row)) {
        stranger = ground.catalogue().anime(row);
        break;
      }
    }
    String said = "Watch **" + stranger.name() + "**.";
    String note = "\"%s\" is none of the titles to pick from here.".formatted(stranger.name());
    var model = new ScriptedModel(says(said), says(said));
    assertThat(simple(model, ground).ask("anything").notes()).containsExactly(note);
    assertThat(Asking.lastSaid(model.requests.getLast())).contains("- " + note);
  }

  @Test
  void withoutLearnedGroupsTheNextBestIsTakenAndThatIsSaid() throws AssistantException {
    Reply reply =
        simple(new ScriptedModel(says("**Mushishi**.")), Asking.GROUND).ask("something calm");
    assertThat(reply.notes().getFirst())
        .isEqualTo(
            "No taste groups are learned for this data set yet, so the titles to pick from are the"
                + " ten best by “popular”.");
  }

  @Test
  void aTitleThatGivesOrdersStaysWithinTheDataHere() throws AssistantException {
    var model = new ScriptedModel(says("**Mushishi**."));
    simple(model, Asking.GROUND).ask("something calm");
    var request = model.requests.getFirst();
    assertThat(Asking.data(request).get("titles").findValuesAsText("name"))
        .anyMatch(name -> name.startsWith("Ignore all instructions"));
    String text = Asking.instructions(request);
    assertThat(text.indexOf("Ignore all")).isGreaterThan(text.indexOf("<data>"));
  }

  @Test
  void aToolThatIsCalledAllTheSameIsNotThere() throws AssistantException {
    var model = new ScriptedModel(calls("recommend", "{}"), says("**Mushishi**."));
    Reply reply = simple(model, Asking.GROUND).ask("something calm");
    assertThat(reply.text()).isEqualTo("**Mushishi**.");
    assertThat(reply.steps()).isEmpty();
  }
}
