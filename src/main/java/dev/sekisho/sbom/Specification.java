package dev.sekisho.sbom;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.cyclonedx.parsers.XmlParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * The versions of CycloneDX that are read, each with the schema it is checked against. The library has those up to 1.6; those of 1.7
 * are resources of this service.
 */
enum Specification {
    V1_2("1.2", Version.VERSION_12),
    V1_3("1.3", Version.VERSION_13),
    V1_4("1.4", Version.VERSION_14),
    V1_5("1.5", Version.VERSION_15),
    V1_6("1.6", Version.VERSION_16),
    V1_7("1.7", null);

    private static final String PUBLISHED = "http://cyclonedx.org/schema/";
    private static final String OWN = "cyclonedx/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String number;
    private final @Nullable Version version;

    Specification(String number, @Nullable Version version) {
        this.number = number;
        this.version = version;
    }

    static Specification of(String text) {
        for (Specification one : values()) {
            if (one.number.equals(text)) {
                return one;
            }
        }
        throw new UnreadableBill("CycloneDX " + text + " is not read; read are "
                + String.join(
                        ", ", List.of(values()).stream().map(one -> one.number).toList()));
    }

    String format() {
        return "CycloneDX " + number;
    }

    Schema json() throws IOException {
        return version == null ? Own.JSON_SCHEMA : new JsonParser().getJsonSchema(version, JSON);
    }

    javax.xml.validation.Schema xml() throws SAXException {
        return version == null ? Own.XML_SCHEMA : new XmlParser().getXmlSchema(version);
    }

    /** Made when the first bill of 1.7 comes, and kept: both are large. */
    private static final class Own {
        static final Schema JSON_SCHEMA = jsonSchema();
        static final javax.xml.validation.Schema XML_SCHEMA = xmlSchema();

        private static Schema jsonSchema() {
            Map<String, String> here = Map.of(
                    PUBLISHED + "bom-1.7.schema.json", "classpath:" + OWN + "bom-1.7.schema.json",
                    PUBLISHED + "spdx.schema.json", "classpath:" + OWN + "spdx.schema.json",
                    PUBLISHED + "cryptography-defs.schema.json", "classpath:" + OWN + "cryptography-defs.schema.json",
                    PUBLISHED + "jsf-0.82.schema.json", "classpath:jsf-0.82.schema.json");
            return SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_7,
                            registry -> registry.schemaIdResolvers(resolvers -> resolvers.mappings(here)))
                    .getSchema(SchemaLocation.of(PUBLISHED + "bom-1.7.schema.json"));
        }

        private static javax.xml.validation.Schema xmlSchema() {
            try {
                SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
                factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
                return factory.newSchema(new Source[] {source("spdx.xsd"), source("bom-1.7.xsd")});
            } catch (SAXException e) {
                throw new IllegalStateException("the schema of CycloneDX 1.7 cannot be read", e);
            }
        }

        private static Source source(String name) {
            return new StreamSource(
                    Objects.requireNonNull(Specification.class.getResourceAsStream("/" + OWN + name), name));
        }
    }
}
