package dev.sekisho.feed.jvn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sekisho.feed.reading.FeedLimits;
import dev.sekisho.feed.reading.FeedReport;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.matching.product.Installed;
import dev.sekisho.matching.product.Judgement;
import dev.sekisho.matching.product.MatchAnswer;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.matching.product.ProductNames;
import dev.sekisho.matching.product.VersionJudge;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JvnReaderTest {
    private static final String OVERVIEW = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                xmlns:dcterms="http://purl.org/dc/terms/" xmlns:sec="http://jvn.jp/rss/mod_sec/" xml:lang="ja">
              <channel><title>JVNDB</title></channel>
              <item><title>受付箱における脆弱性</title><description>受付箱には、脆弱性が存在します。</description>
                <sec:identifier>JVNDB-2031-000001</sec:identifier>
                <sec:references source="CVE" id="CVE-2031-0001">https://example.org/</sec:references>
                <sec:references title="その他(CWE-Other)" id="CWE-Other">https://example.org/</sec:references>
                <sec:cpe version="2.2" vendor="関所" product="受付箱">cpe:/a:sekisho:uketsukebako</sec:cpe>
                <sec:cvss version="2.0" score="9.0" type="Base" severity="High" vector="AV:N"/>
                <sec:cvss version="3.0" score="7.5" type="Base" severity="High" vector="CVSS:3.0/AV:N"/>
                <dcterms:issued>2031-01-05T12:02+09:00</dcterms:issued>
                <dcterms:modified>2031-01-06T12:02+09:00</dcterms:modified>
              </item>
            </rdf:RDF>""";

    private static final String ITEM = """
            <AffectedItem><Name>関所</Name><ProductName>受付箱</ProductName>
            <Cpe version="2.2">cpe:/a:sekisho:uketsukebako</Cpe><VersionNumber>5.1.2 未満</VersionNumber></AffectedItem>""";

    private static final String ABOUT =
            "<RelatedItem type=\"advisory\"><Name>CVE</Name><VulinfoID>CVE-2031-0001</VulinfoID></RelatedItem>";

    private final List<AdvisoryRecord> found = new ArrayList<>();

    @Test
    void readsAnOverview() {
        FeedReport report = read(OVERVIEW);

        assertThat(report.read()).isEqualTo(1);
        assertThat(report.unknown()).isEmpty();
        AdvisoryRecord record = found.get(0);
        assertThat(record.id()).isEqualTo("CVE-2031-0001");
        assertThat(record.aliases()).containsExactly("JVNDB-2031-000001");
        assertThat(record.title()).isEqualTo("受付箱における脆弱性");
        assertThat(record.description()).isEqualTo("受付箱には、脆弱性が存在します。");
        assertThat(record.published()).isEqualTo("2031-01-05T03:02:00Z");
        assertThat(record.dated()).isEqualTo("2031-01-06T03:02:00Z");
        assertThat(record.cvss()).isNotNull().satisfies(score -> {
            assertThat(score.version()).isEqualTo("3.0");
            assertThat(score.base()).isEqualTo(7.5);
        });
        assertThat(record.affected()).singleElement().satisfies(product -> {
            assertThat(product.vendor()).isEqualTo("関所");
            assertThat(product.product()).isEqualTo("受付箱");
            assertThat(product.cpes()).containsExactly("cpe:/a:sekisho:uketsukebako");
            assertThat(product.namesNoVersions()).isTrue();
        });
    }

    @Test
    void readsARecordWithItsVersions() {
        assertThat(read(details(ABOUT, ITEM)).unknown()).isEmpty();

        AdvisoryRecord record = found.get(0);
        assertThat(record.id()).isEqualTo("CVE-2031-0001");
        assertThat(record.aliases()).containsExactly("JVNDB-2031-000001");
        assertThat(record.dated()).isEqualTo("2031-01-06T03:02:11Z");
        assertThat(judge("5.1.1").answer()).isEqualTo(MatchAnswer.AFFECTED);
        assertThat(judge("5.1.2").answer()).isEqualTo(MatchAnswer.FIXED);
    }

    /** An overview is a document of its own: it may be later than the record, and names no versions. */
    @Test
    void keepsTheOverviewApartFromTheRecord() {
        read(details(ABOUT, ITEM));
        read(OVERVIEW);

        assertThat(found).extracting(AdvisoryRecord::document).doesNotHaveDuplicates();
        assertThat(judge("5.1.1").answer()).isEqualTo(MatchAnswer.AFFECTED);
        assertThat(judge("5.1.2").answer()).isEqualTo(MatchAnswer.FIXED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0 以前の一部", "", "別紙参照"})
    void callsPossibleWhatItCannotRead(String versions) {
        read(details(ABOUT, ITEM.replace("5.1.2 未満", versions)));

        for (String version : List.of("0.1", "5.1.2", "99")) {
            assertThat(judge(version).answer()).isEqualTo(MatchAnswer.UNKNOWN);
            assertThat(judge(version).isPossible()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"特定の構成のみ", ""})
    void clearsNothingWhereOneOfSeveralStatementsCannotBeRead(String other) {
        String more = "<VersionNumber>" + other + "</VersionNumber></AffectedItem>";
        read(details(ABOUT, ITEM.replace("</AffectedItem>", more)));

        assertThat(judge("5.1.1").answer()).isEqualTo(MatchAnswer.AFFECTED);
        assertThat(judge("5.1.2").answer()).isEqualTo(MatchAnswer.UNKNOWN);
        assertThat(judge("5.1.2").evidence().get(0).comparison()).isEqualTo("the source's range cannot be read");
    }

    /** Whether 6.x itself is meant, the words do not say. */
    @Test
    void leavesTheSeriesOpenBeforeWhichItEnds() {
        read(details(ABOUT, ITEM.replace("5.1.2 未満", "6.x より前")));

        assertThat(judge("5.9").answer()).isEqualTo(MatchAnswer.AFFECTED);
        assertThat(judge("6.1").answer()).isEqualTo(MatchAnswer.UNKNOWN);
        assertThat(judge("6.1").isPossible()).isTrue();
    }

    @Test
    void giveNoVulnerabilityTheVersionsOfAnother() {
        String items = ITEM.replace("5.1.2 未満", "5.1.2 未満（CVE-2031-0001）")
                + ITEM.replace("受付箱", "通行手形").replace("5.1.2 未満", "2.0 未満（CVE-2031-0002）");
        read(details(ABOUT + ABOUT.replace("0001", "0002"), items));

        assertThat(found).extracting(AdvisoryRecord::id).containsExactly("CVE-2031-0001", "CVE-2031-0002");
        assertThat(found.get(0).affected()).extracting(AffectedProduct::product).containsExactly("受付箱");
        assertThat(found.get(1).affected()).extracting(AffectedProduct::product).containsExactly("通行手形");
        assertThat(judge(found.subList(0, 1), "5.1.2").answer()).isEqualTo(MatchAnswer.FIXED);
    }

    /** A later flaw of the same record may be repaired later: the end of the range says it of one of them. */
    @Test
    void clearsNothingByTheEndOfARangeOfSeveralVulnerabilities() {
        read(details(ABOUT + ABOUT.replace("0001", "0002"), ITEM));

        for (AdvisoryRecord record : found) {
            assertThat(judge(List.of(record), "5.1.1").answer()).isEqualTo(MatchAnswer.AFFECTED);
            assertThat(judge(List.of(record), "5.1.2").answer()).isEqualTo(MatchAnswer.UNKNOWN);
            assertThat(judge(List.of(record), "5.1.2").isPossible()).isTrue();
        }
    }

    @Test
    void limitsWhatIsSaidOfOneSystem() {
        read(details(ABOUT, ITEM.replace("5.1.2 未満", "5.1.2 未満 (Android版)")));

        assertThat(found.get(0).affected().get(0).platforms()).containsExactly("Android");
        assertThat(judge("5.1.2").answer()).isEqualTo(MatchAnswer.UNKNOWN);
    }

    @Test
    void standsUnderItsOwnIdWithoutACve() {
        read(details("", ITEM));

        assertThat(found).singleElement().satisfies(record -> {
            assertThat(record.id()).isEqualTo("JVNDB-2031-000001");
            assertThat(record.aliases()).isEmpty();
        });
    }

    @Test
    void takesTheCveBesideTheKindOfTheFlawWhereNoneIsListed() {
        read(details("", ITEM).replace("存在します。", "存在します（CWE-20, CVE-2031-0007）。CVE-2031-0008 は別の脆弱性です。"));

        assertThat(found).extracting(AdvisoryRecord::id).containsExactly("CVE-2031-0007");
        assertThat(judge("5.1.2").answer()).isEqualTo(MatchAnswer.UNKNOWN);
    }

    @Test
    void namesNoProductByARemark() {
        read(details(ABOUT, ITEM.replace("受付箱", "（複数の製品）").replaceAll("<Cpe.*</Cpe>", "")));

        assertThat(found.get(0).affected())
                .singleElement()
                .satisfies(product -> assertThat(product.product()).isNull());
    }

    @Test
    void tellsWhatItDoesNotKnow() {
        FeedReport report = read(details(ABOUT, ITEM)
                .replace("version=\"3.2\"", "version=\"9.0\"")
                .replace("<Name>関所</Name>", "<Name>関所</Name><Edition>x</Edition>")
                .replace("<Vulinfo>", "<Survey/><Vulinfo>"));

        assertThat(report.unknown())
                .containsOnlyKeys(
                        "Survey", "VULDEF-Document.@version 9.0", "Vulinfo.VulinfoData.Affected.AffectedItem.Edition");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <a/> | its root is a
            <RDF><channel/></RDF> | no vulnerability
            <VULDEF-Document/> | no vulnerability
            <RDF><Status retCd="0" totalRes="12"/></RDF> | no vulnerability
            <Result/> | list of products
            {} | not well-formed XML
            '' | not well-formed XML
            <rdf:RDF/> | not well-formed XML
            <RDF><item><identifier>x</identifier></item></RDF> | not an id of JVN
            <VULDEF-Document><Vulinfo/></VULDEF-Document> | VulinfoID
            <VULDEF-Document><Vulinfo> | cut short
            <VULDEF-Document><Status retCd="1" errMsg="x is wrong"/></VULDEF-Document> | error 1: x is wrong
            <!DOCTYPE RDF><RDF/> | document type
            <!DOCTYPE RDF [<!ENTITY a "b">]><RDF><item><title>&a;</title></item></RDF> | document type
            <!DOCTYPE RDF SYSTEM "file:///etc/passwd"><RDF/> | document type
            <RDF><item><title>&a;</title></item></RDF> | not well-formed XML
            """)
    void refusesWhatIsNotJvn(String text, String why) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableFeed.class).hasMessageContaining(why);
    }

    @Test
    void takesASearchThatFoundNothing() {
        assertThat(read("<RDF><channel/><Status retCd='0' totalRes='0'/></RDF>").read())
                .isZero();
    }

    @Test
    void fetchesNothingAndUnfoldsNothing() {
        String entities = "<!DOCTYPE RDF [<!ENTITY a \"" + "x".repeat(1000) + "\"><!ENTITY b \"" + "&a;".repeat(1000)
                + "\"><!ENTITY c \"" + "&b;".repeat(1000) + "\">]>";

        assertThatThrownBy(() -> read(entities + "<RDF><item><title>&c;</title></item></RDF>"))
                .isInstanceOf(UnreadableFeed.class);
    }

    @Test
    void refusesWhatIsTooDeepTooLargeOrTooMuch() {
        var small = new FeedLimits(1_000_000, 20_000, 20, 3);

        assertThatThrownBy(() -> read("<RDF>" + "<a>".repeat(50) + "</a>".repeat(50) + "</RDF>", small))
                .hasMessageContaining("nested deeper than 20");
        assertThatThrownBy(() -> read("<RDF><a>" + "x".repeat(60_000) + "</a></RDF>", small))
                .hasMessageContaining("limit of 20000 bytes");
        assertThatThrownBy(() -> read("<RDF>" + "<a/>".repeat(5) + "</RDF>", small))
                .hasMessageContaining("limit of 3");
    }

    private Judgement judge(String version) {
        return judge(found, version);
    }

    private static Judgement judge(List<AdvisoryRecord> records, @Nullable String version) {
        var judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));
        return judge.judge(Installed.named("関所", "受付箱", version), records);
    }

    private static String details(String related, String items) {
        return """
                <?xml version="1.0" encoding="UTF-8" ?>
                <VULDEF-Document version="3.2" xmlns="http://jvn.jp/vuldef/" xml:lang="ja"><Vulinfo>
                <VulinfoID>JVNDB-2031-000001</VulinfoID><VulinfoData><Title>受付箱における脆弱性</Title>
                <VulinfoDescription><Overview>受付箱には、脆弱性が存在します。</Overview></VulinfoDescription>
                <Affected>%s</Affected><Related>%s</Related>
                <DateLastUpdated>2031-01-06T12:02:11+09:00</DateLastUpdated>
                </VulinfoData></Vulinfo></VULDEF-Document>""".formatted(items, related);
    }

    private FeedReport read(String text) {
        return read(text, FeedLimits.USUAL);
    }

    private FeedReport read(String text, FeedLimits limits) {
        return new JvnReader(limits).read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), found::add);
    }
}
