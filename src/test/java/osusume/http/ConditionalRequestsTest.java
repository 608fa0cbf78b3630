package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.progress.Progress;

/** Requests that want no answer where they have it. */
class ConditionalRequestsTest {
  private static final String ANY = "If-None-Match: *\r\n";

  @TempDir Path folder;

  @Test
  void whatIsRefusedIsRefusedToWhoHasAnyAnswerToo() throws IOException {
    try (TestListener test = new TestListener(folder, Limits.USUAL)) {
      String[][] refused = {
        {"/nope", "404"}, {"/refused", "400"}, {"/unready", "503"}, {"/small?x=1", "400"}
      };
      for (String[] pair : refused) {
        String status = String.valueOf(Wire.get(test.address, pair[0], ANY).status());
        assertThat(status).as(pair[0]).isEqualTo(pair[1]);
      }
      Wire.Answer known = Wire.get(test.address, "/small", ANY);
      assertThat(known.status()).isEqualTo(304);
      assertThat(known.header("etag")).isEqualTo(Wire.get(test.address, "/small").header("etag"));
    }
  }

  @Test
  void whoHasTheAnswerIsToldSoAndNothingIsWorkedOut() throws IOException {
    try (TestListener test = new TestListener(folder, Limits.USUAL)) {
      String tag = Wire.get(test.address, "/medium").header("etag");
      assertThat(tag).startsWith("W/\"");
      int worked = test.routes.worked.get();
      String[] known = {tag, "\"a\", " + tag, tag.substring(2)};
      for (String header : known) {
        Wire.Answer answer = Wire.get(test.address, "/medium", "If-None-Match: " + header + "\r\n");
        assertThat(answer.status()).as(header).isEqualTo(304);
        assertThat(answer.header("etag")).isEqualTo(tag);
        assertThat(answer.header("cache-control")).isEqualTo("private, no-cache");
      }
      assertThat(test.routes.worked).hasValue(worked);
      assertThat(Wire.get(test.address, "/medium", "If-None-Match: \"a\"\r\n").status())
          .isEqualTo(200);
      assertThat(Wire.get(test.address, "/small").header("etag")).isNotEqualTo(tag);
      assertThat(Wire.get(test.address, "/medium").header("etag")).isEqualTo(tag);
    }
  }

  @Test
  void anAnswerHasAnotherNameOnceSomethingElseIsOpen() throws IOException {
    try (TestListener fresh = new TestListener(folder, Limits.USUAL)) {
      String closed = Wire.get(fresh.address, "/medium").header("etag");
      fresh.workspace.openBare(null, Progress.NONE, _ -> {});
      String open = Wire.get(fresh.address, "/medium").header("etag");
      fresh.workspace.openBare(null, Progress.NONE, _ -> {});
      assertThat(Wire.get(fresh.address, "/medium").header("etag"))
          .isNotEqualTo(open)
          .isNotEqualTo(closed);
      assertThat(open).isNotEqualTo(closed);
    }
  }

  @Test
  void whatMayDifferEachTimeIsNotKept() throws IOException {
    try (TestListener test = new TestListener(folder, Limits.USUAL)) {
      test.routes.go.countDown();
      Wire.Answer answer = Wire.get(test.address, "/talk/5/hello");
      assertThat(answer.text()).isEqualTo("at last");
      assertThat(answer.headers()).doesNotContainKey("etag");
      assertThat(answer.header("cache-control")).isEqualTo("no-store");
    }
  }

  @Test
  void everyLineOfNamesCounts() throws IOException {
    try (TestListener test = new TestListener(folder, Limits.USUAL)) {
      String tag = Wire.get(test.address, "/small").header("etag");
      String second = "If-None-Match: \"other\"\r\nIf-None-Match: " + tag + "\r\n";
      assertThat(Wire.get(test.address, "/small", second).status()).isEqualTo(304);
      String encodings = "Accept-Encoding: br\r\nAccept-Encoding: gzip\r\n";
      assertThat(Wire.get(test.address, "/medium", encodings).header("content-encoding"))
          .isEqualTo("gzip");
    }
  }

  @Test
  void fromTheNameOfOneAnswerNobodyWorksOutAnother() {
    EntityTags tags = new EntityTags();
    List<Long> names =
        List.of("/a?", "/b?", "/c?", "/d?").stream()
            .map(request -> tags.of(Optional.empty(), request))
            .map(tag -> tag.substring(tag.lastIndexOf('-') + 1, tag.length() - 1))
            .map(hex -> Long.parseUnsignedLong(hex.substring(hex.length() - 16), 16))
            .toList();
    Set<Long> steps = new HashSet<>();
    for (int i = 1; i < names.size(); i++) {
      steps.add(names.get(i) - names.get(i - 1));
    }
    assertThat(steps).as("one step for all would lead from name to name").hasSize(3);
    assertThat(new EntityTags().of(Optional.empty(), "/a?"))
        .isNotEqualTo(tags.of(Optional.empty(), "/a?"));
  }
}
