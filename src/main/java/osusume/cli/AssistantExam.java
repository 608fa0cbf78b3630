package osusume.cli;

import java.io.IOException;
import osusume.app.Grounds;
import osusume.app.Opened;
import osusume.app.Part;
import osusume.app.SettingsFile;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.chat.exam.ExamDocument;
import osusume.chat.exam.ExamReport;
import osusume.chat.exam.Examination;
import osusume.chat.exam.Scene;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;

/** Runs the exam of assistants for {@code evaluate} and prints what came of it. */
final class AssistantExam {
  private final DatasetOptions options;
  private final ExamOptions wanted;
  private final AssistantDoor door;

  AssistantExam(DatasetOptions options, ExamOptions wanted, AssistantDoor door) {
    this.options = options;
    this.wanted = wanted;
    this.door = door;
  }

  /**
   * @throws IllegalArgumentException if the assistant can't be asked so, or the data set has no
   *     users; worded for a person
   * @throws IOException if the assistant does not answer, and why
   */
  void run() throws IOException {
    // Who can't be asked is told so before anything is learned for it.
    try (Assistant assistant =
        door.open(
            wanted.wish(),
            new SettingsFile(options.places().settings()).read().chat(),
            options.progress())) {
      Opened opened = ready();
      var scene = new Scene(opened.data(), asker -> Grounds.of(opened, asker, true));
      print(
          new Examination(scene, assistant, wanted.mode())
              .run(wanted.requests(), options.progress()));
    } catch (AssistantException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Opened ready() throws IOException {
    options.open();
    options.ready(Strategies.ALL.stream().map(Strategy::name).toList());
    options.workspace().openIfKept(Part.RATING, options::tell);
    return options.workspace().opened();
  }

  private void print(ExamReport report) {
    if (options.json()) {
      options.printJson(ExamDocument.of(report, wanted.showHeld()));
    } else {
      new ExamText(report, wanted.showHeld()).print(options.out());
    }
  }
}
