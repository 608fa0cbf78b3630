package osusume.ui;

import osusume.ui.anime.AnimeController;
import osusume.ui.anime.TitleDetails;
import osusume.ui.control.AnimeFilterForm;
import osusume.ui.recommend.AnswerOptionsForm;
import osusume.ui.recommend.AskedFor;
import osusume.ui.recommend.CompanionChoice;
import osusume.ui.recommend.RecommendationsController;
import osusume.ui.users.HabitsController;
import osusume.ui.users.ProfileController;
import osusume.ui.users.UsersController;
import osusume.ui.view.Controllers;

/** How the tabs that show titles of the data set are built: Anime, Recommendations, Users. */
final class TitleViews {
  private TitleViews() {}

  static void register(Controllers controllers, Assembly shared) {
    controllers.register(
        AnimeFilterForm.class, () -> new AnimeFilterForm(shared.data(), shared.texts()));
    controllers.register(
        AnimeController.class,
        () ->
            new AnimeController(
                shared.data(),
                shared.jobs(),
                shared.troubles(),
                shared.navigation(),
                shared.csv(),
                shared.actions(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        TitleDetails.class,
        () ->
            new TitleDetails(
                shared.jobs(),
                shared.troubles(),
                shared.actions(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        RecommendationsController.class,
        () ->
            new RecommendationsController(
                shared.data(),
                new AskedFor(shared.person(), shared.user(), shared.list(), shared.navigation()),
                shared.actions(),
                shared.listImport(),
                shared.files(),
                shared.training(),
                shared
                    .training()
                    .runningProperty()
                    .isNotNull()
                    .or(shared.learning().runningProperty().isNotNull()),
                shared.doors(),
                shared.jobs(),
                shared.troubles(),
                shared.navigation(),
                shared.csv(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        CompanionChoice.class,
        () ->
            new CompanionChoice(
                shared.data(), shared.files(), shared.jobs(), shared.troubles(), shared.texts()));
    controllers.register(
        AnswerOptionsForm.class,
        () ->
            new AnswerOptionsForm(
                shared.person(), shared.settings(), shared.texts(), shared.numbers()));
    controllers.register(
        UsersController.class,
        () ->
            new UsersController(
                shared.data(),
                shared.user(),
                shared.person(),
                shared.actions(),
                shared.jobs(),
                shared.troubles(),
                shared.navigation(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        ProfileController.class,
        () -> new ProfileController(shared.navigation(), shared.texts(), shared.numbers()));
    controllers.register(
        HabitsController.class, () -> new HabitsController(shared.texts(), shared.numbers()));
  }
}
