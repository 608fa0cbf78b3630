package osusume.ui.mylist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.app.Opened;
import osusume.app.Places;
import osusume.app.Workspace;
import osusume.data.Anime;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;
import osusume.data.io.DatasetStore;
import osusume.mylist.ListEntry;
import osusume.mylist.MyList;
import osusume.mylist.MyTaste;
import osusume.mylist.Status;
import osusume.progress.Progress;
import osusume.recommend.Recommendation;
import osusume.ui.recommend.Door;

class WhatNextSearchTest {
  private static final int TITLES = 130;

  @TempDir Path folder;

  /** Titles of which the first is watched by everybody, the last by one user. */
  private Opened opened() throws Exception {
    Catalogue catalogue =
        new Catalogue(
            IntStream.range(0, TITLES)
                .mapToObj(
                    t -> new Anime(100 + t, "Title" + t, List.of("Drama"), "TV", 12, 7, 1000 - t))
                .toList());
    int[] starts = new int[TITLES + 1];
    int[] columns = new int[TITLES * (TITLES + 1) / 2];
    byte[] values = new byte[columns.length];
    int n = 0;
    for (int user = 0; user < TITLES; user++) {
      for (int t = 0; t <= user; t++) {
        columns[n] = t;
        values[n++] = 8;
      }
      starts[user + 1] = n;
    }
    var ratings =
        new RatingMatrix(
            IntStream.rangeClosed(1, TITLES).toArray(), starts, columns, values, TITLES);
    var places =
        new Places(
            folder.resolve("data"),
            folder.resolve("models"),
            folder.resolve("settings.json"),
            folder.resolve("logs"),
            folder.resolve("mylist"));
    var workspace = new Workspace(places);
    keep(
        places,
        new Dataset(
            "steps",
            false,
            catalogue,
            ratings,
            "feed",
            new ImportReport(TITLES, TITLES, n, 0, List.of())));
    return workspace.open("steps", Progress.NONE, _ -> {});
  }

  private static void keep(Places places, Dataset data) throws IOException {
    java.nio.file.Files.createDirectories(places.data());
    DatasetStore.write(places.data().resolve(data.name() + ".dataset"), data, Progress.NONE);
  }

  @Test
  void everyPlannedTitleIsRankedAndThoseThatAreReadAreExplained() throws Exception {
    Opened opened = opened();
    Catalogue catalogue = opened.data().catalogue();
    MyList list =
        MyList.of(
            IntStream.range(0, TITLES)
                .mapToObj(
                    t ->
                        ListEntry.of(
                            catalogue.anime(t),
                            t == 0 ? Status.COMPLETED : Status.PLANNED,
                            Instant.EPOCH))
                .toList());
    var search =
        new WhatNextSearch(
            opened, Door.of(opened), list, MyTaste.of(list, catalogue), AnimeFilter.ALL);
    WhatNextSearch.Found found = search.find();
    assertThat(found.planned()).isEqualTo(TITLES - 1);
    assertThat(found.ranked().stream().map(Recommendation::animeRow))
        .containsExactlyElementsOf(IntStream.range(1, TITLES).boxed().toList());
    assertThat(found.ranked().stream().map(Recommendation::rank))
        .containsExactlyElementsOf(IntStream.range(1, TITLES).boxed().toList());
    assertThat(found.ranked().subList(0, 100)).noneMatch(title -> title.reasons().isEmpty());
    assertThat(found.ranked().subList(100, TITLES - 1))
        .allMatch(title -> title.reasons().isEmpty());
  }
}
