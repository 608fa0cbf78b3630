package osusume.chat.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * Where a language model is asked: the base of the protocol's addresses, which usually ends in
 * {@code /v1}.
 *
 * @param uri http or https, with a host, without user name, query and fragment
 */
public record ModelAddress(URI uri) {
  /** OpenAI itself. */
  public static final ModelAddress OPENAI =
      new ModelAddress(URI.create("https://api.openai.com/v1"));

  /** Where programs that serve models on this computer listen, unless they are told otherwise. */
  public static final List<Preset> PRESETS =
      List.of(
          new Preset("Ollama", local(11434)),
          new Preset("LM Studio", local(1234)),
          new Preset("llama.cpp", local(8080)),
          new Preset("vLLM", local(8000)));

  private static final int LONGEST = 2000;

  /** A program that serves models, and where. */
  public record Preset(String name, ModelAddress address) {}

  /**
   * @throws IllegalArgumentException if no model can be asked there; worded for a person
   */
  public ModelAddress {
    String why = whyNot(uri);
    if (!why.isEmpty()) {
      throw new IllegalArgumentException(why);
    }
  }

  /**
   * Reads an address a person wrote.
   *
   * @throws IllegalArgumentException if it is none, or no model can be asked there; worded for a
   *     person
   */
  public static ModelAddress parse(String text) {
    String trimmed = text.strip();
    if (trimmed.length() > LONGEST) {
      throw new IllegalArgumentException(
          "An address of %,d characters is too long; it may have %,d."
              .formatted(trimmed.length(), LONGEST));
    }
    while (trimmed.endsWith("/")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    try {
      return new ModelAddress(new URI(trimmed));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "That is no address. One looks like %s.".formatted(PRESETS.getFirst().address().uri), e);
    }
  }

  private static ModelAddress local(int port) {
    return new ModelAddress(URI.create("http://127.0.0.1:" + port + "/v1"));
  }

  // An address that is refused is not repeated: it may hold a password.
  private static String whyNot(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return "The address of a language model begins with https:// or http://,"
          + " for instance http://127.0.0.1:11434/v1.";
    }
    if (uri.getHost() == null) {
      return "The address of the language model names no host."
          + " One looks like http://127.0.0.1:11434/v1.";
    }
    if (uri.getUserInfo() != null) {
      return "The address of the language model holds a user name or a password."
          + " Leave them out; a key is given on its own.";
    }
    if (uri.getPath() != null && KeyShape.in(uri.getPath())) {
      return "The address of the language model holds what looks like a key."
          + " Leave it out; a key is given on its own.";
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return "The address of the language model has a ? or # in it. Leave out what begins there.";
    }
    return "";
  }

  /** Host and port, for a person. */
  public String host() {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  /** Whether nobody on the way can read what is sent: https, or a host that is near. */
  public boolean mayCarryKey() {
    return uri.getScheme().equalsIgnoreCase("https") || isNear();
  }

  /** Whether the host is this computer or one of the same private network. */
  public boolean isNear() {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || host.matches("\\[f[cd][0-9a-f]{2}:.*]")
        || host.matches("\\[fe80:.*]")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.matches("10(\\.\\d{1,3}){3}")
        || host.matches("192\\.168(\\.\\d{1,3}){2}")
        || host.matches("169\\.254(\\.\\d{1,3}){2}")
        || host.matches("172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}");
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
