package osusume.ui;

import osusume.ui.evaluate.EvaluationController;
import osusume.ui.evaluate.PlanController;
import osusume.ui.evaluate.ResultController;
import osusume.ui.model.GroupsController;
import osusume.ui.model.ModelController;
import osusume.ui.model.ModelFilesController;
import osusume.ui.model.PartsController;
import osusume.ui.model.TrainingController;
import osusume.ui.view.Controllers;

/** How the tabs Model and Evaluation are built. */
final class ModelViews {
  private ModelViews() {}

  static void register(Controllers controllers, Assembly shared) {
    controllers.register(
        ModelController.class,
        () ->
            new ModelController(
                shared.data(),
                shared.training(),
                shared.navigation(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        TrainingController.class,
        () ->
            new TrainingController(
                shared.data(),
                shared.training(),
                shared.troubles(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        GroupsController.class,
        () ->
            new GroupsController(
                shared.data(),
                shared.jobs(),
                shared.troubles(),
                shared.navigation(),
                shared.actions(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        PartsController.class,
        () ->
            new PartsController(
                shared.data(), shared.learning(), shared.texts(), shared.numbers()));
    controllers.register(
        ModelFilesController.class,
        () ->
            new ModelFilesController(
                shared.workspace(),
                shared.data(),
                shared.jobs(),
                shared.troubles(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        EvaluationController.class,
        () -> new EvaluationController(shared.data(), shared.evaluations(), shared.texts()));
    controllers.register(
        PlanController.class,
        () ->
            new PlanController(
                shared.data(),
                shared.evaluations(),
                shared.jobs(),
                shared.troubles(),
                shared.texts(),
                shared.numbers()));
    controllers.register(
        ResultController.class,
        () ->
            new ResultController(
                shared.jobs(),
                shared.messages(),
                shared.files(),
                shared.texts(),
                shared.numbers()));
  }
}
