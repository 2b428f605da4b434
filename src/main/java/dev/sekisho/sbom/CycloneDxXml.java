package dev.sekisho.sbom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** CycloneDX as XML. A document type is refused, and with it every external and every self-multiplying entity. */
final class CycloneDxXml {
    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";
    private static final int DEPTH = 200;

    private final List<Bill.Component> components = new ArrayList<>();

    private CycloneDxXml() {}

    static Bill read(byte[] text, boolean strict, List<String> warnings) {
        Element root = document(text);
        String namespace = String.valueOf(root.getNamespaceURI());
        if (!namespace.startsWith(NAMESPACE)) {
            throw new UnreadableBill("the XML is not CycloneDX");
        }
        Specification version = Specification.of(namespace.substring(NAMESPACE.length()));
        SchemaFaults.refuse(SchemaFaults.of(text, root, version), strict, warnings);
        var reading = new CycloneDxXml();
        reading.components(root);
        children(root, "metadata")
                .flatMap(metadata -> children(metadata, "component"))
                .forEach(reading::components);
        return new Bill(
                version.format(),
                author(root),
                whole(root),
                Repeated.once(reading.components, strict, warnings),
                statements(root));
    }

    private static Element document(byte[] text) {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Element root = builder.parse(new ByteArrayInputStream(text)).getDocumentElement();
            refuseDeep(root);
            return root;
        } catch (SAXParseException e) {
            throw new UnreadableBill("line " + e.getLineNumber() + ", column " + e.getColumnNumber()
                    + ": it is not XML, or has a document type, which is not taken");
        } catch (SAXException | IOException e) {
            throw new UnreadableBill("it is not XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("XML cannot be read safely here", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    private static void refuseDeep(Node root) {
        int depth = 0;
        Node at = root;
        while (at != null) {
            if (at.getFirstChild() != null) {
                at = at.getFirstChild();
                depth++;
            } else {
                while (at != null && at != root && at.getNextSibling() == null) {
                    at = at.getParentNode();
                    depth--;
                }
                at = at == null || at == root ? null : at.getNextSibling();
            }
            if (depth > DEPTH) {
                throw new UnreadableBill("elements are nested deeper than " + DEPTH);
            }
        }
    }

    private void components(Element parent) {
        children(parent, "components")
                .flatMap(list -> children(list, "component"))
                .forEach(this::component);
    }

    private void component(Element one) {
        if (components.size() >= BillReader.MOST_COMPONENTS) {
            throw new UnreadableBill("it holds more than " + BillReader.MOST_COMPONENTS + " components");
        }
        components.add(new Bill.Component(
                blank(one.getAttribute("bom-ref")),
                child(one, "group"),
                String.valueOf(child(one, "name")),
                child(one, "version"),
                child(one, "purl"),
                child(one, "cpe")));
        components(one);
    }

    private static List<Bill.Statement> statements(Element root) {
        return children(root, "vulnerabilities")
                .flatMap(list -> children(list, "vulnerability"))
                .flatMap(one ->
                        children(one, "analysis").flatMap(analysis -> Stream.ofNullable(statement(one, analysis))))
                .toList();
    }

    private static Bill.@Nullable Statement statement(Element one, Element analysis) {
        Set<String> ids = new LinkedHashSet<>();
        Stream.ofNullable(child(one, "id")).forEach(ids::add);
        children(one, "references")
                .flatMap(list -> children(list, "reference"))
                .flatMap(reference -> Stream.ofNullable(child(reference, "id")))
                .forEach(ids::add);
        String state = child(analysis, "state");
        if (state == null || ids.isEmpty()) {
            return null;
        }
        Set<String> refs = new LinkedHashSet<>();
        children(one, "affects")
                .flatMap(list -> children(list, "target"))
                .flatMap(target -> Stream.ofNullable(child(target, "ref")))
                .forEach(refs::add);
        String justification = child(analysis, "justification");
        String detail = child(analysis, "detail");
        String why = (justification == null ? "" : justification) + " " + (detail == null ? "" : detail);
        return new Bill.Statement(ids, state, why.strip(), refs);
    }

    private static @Nullable String whole(Element root) {
        return children(root, "metadata")
                .flatMap(metadata -> children(metadata, "component"))
                .flatMap(component -> Stream.ofNullable(blank(component.getAttribute("bom-ref"))))
                .findFirst()
                .orElse(null);
    }

    private static String author(Element root) {
        return children(root, "metadata")
                .flatMap(metadata -> Stream.of("supplier", "manufacturer", "manufacture", "authors")
                        .flatMap(who -> children(metadata, who)))
                .map(who -> who.getLocalName().equals("authors")
                        ? children(who, "author").findFirst().orElse(who)
                        : who)
                .flatMap(who -> Stream.ofNullable(child(who, "name")))
                .findFirst()
                .orElse("unnamed");
    }

    private static Stream<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found.stream();
    }

    private static @Nullable String child(Element parent, String name) {
        return children(parent, name)
                .findFirst()
                .map(Element::getTextContent)
                .map(CycloneDxXml::blank)
                .orElse(null);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
