package osusume.ui.chat;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import osusume.chat.NamedTitle;
import osusume.ui.chat.MarkdownRow.Kind;
import osusume.ui.chat.MarkdownRow.Mark;
import osusume.ui.chat.MarkdownRow.Span;

/** How Markdown is read into rows, whole and while it grows. */
class MarkdownRowsTest {
  private static final String TEXT =
      """
      A _quiet_ opening
      of two lines.

      1. **Barakamon**: an island
         - never loud

           and never long
      2. Usagi Drop
      1. counted on
      9. and on
      * another list
      *not an item
       * an item
      * * two of them

      > a quote
      that goes on

      | title     | episodes |
      |-----------|---------:|
      | Mushishi  | 26       |
      | Barakamon | 12       |

          indented();

      ```
      code();

      more();
      ```
      A heading
      =========
      <b>text</b> [a page](https://example.org)

      ***
      the end
      """;

  private static List<MarkdownRow> rows(String markdown) {
    return MarkdownRows.of(markdown, List.of()).rows();
  }

  private static String text(MarkdownRow row) {
    return row.spans().stream().map(Span::text).collect(joining());
  }

  @Test
  void whatIsClosedStaysAsItIsWhateverFollows() {
    String closedText = "";
    List<MarkdownRow> closed = new ArrayList<>();
    int number = MarkdownRows.NO_NUMBER;
    for (int end = 0; end <= TEXT.length(); end++) {
      String now = TEXT.substring(0, end);
      MarkdownRows.Read read =
          MarkdownRows.of(now.substring(closedText.length()), List.of(), number);
      List<MarkdownRow> all = new ArrayList<>(closed);
      all.addAll(read.rows());
      assertThat(all).as(now).isEqualTo(rows(now));
      number = read.number();
      closed.addAll(read.rows().subList(0, read.closed()));
      closedText = now.substring(0, closedText.length() + read.open());
    }
    // Only the last block is read again.
    assertThat(TEXT.substring(closedText.length())).isEqualTo("the end\n");
  }

  @Test
  void ofAListOnlyTheLastItemIsReadAgain() {
    String list = "7. one\n8. two\n3. three\n";
    MarkdownRows.Read read = MarkdownRows.of(list, List.of());
    assertThat(list.substring(read.open())).isEqualTo("3. three\n");
    assertThat(read.closed()).isEqualTo(2);
    assertThat(read.number()).isEqualTo(9);
  }

  @Test
  void aLongTableIsInPiecesWithTheSameColumns() {
    String line = "| a quiet title | 12 |\n";
    List<MarkdownRow> rows = rows("| title | episodes |\n|---|---|\n" + line.repeat(60));
    assertThat(rows).hasSize(4);
    assertThat(rows.stream().flatMap(row -> text(row).lines()))
        .hasSize(61)
        .containsOnly("title           episodes", "a quiet title         12");
    assertThat(rows).allMatch(row -> row.kind() == Kind.CODE);
  }

  @Test
  void columnsOfATableStandBelowEachOther() {
    MarkdownRow table =
        rows("| title | episodes |\n|:--|--:|\n| Mushishi | 26 |\n| Barakamon | 9 |").getFirst();
    assertThat(table.kind()).isEqualTo(Kind.CODE);
    assertThat(text(table))
        .isEqualTo(
            """
            title       episodes
            Mushishi          26
            Barakamon          9""");
    assertThat(table.spans().getFirst())
        .isEqualTo(new Span("title", true, false, false, Mark.NONE));
  }

  @Test
  void linesOfStrokesThatAreNoTableStayAsTheyAre() {
    assertThat(text(rows("| only | one |").getFirst())).isEqualTo("| only | one |");
    assertThat(text(rows("| a |\n| b |").getFirst())).isEqualTo("| a |\n| b |");
  }

  @Test
  void aTitleThereIsNotIsMarkedInATableToo() {
    String text = "| title |\n|---|\n| Dream of Nobody |";
    int from = text.indexOf("Dream");
    var title = new NamedTitle(from, from + 15, "Dream of Nobody", OptionalInt.empty(), false);
    List<Span> spans = MarkdownRows.of(text, List.of(title)).rows().getFirst().spans();
    assertThat(spans.getLast())
        .isEqualTo(new Span("Dream of Nobody", false, false, false, Mark.MISSING));
  }
}
