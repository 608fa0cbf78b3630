package osusume.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import osusume.app.AssistantSource;
import osusume.app.Grounds;
import osusume.app.Opened;
import osusume.app.Places;
import osusume.app.Settings;
import osusume.app.Workspace;
import osusume.http.Listener;
import osusume.http.Reachable;
import osusume.http.RequestLog;
import osusume.mylist.io.AniListClient;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.recommend.Door;
import osusume.ui.state.Assistants;
import osusume.ui.state.ChatSetup;
import osusume.ui.state.Chatting;
import osusume.ui.state.CsvExport;
import osusume.ui.state.CurrentData;
import osusume.ui.state.CurrentPerson;
import osusume.ui.state.CurrentUser;
import osusume.ui.state.Datasets;
import osusume.ui.state.Download;
import osusume.ui.state.Evaluations;
import osusume.ui.state.FileChoices;
import osusume.ui.state.IncomingFiles;
import osusume.ui.state.Learning;
import osusume.ui.state.Links;
import osusume.ui.state.ListExports;
import osusume.ui.state.ListImport;
import osusume.ui.state.Listening;
import osusume.ui.state.Messages;
import osusume.ui.state.Navigation;
import osusume.ui.state.Panel;
import osusume.ui.state.PersonalList;
import osusume.ui.state.SettingsModel;
import osusume.ui.state.TitleActions;
import osusume.ui.state.Training;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;
import osusume.ui.view.Controllers;
import osusume.ui.view.Views;

/**
 * Wires one window together: what the views share, and how each controller is built. Made on the
 * JavaFX thread.
 */
final class Assembly {
  private final Workspace workspace;
  private final Places places;
  private final Links links;
  private final FileChoices files;
  private final Function<Opened, Door> doors;
  private final Texts texts;
  private final SettingsModel settings;
  private final Messages messages = new Messages();
  private final Navigation navigation = new Navigation();
  private final Controllers controllers = new Controllers();
  private final Troubles troubles;
  private final Jobs jobs;
  private final CurrentData data;
  private final CurrentUser user;
  private final PersonalList list;
  private final CurrentPerson person;
  private final Datasets datasets;
  private final ListImport listImport;
  private final ListExports listExports;
  private final IncomingFiles incoming;
  private final Download download;
  private final Training training;
  private final Learning learning;
  private final Evaluations evaluations;
  private final Listening listening;
  private final Chatting chatting;
  private final ChatSetup chatSetup;
  private final Look look;
  private final Views views;
  private final Numbers numbers;
  private final TitleActions actions;
  private final CsvExport csv;

  /**
   * @param doors where the Recommendations tab asks what is open
   * @param aniList asks AniList, once the person wants it
   * @param assistants whom the person can ask in the Chat tab
   * @param models how assistants are tried, and where their keys are
   * @param others whom other programs ask through the listener
   */
  Assembly(
      Workspace workspace,
      Places places,
      SettingsModel settings,
      Links links,
      FileChoices files,
      Function<Opened, Door> doors,
      AniListClient aniList,
      Assistants assistants,
      osusume.app.Assistants models,
      AssistantSource others,
      Texts texts,
      ErrorWindow errors) {
    this.workspace = workspace;
    this.places = places;
    this.links = links;
    this.files = files;
    this.doors = doors;
    this.texts = texts;
    this.settings = settings;
    this.troubles = new Troubles(messages, errors::show);
    this.jobs = new Jobs(troubles::tell);
    this.data = new CurrentData(workspace);
    this.user = new CurrentUser(data, new Random());
    this.list = new PersonalList(places.list(), Clock.systemUTC(), troubles, messages, texts);
    this.person = new CurrentPerson(user, list, settings, Clock.systemDefaultZone());
    this.datasets = new Datasets(workspace, data, jobs, messages, troubles, navigation, texts);
    this.listImport = new ListImport(list, aniList, jobs, navigation, person, troubles, texts);
    this.download = new Download(workspace, settings, jobs, troubles, navigation, texts);
    this.training = new Training(workspace, data, jobs, texts);
    this.learning = new Learning(workspace, data, training, jobs, texts);
    this.evaluations = new Evaluations(data, jobs, texts);
    var log = new RequestLog();
    this.listening =
        new Listening(
            settings,
            where -> started(where.host(), Listener.start(where, workspace, log, others)),
            log,
            messages,
            troubles,
            navigation,
            texts);
    this.chatting =
        new Chatting(
            data,
            person,
            user,
            list,
            assistants,
            places.talks(),
            () -> settings.get().chat().keep(),
            (opened, asker) -> Grounds.of(opened, asker, true),
            jobs,
            messages,
            troubles,
            Clock.systemUTC(),
            texts);
    this.chatSetup = new ChatSetup(chatting, settings, models);
    this.look = new Look(settings);
    this.views = new Views(texts, controllers);
    this.numbers = new Numbers(texts);
    this.incoming = new IncomingFiles(datasets, listImport, jobs);
    this.listExports = new ListExports(list, files, jobs, messages, texts);
    this.actions = new TitleActions(list, messages, navigation, links, texts);
    this.csv = new CsvExport(files, jobs, messages, texts);

    FrameViews.register(controllers, this);
    TitleViews.register(controllers, this);
    ListViews.register(controllers, this);
    ModelViews.register(controllers, this);
    ChatViews.register(controllers, this);
  }

