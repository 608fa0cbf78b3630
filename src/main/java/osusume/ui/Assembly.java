package osusume.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import osusume.app.Opened;
import osusume.app.Places;
import osusume.app.Settings;
import osusume.app.Workspace;
import osusume.http.Listener;
import osusume.http.Reachable;
import osusume.http.RequestLog;
import osusume.mylist.io.AniListClient;
import osusume.ui.anime.AnimeController;
import osusume.ui.anime.TitleDetails;
import osusume.ui.control.AnimeFilterForm;
import osusume.ui.download.DownloadController;
import osusume.ui.download.DownloadPanelController;
import osusume.ui.evaluate.EvaluationController;
import osusume.ui.evaluate.PlanController;
import osusume.ui.evaluate.ResultController;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.listen.IndicatorController;
import osusume.ui.listen.ListeningController;
import osusume.ui.listen.RequestsController;
import osusume.ui.listen.TokenController;
import osusume.ui.model.GroupsController;
import osusume.ui.model.ModelController;
import osusume.ui.model.ModelFilesController;
import osusume.ui.model.PartsController;
import osusume.ui.model.TrainingController;
import osusume.ui.mylist.AniListController;
import osusume.ui.mylist.BackupsController;
import osusume.ui.mylist.EntriesController;
import osusume.ui.mylist.EntryController;
import osusume.ui.mylist.MergeController;
import osusume.ui.mylist.MyListController;
import osusume.ui.mylist.PickedController;
import osusume.ui.mylist.ReadingController;
import osusume.ui.mylist.StatisticsController;
import osusume.ui.mylist.TransferController;
import osusume.ui.mylist.WhatNextController;
import osusume.ui.recommend.AnswerOptionsForm;
import osusume.ui.recommend.AskedFor;
import osusume.ui.recommend.CompanionChoice;
import osusume.ui.recommend.Door;
import osusume.ui.recommend.RecommendationsController;
import osusume.ui.settings.SettingsController;
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
import osusume.ui.users.HabitsController;
import osusume.ui.users.ProfileController;
import osusume.ui.users.UsersController;
import osusume.ui.view.Controllers;
import osusume.ui.view.FxmlFile;
import osusume.ui.view.Views;
import osusume.ui.welcome.RatePanelController;
import osusume.ui.welcome.RateTitlesController;
import osusume.ui.welcome.WelcomeController;

/**
 * Wires one window together: what the views share, and how each controller is built. Made on the
 * JavaFX thread.
 */
final class Assembly {
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
  private final Look look;
  private final Views views;

  /**
   * @param doors where the Recommendations tab asks what is open
   * @param aniList asks AniList, once the person wants it
   */
  Assembly(
      Workspace workspace,
      Places places,
      SettingsModel settings,
      Links links,
      FileChoices files,
      Function<Opened, Door> doors,
      AniListClient aniList,
      Texts texts,
      ErrorWindow errors) {
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
            where -> started(where.host(), Listener.start(where, workspace, log)),
            log,
            messages,
            troubles,
            navigation,
            texts);
    this.look = new Look(settings);
    this.views = new Views(texts, controllers);
    Numbers numbers = new Numbers(texts);
    this.incoming = new IncomingFiles(datasets, listImport, jobs);
    this.listExports = new ListExports(list, files, jobs, messages, texts);
    TitleActions actions = new TitleActions(list, messages, navigation, links, texts);
    CsvExport csv = new CsvExport(files, jobs, messages, texts);

