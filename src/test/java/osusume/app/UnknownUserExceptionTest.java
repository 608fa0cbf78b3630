package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;

/** What somebody is told who asks for a user there is not. */
class UnknownUserExceptionTest {
  private static String asked(int... users) {
    var title = new Anime(1, "One", List.of("Drama"), "TV", 1, 7, 1);
    var nobody = new RatingMatrix(users, new int[users.length + 1], new int[0], new byte[0], 1);
    var report = new ImportReport(1, users.length, 0, 0, List.of());
    var data = new Dataset("new", false, new Catalogue(List.of(title)), nobody, "0", report);
    return new UnknownUserException(5, data).getMessage();
  }

  @Test
  void theSentenceSaysWhichUsersThereAre() {
    assertThat(asked(3, 8))
        .isEqualTo("There is no user 5 in the data set \"new\"; its 2 users have ids from 3 to 8.");
    assertThat(asked())
        .isEqualTo("There is no user 5 in the data set \"new\": it has no users at all.");
  }
}
