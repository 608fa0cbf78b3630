package osusume.ui.users;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import osusume.app.UserOverview;
import osusume.data.Anime;
import osusume.data.UserProfile;
import osusume.recommend.TasteGroups.GroupShare;
import osusume.ui.control.RatingHistogram;
import osusume.ui.control.ShareRows;
import osusume.ui.state.Navigation;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** What a user's list says of them, in words and bars. */
public final class ProfileController {
  private static final int GROUPS = 5;
  private static final int GENRES = 8;
  private static final int ALL = 100;

  private final Navigation navigation;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private ScrollPane scroll;
  @FXML private Label summary;
  @FXML private Label mean;
  @FXML private Label community;
  @FXML private Label popularity;
  @FXML private RatingHistogram histogram;
  @FXML private Label noRatings;
  @FXML private VBox groupBox;
  @FXML private Label noGroups;
  @FXML private ShareRows groups;
  @FXML private VBox shareBox;
  @FXML private ShareRows genres;
  @FXML private ShareRows lengths;
  @FXML private ShareRows types;

  public ProfileController(Navigation navigation, Texts texts, Numbers numbers) {
    this.navigation = navigation;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    for (Label label : List.of(mean, community, popularity, noRatings, noGroups)) {
      label.managedProperty().bind(label.visibleProperty());
    }
    histogram.managedProperty().bind(histogram.visibleProperty());
    groups.managedProperty().bind(groups.visibleProperty());
    groupBox.managedProperty().bind(groupBox.visibleProperty());
    shareBox.managedProperty().bind(shareBox.visibleProperty());
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
    say(mean, profile.rated() > 0, mean(profile));
    say(community, !Double.isNaN(profile.aboveCommunity()), community(profile));
    say(
        popularity,
        profile.leaning() != UserProfile.Leaning.UNKNOWN,
        texts.format(
            "profile.leaning." + profile.leaning().name().toLowerCase(Locale.ROOT),
            numbers.roughCount(Math.round(profile.medianMembers())),
            numbers.roughCount(Math.round(profile.catalogueMedianMembers()))));
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
    shareBox.setVisible(profile.watched() > 0);
    genres.show(
        rows(profile.genres()),
        GENRES,
        texts.format("profile.genres.all", profile.genres().size()));
    lengths.show(lengthRows(profile.lengths()), ALL, "");
    types.show(rows(profile.types()), ALL, "");
    scroll.setVvalue(0);
  }

  private static void say(Label label, boolean known, String sentence) {
    label.setVisible(known);
    label.setText(known ? sentence : "");
  }

  private String mean(UserProfile profile) {
    return Double.isNaN(profile.spread())
        ? texts.format("profile.single", numbers.decimal(profile.mean(), 0))
        : texts.format(
            "profile.mean",
            numbers.decimal(profile.mean(), 1),
            numbers.decimal(profile.spread(), 1));
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

  private List<ShareRows.Row> rows(List<UserProfile.Share> shares) {
    return shares.stream().map(share -> row(share, name(share.name()))).toList();
  }

  private List<ShareRows.Row> lengthRows(List<UserProfile.Share> shares) {
    return shares.stream()
        .map(
            share ->
                row(
                    share,
                    share.name().equals(Anime.UNKNOWN)
                        ? name(share.name())
                        : texts.format("facts.episodes", share.name())))
        .toList();
  }

  private String name(String heading) {
    return heading.equals(Anime.UNKNOWN) ? texts.get("profile.unknown") : heading;
  }

  private ShareRows.Row row(UserProfile.Share share, String name) {
    return new ShareRows.Row(
        name,
        share.share(),
        share.catalogueShare(),
        numbers.share(share.share()),
        numbers.decimal(share.mean(), 1),
        texts.format(
            Double.isNaN(share.mean()) ? "profile.share.unrated" : "profile.share",
            name,
            numbers.share(share.share()),
            numbers.share(share.catalogueShare()),
            numbers.decimal(share.mean(), 1),
            share.watched(),
            numbers.count(share.watched())),
        null);
  }
}
