package osusume.ui.state;

import osusume.mylist.MyList;
import osusume.mylist.io.ListExport;
import osusume.mylist.io.ListFormat;
import osusume.ui.job.Jobs;
import osusume.ui.text.Texts;

/** Writes the person's list to a file of their choice, and says so. */
public final class ListExports {
  private final PersonalList list;
  private final FileChoices files;
  private final Jobs jobs;
  private final Messages messages;
  private final Texts texts;

  public ListExports(
      PersonalList list, FileChoices files, Jobs jobs, Messages messages, Texts texts) {
    this.list = list;
    this.files = files;
    this.jobs = jobs;
    this.messages = messages;
    this.texts = texts;
  }

  /** Asks where to, and writes; nothing if the person thinks better of it. */
  public void save(ListFormat format) {
    MyList now = list.get();
    files
        .toSaveList(texts.format("mylist.export.name", format.suffix()), format)
        .ifPresent(
            target ->
                jobs.create(
                        texts.format("csv.job", target.getFileName()),
                        progress -> {
                          ListExport.write(target, now, format);
                          return target;
                        })
                    .onDone(
                        file ->
                            messages.done(
                                texts.format("csv.done", now.size(), file)
                                    + notUnderstood(now, format)))
                    .start());
  }

  private String notUnderstood(MyList now, ListFormat format) {
    long strange = ListExport.notTaken(now, format);
    return strange > 0 ? " " + texts.format("mylist.export.strange", strange) : "";
  }
}