    controllers.register(
        ShellController.class,
        () -> new ShellController(views, navigation, messages, settings, incoming, list, texts));
    controllers.register(
        HeaderController.class,
        () -> new HeaderController(data, user, person, datasets, navigation, files, look, texts));
    controllers.register(
        StatusBarController.class, () -> new StatusBarController(jobs, data, texts, numbers));
    controllers.register(
        ImportReportController.class,
        () -> new ImportReportController(data, navigation, texts, numbers));
    controllers.register(
        DeleteDatasetController.class,
        () -> new DeleteDatasetController(data, datasets, navigation, texts));
    controllers.register(
        DownloadController.class,
        () -> new DownloadController(download, datasets, files, links, texts));
    controllers.register(
        DownloadPanelController.class, () -> new DownloadPanelController(download, navigation));
    controllers.register(
        WelcomeController.class,
        () ->
            new WelcomeController(
                data, person, datasets, navigation, listImport, files, views, texts));
    controllers.register(RatePanelController.class, () -> new RatePanelController(navigation));
    controllers.register(
        RateTitlesController.class,
        () -> new RateTitlesController(data, list, person, jobs, troubles, texts, numbers));
    controllers.register(KeysController.class, () -> new KeysController(navigation, texts));
    controllers.register(
        SettingsController.class,
        () -> new SettingsController(settings, places, links, navigation));
    controllers.register(
        ListeningController.class, () -> new ListeningController(listening, links, texts));
    controllers.register(
        TokenController.class, () -> new TokenController(listening, jobs, troubles, texts));
    controllers.register(
        IndicatorController.class, () -> new IndicatorController(listening, views, texts));
    controllers.register(
        RequestsController.class,
        () -> new RequestsController(listening, links, navigation, texts, numbers));
    controllers.register(AnimeFilterForm.class, () -> new AnimeFilterForm(data, texts));
    controllers.register(
        AnimeController.class,
        () -> new AnimeController(data, jobs, troubles, navigation, csv, actions, texts, numbers));
    controllers.register(
        TitleDetails.class, () -> new TitleDetails(jobs, troubles, actions, texts, numbers));
    controllers.register(
        RecommendationsController.class,
        () ->
            new RecommendationsController(
                data,
                new AskedFor(person, user, list, navigation),
                actions,
                listImport,
                files,
                training,
                training.runningProperty().isNotNull().or(learning.runningProperty().isNotNull()),
                doors,
                jobs,
                troubles,
                navigation,
                csv,
                texts,
                numbers));
    controllers.register(
        CompanionChoice.class, () -> new CompanionChoice(data, files, jobs, troubles, texts));
    controllers.register(
        AnswerOptionsForm.class, () -> new AnswerOptionsForm(person, settings, texts, numbers));
    controllers.register(
        UsersController.class,
        () ->
            new UsersController(
                data, user, person, actions, jobs, troubles, navigation, texts, numbers));
    controllers.register(
        ProfileController.class, () -> new ProfileController(navigation, texts, numbers));
    controllers.register(HabitsController.class, () -> new HabitsController(texts, numbers));
    controllers.register(
        MyListController.class,
        () -> new MyListController(list, listImport, files, navigation, texts));
    controllers.register(
        TransferController.class,
        () -> new TransferController(list, listImport, listExports, files, navigation));
    controllers.register(ReadingController.class, () -> new ReadingController(listImport, texts));
    controllers.register(
        AniListController.class, () -> new AniListController(listImport, navigation));
    controllers.register(
        BackupsController.class,
        () -> new BackupsController(list, jobs, troubles, messages, navigation, texts, numbers));
    controllers.register(
        MergeController.class,
        () -> new MergeController(data, list, listImport, jobs, troubles, texts, numbers));
    controllers.register(
        StatisticsController.class,
        () -> new StatisticsController(data, list, jobs, troubles, texts, numbers));
    controllers.register(
        WhatNextController.class,
        () ->
            new WhatNextController(
                data,
                list,
                person,
                settings,
                doors,
                jobs,
                troubles,
                navigation,
                actions,
                texts,
                numbers));
    controllers.register(
        PickedController.class,
        () -> new PickedController(list, navigation, new Random(), texts, numbers));
    controllers.register(
        EntriesController.class,
        () ->
            new EntriesController(data, list, jobs, troubles, navigation, actions, texts, numbers));
    controllers.register(
        EntryController.class, () -> new EntryController(list, navigation, texts, numbers));
    controllers.register(
        ModelController.class,
        () -> new ModelController(data, training, navigation, texts, numbers));
    controllers.register(
        TrainingController.class,
        () -> new TrainingController(data, training, troubles, texts, numbers));
    controllers.register(
        GroupsController.class,
        () -> new GroupsController(data, jobs, troubles, navigation, actions, texts, numbers));
    controllers.register(
        PartsController.class, () -> new PartsController(data, learning, texts, numbers));
    controllers.register(
        ModelFilesController.class,
        () -> new ModelFilesController(workspace, data, jobs, troubles, texts, numbers));
    controllers.register(
        EvaluationController.class, () -> new EvaluationController(data, evaluations, texts));
    controllers.register(
        PlanController.class,
        () -> new PlanController(data, evaluations, jobs, troubles, texts, numbers));
    controllers.register(
        ResultController.class, () -> new ResultController(jobs, messages, files, texts, numbers));
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
   * Opens the person's list and the data set that was open last, and then imports what the program
   * was started with.
   */
  void start(List<Path> filesToImport) {
    list.open();
    listening.start();
    welcome();
    JobTask<Opened> opening = datasets.openLast();
    if (!filesToImport.isEmpty()) {
      opening
          .phaseProperty()
          .addListener(
              (_, _, phase) -> {
                if (phase.ended()) {
                  datasets.importFiles(filesToImport);
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

  Views.View shell() {
    return views.load(FxmlFile.SHELL);
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

  Look look() {
    return look;
  }
}
