package osusume.ui.welcome;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import osusume.app.Opened;
import osusume.data.Anime;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.mylist.ListEntry;
import osusume.recommend.Answer;
import osusume.recommend.FirstTitles;
import osusume.recommend.Recommendation;
import osusume.recommend.Request;
import osusume.ui.control.MarkWords;
import osusume.ui.control.StatePane;
import osusume.ui.control.TitleRow;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.state.CurrentData;
import osusume.ui.state.CurrentPerson;
import osusume.ui.state.PersonalList;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * A quick page of well-known titles to rate, six at a time, with recommendations that grow beside
 * it. Ratings go to the person's list like any other.
 */
public final class RateTitlesController {
  private static final int PAGE = 6;
  private static final int MOST_TITLES = 120;
  private static final int RECOMMENDED = 10;
  private static final int REHEARSALS = 6;

  /** Long enough to see the last score stand before the next titles come. */
  private static final Duration BEFORE_MORE = Duration.millis(500);

  private static final AnimeFilter FILTER = AnimeFilter.builder().hideAdult(true).build();

  private final CurrentData data;
  private final PersonalList list;
  private final CurrentPerson person;
  private final Texts texts;
  private final Numbers numbers;
  private final LatestAnswer<Chosen> choose;
  private final LatestAnswer<Found> ask;
  private final LatestAnswer<Boolean> rehearse;
  private final PauseTransition beforeMore = new PauseTransition(BEFORE_MORE);

  // Held here, for what is watched outlives this view and must not keep it.
  private final InvalidationListener dataChanged = _ -> showData();
  private final InvalidationListener listChanged = _ -> listChanged();
  private final Set<Integer> passed = new HashSet<>();
  private final List<TitleRow> answerRows = new ArrayList<>();
  private Catalogue asked;
  private Chosen chosen = new Chosen(null, new int[0]);
  private int page;

  /** Whether the person has answered something on the page that is shown. */
  private boolean answering;

  @FXML private TitleCards cards;
  @FXML private Label count;
  @FXML private Button before;
  @FXML private Button more;
  @FXML private Label note;
  @FXML private StatePane state;
  @FXML private VBox answers;

  /** The titles to be rated, as rows of the catalogue they were chosen from. */
  private record Chosen(Catalogue catalogue, int[] rows) {
    Anime title(int number) {
      return catalogue.anime(rows[number]);
    }
  }

  /** What is recommended by the ratings so far. */
  private record Found(Opened opened, Answer answer) {}

  public RateTitlesController(
      CurrentData data,
      PersonalList list,
      CurrentPerson person,
      Jobs jobs,
      Troubles troubles,
      Texts texts,
      Numbers numbers) {
    this.data = data;
    this.list = list;
    this.person = person;
    this.texts = texts;
    this.numbers = numbers;
    this.choose = new LatestAnswer<>(jobs, this::showTitles, troubles::tell);
    this.ask = new LatestAnswer<>(jobs, this::showAnswer, troubles::tell);
    this.rehearse = new LatestAnswer<>(jobs, _ -> {}, troubles::tell);
  }

  @FXML
  private void initialize() {
    data.openedProperty().addListener(new WeakInvalidationListener(dataChanged));
    list.listProperty().addListener(new WeakInvalidationListener(listChanged));
    state.busyProperty().bind(ask.busyProperty());
    beforeMore.setOnFinished(_ -> more());
    // The titles may be chosen before the page is in the window, where nothing takes the focus.
    cards.sceneProperty().addListener((_, _, _) -> Platform.runLater(this::focusFirst));
    showList();
    showData();
  }

  /** What was learned may have changed, or the whole data set. */
  private void showData() {
    Opened opened = data.opened();
    if (opened == null) {
      return;
    }
    if (opened.data().catalogue() != asked) {
      beforeMore.stop();
      asked = opened.data().catalogue();
      Catalogue from = asked;
      BitSet known = knownRows(from);
      choose.ask(() -> new Chosen(from, FirstTitles.of(from, known, MOST_TITLES)));
    }
    recommend();
  }

  private BitSet knownRows(Catalogue catalogue) {
    BitSet known = new BitSet();
    for (ListEntry entry : list.get().entries()) {
      int row = catalogue.rowOfId(entry.key().id());
      if (row >= 0 && list.of(catalogue.anime(row)).isPresent()) {
        known.set(row);
      }
    }
    return known;
  }

