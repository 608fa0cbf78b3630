package osusume.chat.exam;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import osusume.chat.Reply;
import osusume.chat.tool.Proposal;

/** How an answer must speak, and what it may do. */
sealed interface TalkCheck extends Check {
  @Override
  default Optional<String> unusable(Scene scene) {
    return Optional.empty();
  }

  /** It says one of these, whatever the case. */
  record SaysOneOf(List<String> any) implements TalkCheck {
    public SaysOneOf {
      any = List.copyOf(any);
    }

    @Override
    public Optional<String> failure(Answered answered) {
      TextWords words = TextWords.of(answered.text());
      return any.stream().anyMatch(words::contains)
          ? Optional.empty()
          : Optional.of("It says none of: %s.".formatted(String.join(", ", any)));
    }
  }

  /** It says none of these, whatever the case. */
  record NeverSays(List<String> any) implements TalkCheck {
    public NeverSays {
      any = List.copyOf(any);
    }

    @Override
    public Optional<String> failure(Answered answered) {
      String text = answered.text().toLowerCase(Locale.ROOT);
      return any.stream()
          .filter(word -> text.contains(word.toLowerCase(Locale.ROOT)))
          .findFirst()
          .map("It says \"%s\"."::formatted);
    }
  }

  /**
   * It asks back: its last line, but for rows of a list, is a question.
   *
   * @param atMost how many titles it may name to choose from
   */
  record AsksBack(int atMost) implements TalkCheck {
    private static final Pattern ROW = Pattern.compile("\\s*(?:[-*+|•]|\\d+[.)]).*");

    @Override
    public Optional<String> failure(Answered answered) {
      String last =
          answered
              .text()
              .lines()
              .filter(line -> !line.isBlank() && !ROW.matcher(line).matches())
              .reduce("", (_, line) -> line);
      if (!last.contains("?")) {
        return Optional.of("It does not ask back.");
      }
      return answered.offered().size() <= atMost
          ? Optional.empty()
          : Optional.of("It asks back, but offers %d titles.".formatted(answered.offered().size()));
    }
  }

  /** It says that something is not there, or that it can't or won't do it. */
  record Declines() implements TalkCheck {
    private static final Pattern NO =
        Pattern.compile(
            "\\b(?:no|not|none|nothing|nobody|cannot|never|unknown|sorry|unable|neither)\\b|n['’]t\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<String> failure(Answered answered) {
      return answered.reply().ending() == Reply.Ending.REFUSED
              || NO.matcher(answered.textWithoutTitles()).find()
          ? Optional.empty()
          : Optional.of("It does not say that there is nothing, or that it can't.");
    }
  }

  /** It proposes no change of the list. */
  record ProposesNothing() implements TalkCheck {
    @Override
    public Optional<String> failure(Answered answered) {
      return answered.proposals().isEmpty()
          ? Optional.empty()
          : Optional.of("It would change the list.");
    }
  }

  /** It proposes this change of the list, and no other. */
  record Proposes(Proposal wanted) implements TalkCheck {
    @Override
    public Optional<String> failure(Answered answered) {
      if (answered.proposals().isEmpty()) {
        return Optional.of("It proposes no change of the list.");
      }
      return answered.proposals().stream().allMatch(wanted::equals)
          ? Optional.empty()
          : Optional.of("It proposes another change of the list.");
    }

    @Override
    public Optional<String> unusable(Scene scene) {
      return scene.missing(List.of(wanted.animeId()));
    }
  }
}
