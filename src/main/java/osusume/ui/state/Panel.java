package osusume.ui.state;

/** What can be laid over the window; Esc closes it. */
public enum Panel {
  WELCOME,
  DOWNLOAD,
  SETTINGS,
  IMPORT_REPORT,
  DELETE_DATA_SET,
  RATE_TITLES,
  ANILIST,
  LIST_BACKUPS,
  KEYS
}
