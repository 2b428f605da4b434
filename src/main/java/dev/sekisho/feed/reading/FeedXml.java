package dev.sekisho.feed.reading;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML under limits: what stands below the root is taken one element at a time from the stream. A document type is refused,
 * so that nothing is defined in it, nothing is fetched, and no entity unfolds.
 */
public final class FeedXml {
    private final String feed;
    private final FeedLimits limits;
    private final XMLInputFactory parsers;

    public FeedXml(String feed, FeedLimits limits) {
        this.feed = feed;
        this.limits = limits;
        // The parser of the JDK, whatever else a library brings along.
        parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
    }

    /**
     * Reads a document to its end.
     *
     * @param root takes the root, with its attributes and nothing in it, before anything else
     * @param below takes each element below the root once all of it was read
     */
    public void document(InputStream in, Consumer<XmlElement> root, Consumer<XmlElement> below) throws IOException {
        LimitedInput limited = LimitedInput.limited(feed, in, limits.recordBytes());
        XMLStreamReader reader = null;
        try {
            reader = parsers.createXMLStreamReader(limited);
            new Reading(limited, reader, below).document(root);
        } catch (XMLStreamException e) {
            throw failure(e);
        } finally {
            close(reader);
        }
    }

    private static void close(@Nullable XMLStreamReader reader) {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (XMLStreamException e) {
            // All that is wanted was read, or the reason why not is on its way.
        }
    }

    /** What cannot be read from the archive is no fault of the document. */
    private UnreadableFeed failure(XMLStreamException e) throws IOException {
        if (e.getNestedException() instanceof IOException cause && !(cause instanceof CharConversionException)) {
            throw cause;
        }
        return new UnreadableFeed(feed, place(e.getLocation()), "it is not well-formed XML, or is cut short", e);
    }

    private static String place(@Nullable Location at) {
        return at == null || at.getLineNumber() < 0
                ? "at an unknown place"
                : "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    }

    private final class Reading {
        private final LimitedInput in;
        private final XMLStreamReader reader;
        private final Consumer<XmlElement> below;
        private long count;

        Reading(LimitedInput in, XMLStreamReader reader, Consumer<XmlElement> below) {
            this.in = in;
            this.reader = reader;
            this.below = below;
        }

        void document(Consumer<XmlElement> root) throws XMLStreamException {
            while (reader.hasNext()) {
                int event = next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    root.accept(new XmlElement(reader.getLocalName(), attributes(), List.of(), ""));
                    children();
                }
            }
        }

        private void children() throws XMLStreamException {
            for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    in.renew();
                    if (++count > limits.records()) {
                        throw refused("more records than the limit of " + limits.records());
                    }
                    String place = place(reader.getLocation());
                    XmlElement child = element(2);
                    try {
                        below.accept(child);
                    } catch (UnreadableFeed e) {
                        throw e.within(place);
                    }
                }
            }
        }

        private XmlElement element(int depth) throws XMLStreamException {
            if (depth > limits.depth()) {
                throw refused("nested deeper than " + limits.depth() + " levels");
            }
            String name = reader.getLocalName();
            Map<String, String> attributes = attributes();
            List<XmlElement> children = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        text.append(reader.getText());
                    default -> {}
                }
            }
            return new XmlElement(name, attributes, children, text.toString());
        }

        private int next() throws XMLStreamException {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw refused("it has a document type, which is not read");
            }
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw refused("it refers to the entity " + reader.getLocalName() + ", which is not read");
            }
            return event;
        }

        private Map<String, String> attributes() {
            Map<String, String> found = new HashMap<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                found.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
            return found;
        }

        private UnreadableFeed refused(String why) {
            return new UnreadableFeed(feed, place(reader.getLocation()), why);
        }
    }
}
