package osusume.http;

import java.util.Locale;

/** What a request of {@link SteadyLoad} asks for, and how many of each hundred do. */
enum LoadKind {
  /** {@code /anime} with five filters and a limit of 20. */
  ANIME(30),
  /** {@code /user} for the whole list of one user. */
  USER(20),
  /** {@code /recommend} with the strategy of that name; a third of them with a filter. */
  GROUP(18),
  MIX(15),
  SIMILAR(10),
  BLEND(2),
  /** {@code /}, {@code /openapi.json}, and what {@code /anime} and {@code /user} teach. */
  PAGE(5);

  private final int ofHundred;

  LoadKind(int ofHundred) {
    this.ofHundred = ofHundred;
  }

  int ofHundred() {
    return ofHundred;
  }

  /** As reports write it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
