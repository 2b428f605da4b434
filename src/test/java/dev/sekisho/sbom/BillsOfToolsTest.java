package dev.sekisho.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bills as tools write them: what is wrong where nobody reads is told, and what is wrong where we read is refused. */
class BillsOfToolsTest {
    private static final String PART = "'type':'library','bom-ref':'a','name':'x','version':'1','purl':'pkg:npm/x@1'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'externalReferences':[{'type':'vcs','url':'git@example.com:o/r name.git'}]",
                "'licenses':[{'license':{'id':'No-Such-Licence'}}]",
                "'licenses':[{'licence':{}}]",
                "'hashes':[{'alg':'SHA-256','content':'not hex'}]",
                "'scope':'sometimes'",
                "'evidence':{'licenses':7}"
            })
    void takesABillWhoseFaultIsNotInWhatIsRead(String more) {
        String place = more.split("'")[1];
        String bill = cyclonedx("1.6", "{" + PART + "," + more + "}");

        BillReader.Read read = read(bill, false);

        assertThat(read.bill().components()).extracting(Bill.Component::purl).containsExactly("pkg:npm/x@1");
        assertThat(read.warnings()).isNotEmpty().anyMatch(warning -> warning.contains(place));
        assertThatThrownBy(() -> read(bill, true))
                .isInstanceOf(UnreadableBill.class)
                .hasMessageContaining(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'library'}",
                "{'type':'library','name':7}",
                "{'type':'library','name':'x','version':1.10}",
                "{'type':'library','name':'x','purl':['pkg:npm/x@1']}",
                "{'type':'library','name':'x','components':{}}",
                "{'type':'library','name':'x','components':[{'type':'library','name':'y','version':2}]}",
                "7"
            })
    void refusesAFaultInWhatIsRead(String component) {
        assertThatThrownBy(() -> read(cyclonedx("1.6", component), false)).isInstanceOf(UnreadableBill.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'analysis':{'state':'fine'}", "'analysis':7", "'affects':[{'ref':7}]", "'id':7"})
    void refusesAFaultInAStatement(String fault) {
        String bill = "{'bomFormat':'CycloneDX','specVersion':'1.6','version':1,'vulnerabilities':[{" + fault + "}]}";

        assertThatThrownBy(() -> read(bill, false)).isInstanceOf(UnreadableBill.class);
    }

    @Test
    void countsARepeatedComponentOnce() {
        String bill = cyclonedx("1.6", "{" + PART + "},{" + PART + "}");

        assertThat(read(bill, false).bill().components()).hasSize(1);
        assertThat(read(bill, false).warnings()).anyMatch(warning -> warning.contains("more than once"));
        assertThatThrownBy(() -> read(bill, true)).isInstanceOf(UnreadableBill.class);
    }

    /** One of them may be affected where the other is not. */
    @Test
    void clearsNothingByAnIdThatSeveralComponentsHave() {
        String bill = "{'bomFormat':'CycloneDX','specVersion':'1.6','version':1,'components':[{" + PART + "},{"
                + PART.replace("'1'", "'2'").replace("@1", "@2")
                + "}],'vulnerabilities':[{'id':'CVE-2026-1','analysis':{'state':'not_affected'},'affects':[{'ref':'a'}]}]}";

        BillReader.Read read = read(bill, false);

        assertThat(read.bill().components()).hasSize(2).allMatch(one -> one.ref() == null);
        assertThat(read.warnings()).anyMatch(warning -> warning.contains("have the id a"));
        assertThatThrownBy(() -> read(bill, true))
                .isInstanceOf(UnreadableBill.class)
                .hasMessageContaining("given twice, and not the same");
    }

    @Test
    void bearsAFaultOfXmlWhereNobodyReads() {
        String bill = xml("1.5", "<licenses><license><id>No-Such</id></license></licenses><purl>pkg:npm/x@1</purl>");

        assertThat(read(bill, false).bill().components())
                .extracting(Bill.Component::purl)
                .containsExactly("pkg:npm/x@1");
        assertThat(read(bill, false).warnings()).isNotEmpty();
        assertThatThrownBy(() -> read(bill, true)).isInstanceOf(UnreadableBill.class);
        assertThatThrownBy(() -> read(xml("1.5", "<purl>a b</purl><purl>pkg:npm/x@1</purl>"), false))
                .isInstanceOf(UnreadableBill.class);
        assertThatThrownBy(() -> read(xml("1.5", "").replace("components>", "componets>"), false))
                .isInstanceOf(UnreadableBill.class);
        assertThatThrownBy(() -> read(xml("1.5", "<pruls>pkg:npm/x@1</pruls>"), false))
                .isInstanceOf(UnreadableBill.class);
    }

    /** The schema in use allows one user where the specification shows several. */
    @Test
    void takesTheModelCardOfTheSpecification() throws IOException {
        byte[] bill = Files.readAllBytes(Path.of("src/test/resources/cyclonedx/1.5/valid-machine-learning-1.5.xml"));

        assertThat(BillReader.read(bill, false).bill().components()).isNotEmpty();
    }

    @Test
    void checksVersionOneSevenAgainstItsOwnSchema() {
        String known = cyclonedx("1.7", "{" + PART + ",'isExternal':true,'licenses':[{'license':{'id':'MIT'}}]}");

        assertThat(read(known, true).bill().format()).isEqualTo("CycloneDX 1.7");
        assertThatThrownBy(() -> read(known.replace("isExternal", "isNowhere"), true))
                .isInstanceOf(UnreadableBill.class)
                .hasMessageContaining("isNowhere");
        assertThatThrownBy(() -> read(known.replace("'MIT'", "'No-Such'"), true))
                .isInstanceOf(UnreadableBill.class);
        assertThat(read(xml("1.7", "<licenses><license><id>MIT</id></license></licenses>"), true)
                        .bill()
                        .components())
                .hasSize(1);
        assertThatThrownBy(() -> read(xml("1.7", "<licenses><license><id>No-Such</id></license></licenses>"), true))
                .isInstanceOf(UnreadableBill.class);
        assertThatThrownBy(() -> read(cyclonedx("1.8", "{" + PART + "}"), false))
                .isInstanceOf(UnreadableBill.class)
                .hasMessageContaining("1.8 is not read");
    }

    @Test
    void readsSpdxAsTagsAndValues() {
        Bill bill = read("""
                # by a tool
                SPDXVersion: SPDX-2.3
                DataLicense: CC0-1.0
                SPDXID: SPDXRef-DOCUMENT
                DocumentName: app
                Creator: Tool: build
                Creator: Organization: Yamato

                PackageName: openssl
                SPDXID: SPDXRef-1
                PackageVersion: 3.0.1
                PackageComment: <text>not
                PackageVersion: 9.9
                </text>
                ExternalRef: PACKAGE-MANAGER purl pkg:deb/debian/openssl@3.0.1
                ExternalRef: SECURITY cpe23Type cpe:2.3:a:openssl:openssl:3.0.1:*:*:*:*:*:*:*
                FileName: ./a.c
                SPDXID: SPDXRef-file
                PackageName: zlib
                SPDXID: SPDXRef-2
                """, false).bill();

        assertThat(bill.format()).isEqualTo("SPDX-2.3");
        assertThat(bill.author()).isEqualTo("Yamato");
        assertThat(bill.components()).hasSize(2);
        assertThat(bill.components().get(0))
                .isEqualTo(new Bill.Component(
                        "SPDXRef-1",
                        null,
                        "openssl",
                        "3.0.1",
                        "pkg:deb/debian/openssl@3.0.1",
                        "cpe:2.3:a:openssl:openssl:3.0.1:*:*:*:*:*:*:*"));
        assertThat(bill.components().get(1).version()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: a\nPackageName: b\n",
                "SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\n",
                "SPDXVersion: SPDX-1.2\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: a\n",
                "SPDXVersion: SPDX-2.3\nDocumentComment: <text>no end\n",
                "SPDXVersion: SPDX-2.3\nSPDXID: x\nDocumentName: a\nPackageName: b\nSPDXID: c\nExternalRef: purl x\n"
            })
    void refusesTagsThatLackWhatABillNeeds(String text) {
        assertThatThrownBy(() -> read(text, false)).isInstanceOf(UnreadableBill.class);
    }

    private static final String SPDX3 = """
            {'@context':'https://spdx.org/rdf/3.0.1/spdx-context.jsonld','@graph':[
             {'type':'CreationInfo','@id':'_:c','specVersion':'3.0.1','createdBy':['urn:org'],'created':'2026-01-01T00:00:00Z'},
             {'type':'Organization','spdxId':'urn:org','name':'Yamato','creationInfo':'_:c'},
             {'type':'software_File','spdxId':'urn:f','name':'a.c'},
             {'type':'software_Package','spdxId':'urn:p','name':'openssl','software_packageVersion':'3.0.1',
              'software_packageUrl':'pkg:deb/debian/openssl@3.0.1'},
             {'type':'software_Package','spdxId':'urn:q','name':'zlib','externalIdentifier':[
              {'type':'ExternalIdentifier','externalIdentifierType':'cpe23','identifier':'cpe:2.3:a:zlib:zlib:1.2:*:*:*:*:*:*:*'},
              {'type':'ExternalIdentifier','externalIdentifierType':'packageUrl','identifier':'pkg:generic/zlib@1.2'}]}
            ]}""";

    @Test
    void readsThePackagesOfSpdxThree() {
        BillReader.Read read = read(SPDX3, true);

        assertThat(read.bill().format()).isEqualTo("SPDX-3.0.1");
        assertThat(read.bill().author()).isEqualTo("Yamato");
        assertThat(read.bill().components())
                .extracting(Bill.Component::purl)
                .containsExactly("pkg:deb/debian/openssl@3.0.1", "pkg:generic/zlib@1.2");
        assertThat(read.bill().components().get(1).cpe()).startsWith("cpe:2.3:a:zlib");
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void saysWhatItDoesNotReadOfSpdxThree() {
        String vex = SPDX3.replace(
                "{'type':'software_File'",
                "{'type':'security_VexNotAffectedVulnAssessmentRelationship'},{'type':'software_File'");

        assertThat(read(vex, false).warnings()).anyMatch(warning -> warning.contains("VEX"));
        assertThat(read(vex, false).bill().statements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'specVersion':'3.0.1'|'specVersion':'3.1.0'",
                "'name':'zlib'|'title':'zlib'",
                "'spdxId':'urn:q'|'x':'y'",
                "CreationInfo','@id|Creation','@id"
            })
    void refusesSpdxThreeThatCannotBeRead(String change) {
        String[] sides = change.split("\\|");
        String bill = SPDX3.replace(sides[0], sides[1]);

        assertThatThrownBy(() -> read(bill, false)).isInstanceOf(UnreadableBill.class);
    }

    @Test
    void tellsThatAPackageIsRepeated() {
        String one = "{'SPDXID':'SPDXRef-a','name':'a'}";
        String bill = "{'sbom':{'spdxVersion':'SPDX-2.3','SPDXID':'SPDXRef-DOCUMENT','name':'n','packages':[" + one
                + "," + one + "]}}";

        assertThat(read(bill, false).bill().components()).hasSize(1);
        assertThat(read(bill, false).warnings())
                .isEqualTo(List.of("1 packages are given more than once, and count once"));
    }

    private static String cyclonedx(String version, String components) {
        return "{'bomFormat':'CycloneDX','specVersion':'" + version + "','version':1,'components':[" + components
                + "]}";
    }

    private static String xml(String version, String more) {
        return "<bom xmlns='http://cyclonedx.org/schema/bom/" + version
                + "' version='1'><components><component type='library'><name>x</name><version>1</version>" + more
                + "</component></components></bom>";
    }

    private static BillReader.Read read(String text, boolean strict) {
        return BillReader.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), strict);
    }
}
