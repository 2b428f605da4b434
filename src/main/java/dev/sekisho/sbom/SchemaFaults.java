package dev.sekisho.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Validator;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.cyclonedx.parsers.XmlParser;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Where a bill does not keep to the schema of CycloneDX, in words of its own: those of validators speak to their makers. */
final class SchemaFaults {
    private static final int SHOWN = 5;
    private static final int CHOICES_SHOWN = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

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

    static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            String more = faults.size() > SHOWN ? "; and " + (faults.size() - SHOWN) + " more" : "";
            throw new UnreadableBill(String.join("; ", faults.subList(0, Math.min(SHOWN, faults.size()))) + more);
        }
    }

    static List<String> of(JsonNode bill, Version version) {
        try {
            return new JsonParser()
                    .getJsonSchema(version, JSON).validate(bill).stream()
                            .map(fault -> words(fault, "CycloneDX " + version.getVersionString()))
                            .distinct()
                            .toList();
        } catch (IOException e) {
            throw new UnreadableBill("it cannot be read to its end");
        }
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

    static List<String> of(byte[] bill, Version version) {
        var faults = new Collected("CycloneDX " + version.getVersionString());
        try {
            Validator validator = new XmlParser().getXmlSchema(version).newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(faults);
            validator.validate(new StreamSource(new ByteArrayInputStream(bill)));
        } catch (SAXException | IOException e) {
            throw new UnreadableBill("it cannot be read to its end");
        }
        return List.copyOf(faults.byPlace.values());
    }

    /** One place is often wrong in two ways, of which the first says more. */
    private static final class Collected implements ErrorHandler {
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
