package osusume.mylist.io;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
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
  private static final int BYTE_ORDER_MARK = 3;

  /** A declaration of two bytes a letter, which is wrong where it can be read as single ones. */
  private static final Pattern DECLARED_WIDE =
      Pattern.compile("(?is)\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"'](utf-?16|ucs-?2|utf-?32).*");

  private final XMLStreamReader reader;
  private final int skippedLines;

  private XmlDocument(XMLStreamReader reader, int skippedLines) {
    this.reader = reader;
    this.skippedLines = skippedLines;
  }

  /**
   * @throws XMLStreamException if it does not even start as XML
   */
  static XmlDocument of(InputStream bytes) throws IOException, XMLStreamException {
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
    int lines = (int) spaces.chars().filter(c -> c == '\n').count();
    if (ListText.wide(head) == null && !DECLARED_WIDE.matcher(start).matches()) {
      boolean marked = (head[0] & 0xFF) == 0xEF;
      in.skipNBytes((marked ? BYTE_ORDER_MARK : 0) + spaces.length());
      return new XmlDocument(factory.createXMLStreamReader(in), lines);
    }
    Reader text = ListText.of(in);
    text.skip(spaces.length());
    return new XmlDocument(factory.createXMLStreamReader(text), lines);
  }

  XMLStreamReader reader() {
    return reader;
  }

  /** How many lines were passed over before the parser's first. */
  int skippedLines() {
    return skippedLines;
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
