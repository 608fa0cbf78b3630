package osusume.mylist.io;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML parser over bytes that nobody vouches for: no document type is looked into, no entity is
 * expanded, nothing is fetched. Spaces before the declaration, which XML does not allow but editors
 * leave, are passed over.
 */
final class XmlDocument implements Closeable {
  private static final int HEAD = 4096;
  private static final Pattern DECLARED =
      Pattern.compile("(?s)\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"'].*");

  private final XMLStreamReader reader;
  private final XmlLetters letters;
  private final int skippedLines;

  private XmlDocument(XMLStreamReader reader, XmlLetters letters, int skippedLines) {
    this.reader = reader;
    this.letters = letters;
    this.skippedLines = skippedLines;
  }

  /**
   * @param file its name
   * @throws UnsupportedCharsetException if it declares an encoding nobody knows
   * @throws XMLStreamException if it does not even start as XML
   */
  static XmlDocument of(String file, InputStream bytes) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    BufferedInputStream in = new BufferedInputStream(bytes, HEAD);
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    String start = ListText.start(head);
    String spaces = start.substring(0, start.length() - start.stripLeading().length());
    // The parser's own decoder writes to the console where bytes are no text; ours throws.
    Reader text = ListText.of(in, declared(start));
    text.skip(spaces.length());
    XmlLetters letters = new XmlLetters(text, file);
    return new XmlDocument(
        factory.createXMLStreamReader(letters),
        letters,
        (int) spaces.chars().filter(c -> c == '\n').count());
  }

  /** The encoding a declaration names that could be read as single bytes. */
  private static Charset declared(String start) {
    Matcher declared = DECLARED.matcher(start);
    if (!declared.matches()) {
      return StandardCharsets.UTF_8;
    }
    Charset charset = Charset.forName(declared.group(1));
    // One of several bytes a letter can't be right where this could be read.
    return charset.name().matches("UTF-(16|32).*") ? StandardCharsets.UTF_8 : charset;
  }

  XMLStreamReader reader() {
    return reader;
  }

  /** How many lines were passed over before the parser's first. */
  int skippedLines() {
    return skippedLines;
  }

  /** Whether all of it was read, and something else stood at the end. */
  boolean endedWithout(String end) {
    return letters.endedWithout(end);
  }

  /** How many letters that XML can't hold were replaced so far. */
  int replaced() {
    return letters.replaced();
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