  private static Listening.Started started(String host, Listener listener) {
    return new Listening.Started() {
      @Override
      public Reachable reachable() {
        return Reachable.at(host, listener.address());
      }

      @Override
      public void stop(Duration patience) {
        listener.stop(patience);
      }
    };
  }

  /**
   * Opens the person's list and the data set that was open last, and then takes what the program
   * was started with.
   */
  void start(List<Path> filesToImport) {
    list.open();
    listening.start();
    chatting.open();
    welcome();
    JobTask<Opened> opening = datasets.openLast();
    if (!filesToImport.isEmpty()) {
      opening
          .phaseProperty()
          .addListener(
              (_, _, phase) -> {
                if (phase.ended()) {
                  incoming.take(filesToImport);
                }
              });
    }
  }

  /** A first start begins with the welcome; gone through or skipped, it does not come again. */
  private void welcome() {
    navigation
        .panelProperty()
        .addListener(
            (_, old, _) -> {
              if (old == Panel.WELCOME) {
                settings.change(Settings::afterWelcome);
              }
            });
    if (!settings.get().start().welcomed()) {
      navigation.panelProperty().set(Panel.WELCOME);
    }
  }

  ShellController shell() {
    return new ShellController(views, navigation, messages, settings, incoming, list, texts);
  }

  Texts texts() {
    return texts;
  }

  SettingsModel settings() {
    return settings;
  }

  Messages messages() {
    return messages;
  }

  Navigation navigation() {
    return navigation;
  }

  Jobs jobs() {
    return jobs;
  }

  CurrentData data() {
    return data;
  }

  CurrentUser user() {
    return user;
  }

  PersonalList list() {
    return list;
  }

  CurrentPerson person() {
    return person;
  }

  Datasets datasets() {
    return datasets;
  }

  ListImport listImport() {
    return listImport;
  }

  ListExports listExports() {
    return listExports;
  }

  IncomingFiles incoming() {
    return incoming;
  }

  Training training() {
    return training;
  }

  Learning learning() {
    return learning;
  }

  Evaluations evaluations() {
    return evaluations;
  }

  Listening listening() {
    return listening;
  }

  Chatting chatting() {
    return chatting;
  }

  ChatSetup chatSetup() {
    return chatSetup;
  }

  Look look() {
    return look;
  }

  Workspace workspace() {
    return workspace;
  }

  Places places() {
    return places;
  }

  Links links() {
    return links;
  }

  FileChoices files() {
    return files;
  }

  Function<Opened, Door> doors() {
    return doors;
  }

  Troubles troubles() {
    return troubles;
  }

  Download download() {
    return download;
  }

  Views views() {
    return views;
  }

  Numbers numbers() {
    return numbers;
  }

  TitleActions actions() {
    return actions;
  }

  CsvExport csv() {
    return csv;
  }
}
