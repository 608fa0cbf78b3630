package osusume.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import osusume.app.AppLog;
import osusume.app.Places;
import osusume.app.Workspace;
import osusume.json.Json;
import osusume.mylist.ListStore;
import osusume.progress.Progress;
import picocli.CommandLine.Option;

/**
 * What every command takes: where things lie and how to print; and the workspace that follows from
 * it.
 */
class WorkspaceOptions {
  @Option(names = "--json", description = "print JSON")
  private boolean json;

  private final Streams streams;
  private final PlacesOptions places;
  private Workspace workspace;

  WorkspaceOptions(Streams streams, PlacesOptions places) {
    this.streams = streams;
    this.places = places;
  }

  boolean json() {
    return json;
  }

  /** Where answers go. */
  PrintStream out() {
    return streams.out();
  }

  /** Tells the person something that is not the answer. */
  void say(String sentence) {
    streams.err().println(sentence);
  }

  /** Tells the person of something that did not work and that the answer can do without. */
  void tell(IOException trouble) {
    say("osusume: " + trouble.getMessage());
  }

  void printJson(Object document) {
    // As bytes: what is escaped in it stays as it is.
    out().writeBytes((Json.line(document) + System.lineSeparator()).getBytes(UTF_8));
  }

  /** Writes JSON bit by bit. */
  interface JsonText {
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * Prints JSON as it is written, for it may be long.
   *
   * @throws IOException once nobody reads the answer any more
   */
  void streamJson(JsonText text) throws IOException {
    try (JsonGenerator json = Json.mapper().createGenerator(new AnswerStream(streams))) {
      text.write(json);
    }
    out().println();
  }

  /** Sends on what was printed, so that a long answer ends once nobody reads it any more. */
  void flushAnswer() throws IOException {
    streams.flushAnswer();
  }

  /** Whether a person sits at the terminal, who can be asked. */
  boolean watched() {
    return streams.watched();
  }

  /** Asks the person something on a line that they answer. */
  void prompt(String question) {
    streams.err().print(question);
    streams.err().flush();
  }

  /** What is said to the program, line by line. */
  TypedLines lines() {
    return streams.lines();
  }

  Progress progress() {
    return streams.progress();
  }

  Places places() {
    return places.places();
  }

  /** The person's own list; what is not as it should be with it is told. */
  ListStore list() throws IOException {
    Places found = places.places();
    AppLog.start(found.logs());
    return ListStore.open(found.list(), Clock.systemUTC(), this::tell);
  }

  Workspace workspace() {
    if (workspace == null) {
      Places found = places.places();
      AppLog.start(found.logs());
      workspace = new Workspace(found);
    }
    return workspace;
  }
}
