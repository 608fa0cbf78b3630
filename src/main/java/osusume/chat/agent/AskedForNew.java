package osusume.chat.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import osusume.chat.Step;
import osusume.json.Json;

/**
 * Whether a person asked for titles they have not watched. What the model called tells it in any
 * language: who looks for recommendations means new ones, unless the call says that watched titles
 * are wanted. Where no such tool was called the words of the message tell it, in English alone.
 */
final class AskedForNew {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(recommend\\w*|suggest\\w*|unwatched|unseen"
              + "|what (should|could|can|shall|to)\\b.{0,20}\\b(watch|see)"
              + "|(haven['’]?t|have not|not|nothing i(['’]ve| have)?) (yet )?(seen|watched)"
              + "|(something|anything) (\\w+ ){0,4}(like|short|long|new|to watch|else))\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> RECOMMENDING = Set.of("recommend", "similar_anime");

  private AskedForNew() {}

  static boolean in(String message, List<Step> steps) {
    boolean looked = false;
    for (Step step : steps) {
      if (!step.failed()) {
        JsonNode unwatched = unwatched(step);
        boolean recommending = RECOMMENDING.contains(step.tool());
        if (recommending && unwatched.isBoolean() && !unwatched.booleanValue()) {
          return false;
        }
        looked |= recommending || unwatched.asBoolean();
      }
    }
    return looked || WORDS.matcher(message).find();
  }

  private static JsonNode unwatched(Step step) {
    try {
      return Json.mapper().readTree(step.arguments()).path("unwatched");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A step that was done has broken arguments.", e);
    }
  }
}