  private void showTitles(Chosen found) {
    chosen = found;
    showPage(0);
    Opened opened = data.opened();
    if (opened.data().catalogue() == found.catalogue()) {
      rehearse.ask(() -> rehearsed(opened, found.rows()));
    }
  }

  /**
   * The first answers of a program just started take several times as long as later ones, for their
   * code is loaded and compiled. So some are worked out while the person looks at the titles, as if
   * they had liked one, and thrown away.
   */
  private static boolean rehearsed(Opened opened, int[] titles) {
    for (int i = 0; i < Math.min(REHEARSALS, titles.length); i++) {
      find(opened, Taste.of(new int[] {titles[i]}, new byte[] {8}));
    }
    return true;
  }

  private void showPage(int wanted) {
    beforeMore.stop();
    answering = false;
    page = wanted;
    cards.show(
        IntStream.range(page * PAGE, Math.min(chosen.rows().length, (page + 1) * PAGE))
            .mapToObj(i -> card(chosen.title(i)))
            .toList());
    before.setDisable(page == 0);
    more.setDisable((page + 1) * PAGE >= chosen.rows().length);
    showList();
    focusFirst();
  }

  private void focusFirst() {
    if (!cards.cards().isEmpty()) {
      cards.focusNext(cards.cards().getLast());
    }
  }

  private TitleCard card(Anime anime) {
    TitleCard[] card = new TitleCard[1];
    card[0] =
        new TitleCard(
            anime,
            texts,
            numbers,
            score -> rate(card[0], score),
            () -> {
              passed.add(anime.id());
              goOn(card[0]);
            });
    card[0].showPassed(passed.contains(anime.id()));
    return card[0];
  }

  private void rate(TitleCard card, int score) {
    beforeMore.stop();
    passed.remove(card.anime().id());
    // Shown on the card once it is on the disk, when the list says so.
    list.rate(card.anime(), score);
    if (score > 0) {
      goOn(card);
    }
  }

  private void goOn(TitleCard after) {
    answering = true;
    cards.focusNext(after);
    showMoreOnceAllIsAnswered();
  }

  private void showMoreOnceAllIsAnswered() {
    boolean all = cards.cards().stream().allMatch(TitleCard::answered);
    if (answering && all && !more.isDisabled()) {
      beforeMore.playFromStart();
    }
  }

  @FXML
  private void before() {
    showPage(page - 1);
  }

  @FXML
  private void more() {
    showPage(page + 1);
  }

  private void listChanged() {
    showList();
    showMoreOnceAllIsAnswered();
  }

  private void showList() {
    for (TitleCard card : cards.cards()) {
      card.show(list.of(card.anime()).map(ListEntry::score).orElse(0));
    }
    long rated = list.get().entries().stream().filter(entry -> entry.score() > 0).count();
    count.setText(texts.format("rate.count", rated));
    recommend();
  }

  private void recommend() {
    Opened opened = data.opened();
    if (opened == null) {
      return;
    }
    var taste = person.own(opened.data().catalogue());
    if (!taste.hasRatings()) {
      ask.forget();
      note.setText("");
      state.showInstead(texts.get("rate.nothing"), texts.get("rate.nothing.hint"));
      return;
    }
    ask.ask(() -> find(opened, taste));
  }

  private static Found find(Opened opened, Taste taste) {
    var door = opened.recommendations();
    Request request =
        Request.of(taste, door.strategies().getFirst()).k(RECOMMENDED).filter(FILTER).build();
    return new Found(opened, door.answer(request));
  }

  private void showAnswer(Found found) {
    List<Recommendation> recommended = found.answer().recommendations();
    while (answerRows.size() < recommended.size()) {
      TitleRow row = new TitleRow(numbers, new MarkWords(texts));
      row.setSpacing(8);
      answerRows.add(row);
    }
    for (int i = 0; i < recommended.size(); i++) {
      int animeRow = recommended.get(i).animeRow();
      answerRows.get(i).show(found.opened().data().catalogue().anime(animeRow));
    }
    answers.getChildren().setAll(answerRows.subList(0, recommended.size()));
    boolean learning = found.answer().strategy().equals("popular");
    boolean simulated = found.opened().data().simulated();
    note.setText(texts.get(learning ? "rate.learning" : simulated ? "rate.demo" : "rate.real"));
    state.showContent();
  }
}
