package osusume.ui;

import java.util.Random;
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
import osusume.ui.view.Controllers;
import osusume.ui.welcome.RatePanelController;
import osusume.ui.welcome.RateTitlesController;
import osusume.ui.welcome.WelcomeController;

/** How the tab of the person's list is built, and the welcome, which asks for one. */
final class ListViews {
  private ListViews() {}

  static void register(Controllers controllers, Assembly shared) {
    controllers.register(
        WelcomeController.class,
        () ->
            new WelcomeController(
                shared.data(),
                shared.person(),
                shared.datasets(),
                shared.navigation(),
                shared.listImport(),
                shared.files(),
                shared.views(),
                shared.texts()));
    controllers.register(
        RatePanelController.class, () -> new RatePanelController(shared.navigation()));
    controllers.register(
        RateTitlesController.class,
        () ->
            new RateTitlesController(
                shared.data(),
                shared.list(),
                shared.person(),
                shared.jobs(),
                shared.troubles(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        MyListController.class,
        () ->
            new MyListController(
                shared.list(),
                shared.listImport(),
                shared.files(),
                shared.navigation(),
                shared.texts()));
    controllers.register(
        TransferController.class,
        () ->
            new TransferController(
                shared.list(),
                shared.listImport(),
                shared.listExports(),
                shared.files(),
                shared.navigation()));
    controllers.register(
        ReadingController.class, () -> new ReadingController(shared.listImport(), shared.texts()));
    controllers.register(
        AniListController.class,
        () -> new AniListController(shared.listImport(), shared.navigation()));
    controllers.register(
        BackupsController.class,
        () ->
            new BackupsController(
                shared.list(),
                shared.jobs(),
                shared.troubles(),
                shared.messages(),
                shared.navigation(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        MergeController.class,
        () ->
            new MergeController(
                shared.data(),
                shared.list(),
                shared.listImport(),
                shared.jobs(),
                shared.troubles(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        StatisticsController.class,
        () ->
            new StatisticsController(
                shared.data(),
                shared.list(),
                shared.jobs(),
                shared.troubles(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        WhatNextController.class,
        () ->
            new WhatNextController(
                shared.data(),
                shared.list(),
                shared.person(),
                shared.settings(),
                shared.doors(),
                shared.jobs(),
                shared.troubles(),
                shared.navigation(),
                shared.actions(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        PickedController.class,
        () ->
            new PickedController(
                shared.list(),
                shared.navigation(),
                new Random(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        EntriesController.class,
        () ->
            new EntriesController(
                shared.data(),
                shared.list(),
                shared.jobs(),
                shared.troubles(),
                shared.navigation(),
                shared.actions(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        EntryController.class,
        () ->
            new EntryController(
                shared.list(), shared.navigation(), shared.texts(), shared.numbers()));
  }
}
