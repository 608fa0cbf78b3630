package osusume.ui.view;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tabs, in their order. A tab is listed here once it does its work. */
public enum TabPage {
  RECOMMENDATIONS(FxmlFile.RECOMMENDATIONS, "tab.recommendations", Feather.STAR),
  ANIME(FxmlFile.ANIME, "tab.anime", Feather.FILM),
  USERS(FxmlFile.USERS, "tab.users", Feather.USERS),
  MY_LIST(FxmlFile.MY_LIST, "tab.myList", Feather.BOOKMARK),
  CHAT(FxmlFile.CHAT, "tab.chat", Feather.MESSAGE_CIRCLE),
  MODEL(FxmlFile.MODEL, "tab.model", Feather.LAYERS),
  EVALUATION(FxmlFile.EVALUATION, "tab.evaluation", Feather.BAR_CHART_2);

  private final FxmlFile file;
  private final String title;
  private final Ikon icon;

  TabPage(FxmlFile file, String title, Ikon icon) {
    this.file = file;
    this.title = title;
    this.icon = icon;
  }

  public FxmlFile file() {
    return file;
  }

  /** Key of its title. */
  public String title() {
    return title;
  }

  public Ikon icon() {
    return icon;
  }
}
