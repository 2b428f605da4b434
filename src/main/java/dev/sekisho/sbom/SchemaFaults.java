package dev.sekisho.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Where a bill does not keep to the schema of CycloneDX, in words of its own: those of validators speak to their makers. */
final class SchemaFaults {
    private static final int SHOWN = 5;
    private static final int CHOICES_SHOWN = 20;

    /** The name of an element, which validators quote together with its namespace. */
    private static final Pattern NAMED = Pattern.compile("'(?:\\{[^}]*:)?([A-Za-z][\\w.-]{0,60})}?'");

    /** What the beginnings of the codes of XML Schema mean, the longest first. */
    private static final Map<String, String> BY_CODE = new LinkedHashMap<>();

    static {
        BY_CODE.put("cvc-complex-type.2.4.b", " needs a further element");
        BY_CODE.put("cvc-complex-type.2.4", " is not expected here");
        BY_CODE.put("cvc-complex-type.3", " is an attribute that is not known there");
        BY_CODE.put("cvc-complex-type.4", " is an attribute that is missing");
        BY_CODE.put("cvc-complex-type", " holds what is not expected there");
        BY_CODE.put("cvc-elt", " is not known");
    }

    private SchemaFaults() {}

    /**
     * A place that is not as the schema has it.
     *
     * @param borne whether nothing that is read depends on it
     */
    record Fault(String words, boolean borne) {}

    /**
     * Refuses a bill for its faults.
     *
     * @param strict whether every fault counts, and not only those in what is read
     * @param warnings takes in the faults that do not count
     */
    static void refuse(List<Fault> faults, boolean strict, List<String> warnings) {
        List<String> counting = words(faults, fault -> strict || !fault.borne());
        if (!counting.isEmpty()) {
            throw new UnreadableBill(String.join("; ", counting));
        }
        warnings.addAll(words(faults, Fault::borne));
    }

    /** The first of them, and how many more there are. */
    private static List<String> words(List<Fault> faults, Predicate<Fault> which) {
        List<String> all =
                faults.stream().filter(which).map(Fault::words).distinct().toList();
        return all.size() <= SHOWN
                ? all
                : Stream.concat(all.stream().limit(SHOWN), Stream.of("and " + (all.size() - SHOWN) + " more"))
                        .toList();
    }

    static List<Fault> of(JsonNode bill, Specification version) {
        try {
            return version.json().validate(bill).stream()
                    .map(fault -> new Fault(
                            words(fault, version.format()),
                            Tolerance.bears(
                                    names(fault.getInstanceLocation()), "uniqueItems".equals(fault.getKeyword()))))
                    .toList();
        } catch (IOException e) {
            throw new UnreadableBill("it cannot be read to its end");
        }
    }

    private static List<String> names(NodePath at) {
        var names = new ArrayList<String>();
        for (int i = 0; i < at.getNameCount(); i++) {
            if (!(at.getElement(i) instanceof Integer)) {
                names.add(String.valueOf(at.getElement(i)));
            }
        }
        return names;
    }

    private static String words(Error fault, String format) {
        String wanted =
                fault.getSchemaNode() == null ? "" : fault.getSchemaNode().asText();
        String what = switch (String.valueOf(fault.getKeyword())) {
            case "required" -> "lacks " + fault.getProperty();
            case "additionalProperties", "unevaluatedProperties" ->
                "has the property " + fault.getProperty() + ", which " + format + " does not know";
            case "type" -> "is not of the type " + wanted;
            case "enum" -> "is none of " + choices(fault.getSchemaNode());
            case "const" -> "should be " + wanted;
            case "format" -> "is not of the form " + wanted;
            case "uniqueItems" -> "lists something twice";
            case "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems" -> "is outside of its limits";
            default -> "is not as " + format + " describes it";
        };
        return place(fault.getInstanceLocation()) + " " + what;
    }

    private static String choices(JsonNode choice) {
        var words = new ArrayList<String>();
        choice.forEach(one -> words.add(one.asText()));
        return words.size() <= CHOICES_SHOWN
                ? "[" + String.join(", ", words) + "]"
                : "the " + words.size() + " values there are for it, such as " + words.get(0);
    }

    private static String place(NodePath at) {
        var pointer = new StringBuilder();
        for (int i = 0; i < at.getNameCount(); i++) {
            pointer.append('/').append(at.getElement(i));
        }
        return pointer.isEmpty() ? "the document" : pointer.toString();
    }

    /**
     * The faults of a bill in XML. Its text knows their lines, its tree what they are in.
     *
     * @param root of the tree of the same text
     */
    static List<Fault> of(byte[] bill, Element root, Specification version) {
        var faults = new Collected(version.format());
        validate(new StreamSource(new ByteArrayInputStream(bill)), version, validator -> faults);
        if (faults.byPlace.isEmpty()) {
            return List.of();
        }
        var counting = new boolean[1];
        validate(new DOMSource(root), version, validator -> new Collected(version.format()) {
            @Override
            public void error(SAXParseException fault) {
                List<String> names = namesTo(validator);
                // An element that is not expected is a fault of what it stands in.
                boolean unexpected = String.valueOf(fault.getMessage()).startsWith("cvc-complex-type.2.4");
                int known = Math.max(0, names.size() - (unexpected ? 1 : 0));
                counting[0] |= !Tolerance.bears(names.subList(0, known), false);
            }
        });
        return faults.byPlace.values().stream()
                .map(words -> new Fault(words, !counting[0]))
                .toList();
    }

    private static void validate(Source bill, Specification version, Function<Validator, ErrorHandler> handler) {
        try {
            Validator validator = version.xml().newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(handler.apply(validator));
            validator.validate(bill);
        } catch (SAXException | IOException e) {
            throw new UnreadableBill("it cannot be read to its end");
        }
    }

    /** Names of the elements below the top one down to where the validator is; of a list and its members one. */
    private static List<String> namesTo(Validator validator) {
        var names = new ArrayList<String>();
        try {
            Object at = validator.getProperty("http://apache.org/xml/properties/dom/current-element-node");
            while (at instanceof Element element && element.getParentNode() instanceof Element parent) {
                boolean member =
                        "components".equals(parent.getLocalName()) || "vulnerabilities".equals(parent.getLocalName());
                if (!member) {
                    names.add(0, String.valueOf(element.getLocalName()));
                }
                at = parent;
            }
        } catch (SAXException e) {
            // Where nobody says what it is in, it counts.
            return List.of();
        }
        return names;
    }

    /** One place is often wrong in two ways, of which the first says more. */
    private static class Collected implements ErrorHandler {
        private final String format;
        private final Map<String, String> byPlace = new LinkedHashMap<>();

        Collected(String format) {
            this.format = format;
        }

        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException fault) {
            String place = "line " + fault.getLineNumber() + ", column " + fault.getColumnNumber();
            byPlace.putIfAbsent(place, place + ": " + words(String.valueOf(fault.getMessage())));
        }

        @Override
        public void fatalError(SAXParseException fault) {
            error(fault);
        }

        private String words(String message) {
            Matcher named = NAMED.matcher(message);
            String what = named.find() ? named.group(1) : "something";
            return BY_CODE.entrySet().stream()
                    .filter(one -> message.startsWith(one.getKey()))
                    .findFirst()
                    .map(one -> what + one.getValue())
                    .orElse("a value is none that " + format + " has for it");
        }
    }
}
