package dev.sekisho.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillReaderTest {
    private static final Path RESOURCES = Path.of("src/test/resources/cyclonedx");

    /** The files the specification publishes to be accepted and refused; the exceptions are listed by name. */
    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.3", "1.4", "1.5"})
    void acceptsWhatTheSpecificationCallsValidAndNothingElse(String version) throws IOException {
        var exceptions = new TreeSet<>(Files.readAllLines(RESOURCES.resolve("exceptions.txt")));
        exceptions.removeIf(line -> !line.startsWith(version + "/"));
        var wrong = new TreeSet<String>();
        try (Stream<Path> files = Files.list(RESOURCES.resolve(version))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (accepts(Files.readAllBytes(file)) != name.startsWith("valid-")) {
                    wrong.add(version + "/" + name);
                }
            }
        }
        assertThat(wrong).isEqualTo(exceptions);
    }

    private static boolean accepts(byte[] text) {
        try {
            return BillReader.read(text) != null;
        } catch (UnreadableBill refused) {
            return false;
        }
    }

    private static Bill read(String text) {
        return BillReader.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static final String PACKAGE = "{'SPDXID':'SPDXRef-a','name':'a','versionInfo':'1'}";

    private static String spdx(String packages) {
        return "{'spdxVersion':'SPDX-2.3','SPDXID':'SPDXRef-DOCUMENT','name':'n','packages':[" + packages + "]}";
    }

    @Test
    void readsABillThatAHostWrapped() {
        assertThat(read("{'sbom':" + spdx(PACKAGE) + "}").components()).hasSize(1);
    }

    @Test
    void countsAPackageThatIsRepeatedOnce() {
        assertThat(read(spdx(PACKAGE + "," + PACKAGE)).components()).hasSize(1);
        assertThatThrownBy(() -> read(spdx(PACKAGE + "," + PACKAGE.replace("'1'", "'2'"))))
                .isInstanceOf(UnreadableBill.class)
                .hasMessageContaining("given twice");
    }

    @Test
    void readsComponentsWithinComponentsAndWhatIsSaidOfThem() {
        Bill bill = read(
                "{'bomFormat':'CycloneDX','specVersion':'1.5','version':1,'metadata':{'supplier':{'name':'Yamato'}},"
                        + "'components':[{'type':'library','bom-ref':'a','name':'outer','components':[{'type':'library','bom-ref':'b','name':'inner','version':'1','purl':'pkg:npm/inner@1'}]}],"
                        + "'vulnerabilities':[{'id':'CVE-2021-44228','analysis':{'state':'not_affected','justification':'code_not_present'},'affects':[{'ref':'b'}]}]}");

        assertThat(bill.author()).isEqualTo("Yamato");
        assertThat(bill.components()).extracting(Bill.Component::name).containsExactly("outer", "inner");
        assertThat(bill.statements()).singleElement().satisfies(said -> {
            assertThat(said.state()).isEqualTo("not_affected");
            assertThat(said.refs()).containsExactly("b");
        });
    }

    @Test
    void readsTheXmlForm() {
        Bill bill = read("<bom xmlns='http://cyclonedx.org/schema/bom/1.4' version='1'><components>"
                + "<component type='library' bom-ref='a'><name>log4j-core</name><version>2.14.1</version>"
                + "<purl>pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1</purl></component></components></bom>");

        assertThat(bill.format()).isEqualTo("CycloneDX 1.4");
        assertThat(bill.components())
                .singleElement()
                .satisfies(one -> assertThat(one.purl()).endsWith("log4j-core@2.14.1"));
    }

    @Test
    void readsThePackagesOfSpdx() {
        Bill bill = read(
                "{'spdxVersion':'SPDX-2.3','SPDXID':'SPDXRef-DOCUMENT','name':'app','creationInfo':{'creators':['Tool: syft','Organization: Yamato']},"
                        + "'packages':[{'SPDXID':'SPDXRef-1','name':'openssl','versionInfo':'3.0.1','externalRefs':[{'referenceCategory':'PACKAGE-MANAGER','referenceType':'purl','referenceLocator':'pkg:deb/debian/openssl@3.0.1'}]}]}");

        assertThat(bill.author()).isEqualTo("Yamato");
        assertThat(bill.components())
                .extracting(Bill.Component::purl)
                .isEqualTo(List.of("pkg:deb/debian/openssl@3.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.3", "1.4", "1.5", "1.6", "1.7"})
    void readsEveryVersionInBothForms(String version) {
        Bill json = read("{'bomFormat':'CycloneDX','specVersion':'" + version
                + "','version':1,'components':[{'type':'library','name':'a','version':'1','purl':'pkg:npm/a@1'}]}");
        Bill xml = read(xml(version, "<purl>pkg:npm/a@1</purl>"));

        assertThat(xml.format()).isEqualTo(json.format()).isEqualTo("CycloneDX " + version);
        assertThat(xml.components()).isEqualTo(json.components());
    }

    private static String xml(String version, String more) {
        return "<bom xmlns='http://cyclonedx.org/schema/bom/" + version
                + "' version='1'><components><component type='library'><name>a</name><version>1</version>" + more
                + "</component></components></bom>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE bom SYSTEM 'http://127.0.0.1:1/outside.dtd'>",
                "<!DOCTYPE bom [<!ENTITY % outside SYSTEM 'http://127.0.0.1:1/p'> %outside;]>",
                "<!DOCTYPE bom [<!ENTITY outside SYSTEM 'http://127.0.0.1:1/e'>]>",
                "<!DOCTYPE bom>"
            })
    void refusesEveryDocumentType(String type) {
        assertThatThrownBy(() -> read(type + xml("1.6", ""))).isInstanceOf(UnreadableBill.class);
    }

    /** What it says of schemas and style sheets is not followed. */
    @Test
    void followsNoAddressInABill() throws IOException {
        try (var outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            outside.setSoTimeout(300);
            String at = "http://127.0.0.1:" + outside.getLocalPort();
            String bill = "<?xml-stylesheet href='" + at + "/s.xsl'?>"
                    + xml("1.6", "")
                            .replace(
                                    "version='1'>",
                                    "version='1' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:x "
                                            + at + "/s.xsd'>");

            assertThat(read(bill).components()).hasSize(1);

            assertThatThrownBy(outside::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void endsWhereReferencesGoInACircle() {
        Bill bill = read("{'bomFormat':'CycloneDX','specVersion':'1.6','version':1,'components':["
                + "{'type':'library','bom-ref':'a','name':'a'},{'type':'library','bom-ref':'b','name':'b'}],"
                + "'dependencies':[{'ref':'a','dependsOn':['b']},{'ref':'b','dependsOn':['a']}]}");

        assertThat(bill.components()).hasSize(2);
    }

    @Test
    void refusesElementsWithinElementsWithoutEnd() {
        String deep = "<components><component type='library'><name>a</name>".repeat(50_000)
                + "</component></components>".repeat(50_000);

        assertThatThrownBy(() -> read(xml("1.6", deep))).hasMessageContaining("nested deeper");
    }

    @Test
    void refusesWhatIsMadeToHurt() {
        String bomb = "<!DOCTYPE bom [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                + "<bom xmlns='http://cyclonedx.org/schema/bom/1.4' version='1'><components><component type='library'><name>&b;</name><version>1</version></component></components></bom>";
        String outside =
                "<!DOCTYPE bom [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><bom xmlns='http://cyclonedx.org/schema/bom/1.4' version='1'/>";
        String deep = "{'bomFormat':'CycloneDX','specVersion':'1.5','components':" + "[".repeat(5000);

        for (String text : List.of(bomb, outside, deep, "", "{}", "[]", "<a/>", "{'spdxVersion':'SPDX-1.0'}")) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableBill.class);
        }
    }

    /** The words of validators are for those who write them. */
    @Test
    void saysInPlainWordsWhereABillDoesNotKeepToItsSchema() {
        String json = "{'bomFormat':'CycloneDX','specVersion':'1.5','version':'one','colour':1,"
                + "'components':[{'type':'thing','name':'a'},{'type':'library'}]}";

        assertThatThrownBy(() -> read(json))
                .hasMessageContaining("/version is not of the type integer")
                .hasMessageContaining("the document has the property colour, which CycloneDX 1.5 does not know")
                .hasMessageContaining("/components/0/type is none of [application, ")
                .hasMessageContaining("/components/1 lacks name");
        assertThatThrownBy(() ->
                        read(xml("1.5", "<components><component type='thing'><nome>a</nome></component></components>")))
                .hasMessageMatching("line 1, column [0-9]+: a value is none that CycloneDX 1.5 has for it;"
                        + " line 1, column [0-9]+: nome is not expected here");
        assertThatThrownBy(() -> read(xml("1.5", "<components><component colour='red'/></components>")))
                .hasMessageContaining("type is an attribute that is missing")
                .hasMessageNotContaining("cvc-");
    }
}
