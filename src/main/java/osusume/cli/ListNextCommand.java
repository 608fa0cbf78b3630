package osusume.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import osusume.app.AnswerDocument;
import osusume.app.Opened;
import osusume.app.Part;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;
import osusume.mylist.MyList;
import osusume.mylist.Status;
import osusume.mylist.WeightedPick;
import osusume.recommend.Answer;
import osusume.recommend.Recommendation;
import osusume.recommend.Request;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume list next}: what is planned, in the order in which it fits the person. */
@Command(
    name = "next",
    description =
        "Which of the titles you plan to watch to take next: ranked for you, or one at random.",
    mixinStandardHelpOptions = true,
    versionProvider = OsusumeCommand.VersionText.class)
final class ListNextCommand implements Callable<Integer> {
  @Mixin private DatasetOptions options;
  @Mixin private AnimeFilterOptions filter;
  @Mixin private OwnTasteOptions own;
  @Spec private CommandSpec spec;

  @Option(names = "-k", paramLabel = "N", description = "how many titles (default: all of them)")
  private Integer k;

  @Option(
      names = "--random",
      description = "one of them at random; what fits you better has the better chance")
  private boolean random;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "for --random: the same number picks the same title of the same list")
  private Long seed;

  @Override
  public Integer call() throws IOException {
    check();
    Opened bare = options.open();
    Catalogue catalogue = bare.data().catalogue();
    MyList list = options.list().list();
    BitSet planned = list.rows(Status.PLANNED, catalogue);
    if (planned.isEmpty()) {
      throw new IllegalArgumentException(
          "There is nothing on your list that you plan to watch and that the data set knows. Mark"
              + " titles by: osusume list mark ANIME planned.");
    }
    String strategy = options.ready(Strategies.ALL.stream().map(Strategy::name).toList());
    options.workspace().openIfKept(Part.RATING, options::tell);
    Opened opened = options.workspace().opened();
    AnimeFilter wanted = filter.filter();
    Answer answer =
        opened
            .recommendations()
            .answer(
                Request.of(own.taste(list, catalogue), strategy)
                    .k(random || k == null ? planned.cardinality() : k)
                    .filter(wanted)
                    .franchises(false)
                    .among(planned)
                    .build());
    Answer shown = random ? picked(answer) : answer;
    if (options.json()) {
      options.streamJson(json -> new AnswerDocument(opened).write(shown, json));
      return 0;
    }
    AnswerText.forOne(opened).print(shown, options.out());
    options.say(
        "%,d of %,d planned titles fit."
            .formatted(fitting(wanted, planned, catalogue), planned.cardinality()));
    sayUnknown(list, catalogue);
    if (!answer.note().isEmpty()) {
      options.say(answer.note());
    }
    return 0;
  }

  private void sayUnknown(MyList list, Catalogue catalogue) {
    long unknown =
        list.entries().stream()
            .filter(entry -> entry.status() == Status.PLANNED && entry.key().rowIn(catalogue) < 0)
            .count();
    if (unknown > 0) {
      options.say(
          "%,d more that you plan to watch can't be ranked, for the data set lacks %s. Look at %s by: osusume list --status planned --unknown."
              .formatted(unknown, unknown == 1 ? "it" : "them", unknown == 1 ? "it" : "them"));
    }
  }

  private void check() {
    String wrong = null;
    if (k != null && k < 1) {
      wrong = "-k is " + k + ", but at least 1 title must be asked for.";
    } else if (k != null && random) {
      wrong = "--random picks one title, so -k has nothing to say. Leave out one of the two.";
    } else if (seed != null && !random) {
      wrong = "--seed is for --random. Add that.";
    }
    if (wrong != null) {
      throw new CommandLine.ParameterException(spec.commandLine(), wrong);
    }
  }

  private Answer picked(Answer answer) {
    List<Recommendation> ranked = answer.recommendations();
    if (ranked.isEmpty()) {
      return answer;
    }
    // Not Random, whose first numbers are much the same for neighbouring seeds.
    SplittableRandom generator = seed == null ? new SplittableRandom() : new SplittableRandom(seed);
    int index = WeightedPick.index(WeightedPick.byRank(ranked.size()), generator);
    return new Answer(
        answer.strategy(),
        List.of(ranked.get(index)),
        answer.removed(),
        answer.lack(),
        answer.note());
  }

  private static int fitting(AnimeFilter filter, BitSet planned, Catalogue catalogue) {
    return (int) Arrays.stream(filter.match(catalogue).toArray()).filter(planned::get).count();
  }
}
