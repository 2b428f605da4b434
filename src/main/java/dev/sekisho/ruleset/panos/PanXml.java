package dev.sekisho.ruleset.panos;

import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of an export or of an answer of the API. Document types and entities are refused: no export has any, and
 * what they stand for is not in the text.
 */
final class PanXml {

    /** What stands around a configuration, or a part of one, in an answer. */
    private static final Set<String> WRAPPERS = Set.of("response", "result", "config", "configuration");

    private static final Set<String> PARTS = Set.of(
            "config",
            "configuration",
            "response",
            "devices",
            "shared",
            "vsys",
            "device-group",
            "rulebase",
            "security",
            "rules",
            "panorama",
            "policy");

    private final PanTree tree;
    private final Deque<PanNode> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();

    /** Elements from the outermost on that are all wrappers, whose content counts as the configuration. */
    private int wrapped;

    private boolean hasElements;

    private PanXml(PanTree tree) {
        this.tree = tree;
    }

    static void read(String configuration, PanTree tree) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            var reader = factory.createXMLStreamReader(new StringReader(configuration));
            new PanXml(tree).read(reader);
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            throw new UnreadableConfiguration(
                    at == null ? 1 : Math.max(1, at.getLineNumber()),
                    at == null ? 1 : Math.max(1, at.getColumnNumber()),
                    "the XML is not well-formed, perhaps because it is cut short");
        }
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        open.push(tree.root);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> end(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refusal(reader, "document types and entities are not read");
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private void start(XMLStreamReader reader) {
        var line = reader.getLocation().getLineNumber();
        var element = reader.getLocalName();
        PanTree.refuseDepth(open.size(), line);
        tree.grow(line);
        refuseOther(reader, element);
        var inside = WRAPPERS.contains(element) && wrapped == open.size() - 1;
        wrapped += inside ? 1 : 0;
        open.push(inside ? tree.root : node(reader, element, line));
        text.setLength(0);
        hasElements = false;
    }

    private PanNode node(XMLStreamReader reader, String element, int line) {
        var parent = parent(element, line);
        var name = reader.getAttributeValue(null, "name");
        if (element.equals("member")) {
            return new PanNode("", line);
        }
        if (!element.equals("entry") || name == null) {
            return parent.child(element, line);
        }
        return parent.name().equals("rules") ? parent.another(name, line) : parent.child(name, line);
    }

    /** A part of a configuration that the API answers with counts where it usually stands. */
    private PanNode parent(String element, int line) {
        var parent = open.element();
        if (parent != tree.root) {
            return parent;
        }
        return switch (element) {
            case "security", "nat" -> parent.child("rulebase", line);
            case "rules" -> parent.child("rulebase", line).child("security", line);
            default -> parent;
        };
    }

    private void end(XMLStreamReader reader) {
        var node = open.pop();
        var value = text.toString().strip();
        if (!hasElements && !value.isEmpty()) {
            var line = reader.getLocation().getLineNumber();
            tree.grow(line);
            var holder = reader.getLocalName().equals("member") ? open.element() : node;
            holder.value(value, line);
        }
        text.setLength(0);
        hasElements = true;
    }

    private void refuseOther(XMLStreamReader reader, String element) {
        if (open.size() == 1 && !PARTS.contains(element)) {
            throw refusal(reader, "this is XML, but not that of a PAN-OS configuration");
        }
        if (open.size() == 1 && "error".equals(reader.getAttributeValue(null, "status"))) {
            throw refusal(reader, "this is an error that the API answers with");
        }
    }

    private static UnreadableConfiguration refusal(XMLStreamReader reader, String reason) {
        var at = reader.getLocation();
        return new UnreadableConfiguration(Math.max(1, at.getLineNumber()), Math.max(1, at.getColumnNumber()), reason);
    }
}
