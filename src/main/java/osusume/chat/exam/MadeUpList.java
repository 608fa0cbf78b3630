package osusume.chat.exam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import osusume.data.Catalogue;
import osusume.mylist.ListEntry;
import osusume.mylist.MyList;
import osusume.mylist.Status;

/** The list of the person who puts most of the requests: somebody with a broad, warm taste. */
final class MadeUpList {
  private static final Instant WHEN = Instant.parse("2024-01-01T00:00:00Z");

  private record Entry(int animeId, Status status, int score) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(9253, Status.COMPLETED, 10), // Steins;Gate
          new Entry(5114, Status.COMPLETED, 10), // Fullmetal Alchemist: Brotherhood
          new Entry(4181, Status.COMPLETED, 10), // Clannad: After Story
          new Entry(2167, Status.COMPLETED, 8), // Clannad
          new Entry(1535, Status.COMPLETED, 9), // Death Note
          new Entry(4224, Status.COMPLETED, 8), // Toradora!
          new Entry(5680, Status.COMPLETED, 9), // K-On!
          new Entry(22789, Status.COMPLETED, 9), // Barakamon
          new Entry(1, Status.COMPLETED, 9), // Cowboy Bebop
          new Entry(199, Status.COMPLETED, 9), // Sen to Chihiro no Kamikakushi
          new Entry(164, Status.COMPLETED, 8), // Mononoke Hime
          new Entry(5081, Status.COMPLETED, 8), // Bakemonogatari
          new Entry(20583, Status.COMPLETED, 9), // Haikyuu!!
          new Entry(30276, Status.COMPLETED, 8), // One Punch Man
          new Entry(16498, Status.COMPLETED, 7), // Shingeki no Kyojin
          new Entry(11757, Status.COMPLETED, 5), // Sword Art Online
          new Entry(2476, Status.COMPLETED, 3), // School Days
          new Entry(11111, Status.COMPLETED, 0), // Another
          new Entry(918, Status.WATCHING, 9), // Gintama
          new Entry(20, Status.DROPPED, 4), // Naruto
          new Entry(269, Status.DROPPED, 0), // Bleach
          new Entry(19, Status.PLANNED, 0), // Monster
          new Entry(11617, Status.NOT_INTERESTED, 0)); // High School DxD

  private MadeUpList() {}

  /** Of the titles that the catalogue has. */
  static MyList in(Catalogue catalogue) {
    List<ListEntry> entries = new ArrayList<>();
    for (Entry entry : ENTRIES) {
      int row = catalogue.rowOfId(entry.animeId);
      if (row >= 0) {
        entries.add(
            ListEntry.of(catalogue.anime(row), entry.status, WHEN)
                .but()
                .score(entry.score)
                .build());
      }
    }
    return MyList.of(entries);
  }
}
