package osusume.ui.view;

import java.net.URL;

/** Every FXML file that is loaded by itself (others are included by these). */
public enum FxmlFile {
  HEADER("Header.fxml"),
  STATUS_BAR("StatusBar.fxml"),
  RECOMMENDATIONS("recommend/Recommendations.fxml"),
  ANIME("anime/Anime.fxml"),
  USERS("users/Users.fxml"),
  MY_LIST("mylist/MyList.fxml"),
  CHAT("chat/Chat.fxml"),
  MODEL("model/Model.fxml"),
  EVALUATION("evaluate/Evaluation.fxml"),
  SETTINGS("settings/Settings.fxml"),
  REQUESTS("listen/Requests.fxml"),
  IMPORT_REPORT("ImportReport.fxml"),
  DELETE_DATA_SET("DeleteDataset.fxml"),
  RATE_PANEL("welcome/RatePanel.fxml"),
  ANILIST("mylist/AniList.fxml"),
  LIST_BACKUPS("mylist/Backups.fxml"),
  WELCOME("welcome/Welcome.fxml"),
  RATE_TITLES("welcome/RateTitles.fxml"),
  DOWNLOAD("download/DownloadPanel.fxml"),
  KEYS("Keys.fxml");

  private final String path;

  FxmlFile(String path) {
    this.path = path;
  }

  URL url() {
    URL url = FxmlFile.class.getResource("/osusume/ui/" + path);
    if (url == null) {
      throw new IllegalStateException("The program lacks its file osusume/ui/" + path + ".");
    }
    return url;
  }
}
