package osusume.chat.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something an answer must be like. */
public sealed interface Check permits TitleCheck, FactCheck, TalkCheck, Check.Either {
  /** What is wrong with the answer, in a sentence; empty: nothing. */
  Optional<String> failure(Answered answered);

  /**
   * Why nothing can pass on this data set, in a sentence, for instance because a title is missing;
   * empty: the check can be made.
   */
  Optional<String> unusable(Scene scene);

  /** One of several must hold. */
  record Either(List<Check> of) implements Check {
    public Either {
      of = List.copyOf(of);
    }

    @Override
    public Optional<String> failure(Answered answered) {
      List<String> failures = new ArrayList<>();
      for (Check check : of) {
        if (check.unusable(answered.scene()).isPresent()) {
          continue;
        }
        Optional<String> failure = check.failure(answered);
        if (failure.isEmpty()) {
          return Optional.empty();
        }
        failures.add(failure.get());
      }
      return Optional.of("Either would do, but: " + String.join(" ", failures));
    }

    @Override
    public Optional<String> unusable(Scene scene) {
      return of.stream().anyMatch(check -> check.unusable(scene).isEmpty())
          ? Optional.empty()
          : of.getFirst().unusable(scene);
    }
  }
}
