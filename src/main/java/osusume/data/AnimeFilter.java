package osusume.data;

import java.util.BitSet;
import java.util.List;

/**
 * Which titles are wanted; every part must match. A part that is empty, null or {@link
 * NumberRange#ANY} asks for nothing. An unknown number matches no range, unless {@code keepUnknown}
 * says otherwise.
 *
 * @param animeId this MyAnimeList id only; null: any
 * @param name the whole name, whatever the case; null: any
 * @param title text that the name contains, whatever the case; null: any
 * @param genres texts that must all be contained in the title's genres, whatever the case
 * @param anyGenres texts one of which must be contained in the title's genres; empty: any
 * @param withoutGenres texts none of which may be contained in the title's genres
 * @param wholeGenres whether a text must be the whole of a genre and not a part of it, so that
 *     "Shoujo" is not "Shoujo Ai"
 * @param types one of these types, whatever the case; empty: any
 * @param episodes number of episodes
 * @param rating mean rating of MyAnimeList's members
 * @param members number of members
 * @param hideAdult whether adult titles are left out
 * @param keepUnknown whether a title whose number is not known passes the ranges
 */
public record AnimeFilter(
    Integer animeId,
    String name,
    String title,
    List<String> genres,
    List<String> anyGenres,
    List<String> withoutGenres,
    boolean wholeGenres,
    List<String> types,
    NumberRange episodes,
    NumberRange rating,
    NumberRange members,
    boolean hideAdult,
    boolean keepUnknown) {
  /** Wants every title. */
  public static final AnimeFilter ALL = builder().build();

  public AnimeFilter {
    genres = List.copyOf(genres);
    anyGenres = List.copyOf(anyGenres);
    withoutGenres = List.copyOf(withoutGenres);
    types = List.copyOf(types);
  }

  /** A builder that starts from {@link #ALL}. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this filter. */
  public Builder toBuilder() {
    return new Builder()
        .animeId(animeId)
        .name(name)
        .title(title)
        .genres(genres)
        .anyGenres(anyGenres)
        .withoutGenres(withoutGenres)
        .wholeGenres(wholeGenres)
        .types(types)
        .episodes(episodes)
        .rating(rating)
        .members(members)
        .hideAdult(hideAdult)
        .keepUnknown(keepUnknown);
  }

  /** Puts this filter to a catalogue. */
  public Matches match(Catalogue catalogue) {
    return match(catalogue, new BitSet());
  }

  /**
   * Puts this filter to a part of a catalogue.
   *
   * @param without catalogue rows that are no candidates and do not count as removed
   */
  public Matches match(Catalogue catalogue, BitSet without) {
    return new AnimeMatcher(catalogue, without).match(this);
  }

  /** Sets the parts one by one. */
  public static final class Builder {
    private Integer animeId;
    private String name;
    private String title;
    private List<String> genres = List.of();
    private List<String> anyGenres = List.of();
    private List<String> withoutGenres = List.of();
    private boolean wholeGenres;
    private List<String> types = List.of();
    private NumberRange episodes = NumberRange.ANY;
    private NumberRange rating = NumberRange.ANY;
    private NumberRange members = NumberRange.ANY;
    private boolean hideAdult;
    private boolean keepUnknown;

    private Builder() {}

    public Builder animeId(Integer wanted) {
      animeId = wanted;
      return this;
    }

    public Builder name(String wanted) {
      name = wanted;
      return this;
    }

    public Builder title(String contained) {
      title = contained;
      return this;
    }

    public Builder genres(List<String> wanted) {
      genres = wanted;
      return this;
    }

    public Builder anyGenres(List<String> wanted) {
      anyGenres = wanted;
      return this;
    }

    public Builder withoutGenres(List<String> unwanted) {
      withoutGenres = unwanted;
      return this;
    }

    public Builder wholeGenres(boolean whole) {
      wholeGenres = whole;
      return this;
    }

    public Builder types(List<String> wanted) {
      types = wanted;
      return this;
    }

    public Builder episodes(NumberRange wanted) {
      episodes = wanted;
      return this;
    }

    public Builder rating(NumberRange wanted) {
      rating = wanted;
      return this;
    }

    public Builder members(NumberRange wanted) {
      members = wanted;
      return this;
    }

    public Builder hideAdult(boolean hide) {
      hideAdult = hide;
      return this;
    }

    public Builder keepUnknown(boolean keep) {
      keepUnknown = keep;
      return this;
    }

    public AnimeFilter build() {
      return new AnimeFilter(
          animeId,
          name,
          title,
          genres,
          anyGenres,
          withoutGenres,
          wholeGenres,
          types,
          episodes,
          rating,
          members,
          hideAdult,
          keepUnknown);
    }
  }
}
