package osusume.ui.users;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import osusume.app.UserOverview;
import osusume.data.UserProfile;
import osusume.recommend.TasteGroups.GroupShare;
import osusume.recommend.profile.Habits;
import osusume.ui.control.RatingHistogram;
import osusume.ui.control.ShareRows;
import osusume.ui.state.Navigation;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** What a user's list says of them, in words and bars. */
public final class ProfileController {
  private static final int GROUPS = 5;

  private final Navigation navigation;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private ScrollPane scroll;
  @FXML private Label summary;
  @FXML private Label mean;
  @FXML private Label scale;
  @FXML private Label community;
  @FXML private RatingHistogram histogram;
  @FXML private Label noRatings;
  @FXML private VBox groupBox;
  @FXML private Label noGroups;
  @FXML private ShareRows groups;
  @FXML private HabitsController habitsController;

  public ProfileController(Navigation navigation, Texts texts, Numbers numbers) {
    this.navigation = navigation;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    for (Label label : List.of(mean, scale, community, noRatings, noGroups)) {
      label.managedProperty().bind(label.visibleProperty());
    }
    histogram.managedProperty().bind(histogram.visibleProperty());
    groups.managedProperty().bind(groups.visibleProperty());
    groupBox.managedProperty().bind(groupBox.visibleProperty());
  }

  /** Shows a user's profile from its top. */
  void show(UserOverview overview) {
    UserProfile profile = overview.profile();
    summary.setText(
        texts.format(
            "profile.summary",
            profile.watched(),
            numbers.count(profile.watched()),
            numbers.count(profile.rated())));
    Habits.Scale rates = overview.habits().scale();
    say(mean, profile.rated() > 0, mean(profile, rates));
    boolean compared = rates.strictness() != Habits.Strictness.UNKNOWN;
    say(scale, compared, compared ? strictness(rates) : "");
    say(community, !Double.isNaN(profile.aboveCommunity()), community(profile));
    histogram.show(profile.histogram(), "profile.titles", texts, numbers);
    histogram.setVisible(profile.rated() > 0);
    noRatings.setVisible(profile.rated() == 0);
    groupBox.setVisible(overview.groups().isPresent());
    List<GroupShare> shares = overview.groups().orElse(List.of());
    noGroups.setVisible(shares.isEmpty());
    groups.setVisible(!shares.isEmpty());
    groups.show(
        shares.stream().map(this::row).toList(),
        GROUPS,
        texts.format("profile.groups.all", shares.size()));
    habitsController.show(overview.habits(), profile.watched() > 0);
    scroll.setVvalue(0);
  }

  private static void say(Label label, boolean known, String sentence) {
    label.setVisible(known);
    label.setText(known ? sentence : "");
  }

  private String mean(UserProfile profile, Habits.Scale rates) {
    return profile.rated() == 1
        ? texts.format("profile.single", numbers.decimal(rates.mean(), 0))
        : texts.format(
            "profile.mean", numbers.decimal(rates.mean(), 1), numbers.decimal(rates.spread(), 1));
  }

  private String strictness(Habits.Scale rates) {
    return texts.format(
        "profile.strictness." + rates.strictness().name().toLowerCase(Locale.ROOT),
        numbers.share(rates.stricterUsers()),
        numbers.share(1 - rates.stricterUsers()),
        numbers.decimal(rates.everybodysMean(), 1),
        numbers.decimal(rates.everybodysSpread(), 1));
  }

  private String community(UserProfile profile) {
    String amount = numbers.decimal(Math.abs(profile.aboveCommunity()), 1);
    if (amount.equals(numbers.decimal(0, 1))) {
      return texts.get("profile.community.same");
    }
    return texts.format(
        profile.aboveCommunity() > 0 ? "profile.community.above" : "profile.community.below",
        amount);
  }

  private ShareRows.Row row(GroupShare share) {
    String number = String.valueOf(share.group().number());
    String genreText = String.join(", ", share.group().typicalGenres());
    String shortGenres =
        share.group().typicalGenres().stream().limit(2).collect(Collectors.joining(", "));
    String figure = numbers.share(share.share());
    return new ShareRows.Row(
        texts.format("group.short", number, shortGenres),
        share.share(),
        Double.NaN,
        figure,
        "",
        texts.format("profile.groups.row", number, genreText, figure),
        () -> navigation.showGroup(share.group().index()));
  }
}
