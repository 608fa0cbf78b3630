package osusume.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.data.Catalogue;
import osusume.data.Taste;

class RatingListsTest {
  @TempDir Path folder;

  private Catalogue catalogue;

  @BeforeEach
  void read() throws Exception {
    catalogue = Csv.read(Csv.ANIME, Csv.RATING).catalogue();
  }

  private RatingLists read(String csv) throws Exception {
    return RatingLists.read(Files.writeString(folder.resolve("lists.csv"), csv), catalogue);
  }

  @Test
  void eachPersonIsATasteOutsideTheDataSet() throws Exception {
    RatingLists lists = read("\uFEFFrating,user_id,anime_id\n8,900,7\n,900,1\n9,3,5\n10,900,7\n");
    assertThat(lists.people()).extracting(RatingLists.Person::userId).containsExactly(3, 900);
    Taste taste = lists.people().get(1).taste();
    assertThat(taste.userRow()).isEqualTo(-1);
    assertThat(taste.size()).isEqualTo(2);
    int monster = catalogue.rowOfId(7);
    int name = catalogue.rowOfId(1);
    assertThat(taste.leavesOut(monster) && taste.leavesOut(name)).isTrue();
    for (int entry = 0; entry < 2; entry++) {
      assertThat(taste.rating(entry)).isEqualTo(taste.row(entry) == monster ? 10 : -1);
    }
    assertThat(lists.unknownTitles()).isZero();
  }

  @Test
  void somebodyWhoseTitlesAreAllUnknownIsStillThere() throws Exception {
    RatingLists lists = read("user_id,anime_id,rating\n4,999,8\n5,1,8\n5,998,7\n");
    assertThat(lists.people()).extracting(RatingLists.Person::userId).containsExactly(4, 5);
    assertThat(lists.people().getFirst().taste().size()).isZero();
    assertThat(lists.unknownTitles()).isEqualTo(2);
  }

  @Test
  void whatIsNoListIsRefusedWithALine() {
    assertThatThrownBy(() -> read("user_id,anime_id,rating\n4,1,0\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("lists.csv, line 2, column rating: found \"0\"");
    assertThatThrownBy(() -> read("user_id,anime_id\n4,1\n"))
        .hasMessageContaining("the column rating is missing");
    assertThatThrownBy(() -> read("")).hasMessageContaining("lists.csv is empty");
    assertThatThrownBy(() -> RatingLists.read(folder.resolve("none.csv"), catalogue))
        .hasMessageContaining("there is no such file");
  }
}
