package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.feed.csaf.CsafReader;
import dev.sekisho.feed.cve.Cve5Reader;
import dev.sekisho.feed.nvd.NvdReader;
import dev.sekisho.feed.osv.OsvReader;
import dev.sekisho.feed.reading.Records;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.matching.published.VersionRange.Change;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionJudgeTest {
    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));

    /** The record's ranges end with their last affected versions; only its words name the repaired ones. */
    @Test
    void namesTheFixThatIsStatedInWordsOnly() {
        AdvisoryRecord record = cve(
                "'affected':[{'vendor':'Fortinet','product':'FortiOS','defaultStatus':'unaffected','versions':["
                        + "{'version':'7.2.0','lessThanOrEqual':'7.2.8','status':'affected','versionType':'semver'},"
                        + "{'version':'7.4.0','lessThanOrEqual':'7.4.3','status':'affected','versionType':'semver'}]}],"
                        + "'solutions':[{'lang':'en','value':'Please upgrade to FortiProxy version 7.2.9 or above\\nPlease upgrade to FortiOS version 7.4.4 or above\\n'}]");

        Judgement judgement = judge.judge(Installed.named("Fortinet", "FortiOS", "7.2.6"), record);

        assertThat(judgement.answer()).isEqualTo(MatchAnswer.AFFECTED);
        assertThat(judgement.fixVersion()).isEqualTo("7.4.4");
    }

    /** Such records are published: the words do not clear what the ranges call affected. */
    @Test
    void believesTheRangeWhereWordsContradictIt() {
        AdvisoryRecord record = cve("'affected':[{'vendor':'Fortinet','product':'FortiWLC','versions':["
                + "{'version':'8.6.0','lessThanOrEqual':'8.6.7','status':'affected'}]}],"
                + "'solutions':[{'value':'Please upgrade to FortiWLC version 8.6.7 or above'}]");

        assertThat(judge.judge(Installed.named("Fortinet", "FortiWLC", "8.6.7"), record)
                        .answer())
                .isEqualTo(MatchAnswer.AFFECTED);
    }

    /** A word about one version decides about that one; about a later one it is a word among others. */
    @ParameterizedTest
    @CsvSource({"1.2.3, FIXED", "1.2.4, CONFLICT", "1.3.0, AFFECTED", "1.2.2, AFFECTED"})
    void letsVexDecideAboutExactlyTheVersionItNames(String installed, MatchAnswer expected) {
        AdvisoryRecord record = cve("'affected':[{'vendor':'Vexco','product':'Vexprod','versions':["
                        + "{'version':'1.0.0','lessThan':'2.0.0','status':'affected','versionType':'semver'}]}]")
                .at(Instant.parse("2026-01-01T00:00:00Z"));
        AdvisoryRecord vex = vex("{'document':{'category':'csaf_vex','csaf_version':'2.0','title':'t',"
                + "'publisher':{'category':'vendor','name':'Vexco','namespace':'https://vexco.example'},"
                + "'tracking':{'id':'V-1','status':'final','version':'1','current_release_date':'2026-01-02T00:00:00Z',"
                + "'initial_release_date':'2026-01-02T00:00:00Z','revision_history':[]}},"
                + "'product_tree':{'branches':[{'category':'vendor','name':'Vexco','branches':[{'category':'product_name',"
                + "'name':'Vexprod','branches':[{'category':'product_version','name':'1.2.3',"
                + "'product':{'product_id':'P','name':'Vexprod 1.2.3'}}]}]}]},"
                + "'vulnerabilities':[{'cve':'CVE-2024-99999','product_status':{'fixed':['P']}}]}");

        assertThat(judge.judge(Installed.named("Vexco", "Vexprod", installed), List.of(record, vex))
                        .answer())
                .isEqualTo(expected);
    }

    private static AdvisoryRecord vex(String document) {
        var found = new ArrayList<AdvisoryRecord>();
        new CsafReader()
                .read(
                        new ByteArrayInputStream(document.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                        found::add);
        return found.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "13.1-49.14, AFFECTED",
        "13.1-51.14, AFFECTED",
        "13.1-51.15, FIXED",
        "13.1-53.17, FIXED",
        "14.1-8.50, AFFECTED",
        "14.1-12.35, FIXED",
        "13.1-37.170, AFFECTED"
    })
    void readsBuildsStatedWithoutTheirRelease(String installed, MatchAnswer expected) {
        AdvisoryRecord record = cve("'affected':[{'vendor':'Cloud Software Group','product':'NetScaler ADC ',"
                + "'defaultStatus':'unaffected','versions':["
                + patch("14.1", "12.35") + "," + patch("13.1", "51.15") + "," + patch(" 13.1-FIPS", "37.176") + "]}]");

        assertThat(judge.judge(Installed.named("Cloud Software Group", "NetScaler ADC", installed), record)
                        .answer())
                .isEqualTo(expected);
    }

    private static String patch(String version, String lessThan) {
        return "{'status':'affected','version':'" + version + "','lessThan':'" + lessThan + "','versionType':'patch'}";
    }

    @ParameterizedTest
    @CsvSource({
        "5.3.x, 5.3.40, 5.3.12, AFFECTED",
        "5.3.x, 5.3.40, 5.3.40, FIXED",
        "30.x.x, 30.2.1, 30.1.2, AFFECTED",
        "4.3.*, 4.3.9, 4.3.1, AFFECTED",
        "previous versions, 15.3.2, 15.1, AFFECTED",
        "21.1R1, 21.1*, 21.1R3, AFFECTED",
        "1.0.2, 1.0.2zd, 1.0.2k, AFFECTED",
        "1.0.2, 1.0.2zd, 1.0.2zc, AFFECTED",
        "1.0.2, 1.0.2zd, 1.0.2ze, FIXED",
        "12.1, 12.1-55.300, 12.1-55.296, AFFECTED",
        "12.1, 12.1-55.300, 12.1-55.300, FIXED",
        "8.0, 8.0 U1d, 8.0 U1c, AFFECTED",
        "8.0, 8.0 U1d, 8.0 U1d, FIXED",
        "8.0, 8.0 U1d, 8.0 U2, FIXED",
        "10.2.1.0, 10.2.1.1-20sv, 10.2.1.1-19sv, AFFECTED"
    })
    void readsBoundsAsMakersWriteThem(String from, String lessThan, String installed, MatchAnswer expected) {
        VersionRange range = new VersionRange(
                from, false, lessThan, null, Status.AFFECTED, "custom", List.of(), from + " < " + lessThan);

        assertThat(answer(installed, Status.UNAFFECTED, range)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"7.2.6 build1575, AFFECTED", "7.2.6-h1, UNKNOWN", "7.2.7 build1577, NOT_AFFECTED"})
    void takesABuildNumberForNoPatch(String installed, MatchAnswer expected) {
        VersionRange range =
                new VersionRange("7.2.0", false, null, "7.2.6", Status.AFFECTED, "custom", List.of(), "7.2.0 <= 7.2.6");

        assertThat(answer(installed, Status.UNAFFECTED, range)).isEqualTo(expected);
    }

    /** What the kernel writes of the release a repair was in from the beginning. */
    @Test
    void believesAReleaseWhoseTypeIsCalledAfterItsCommit() {
        AdvisoryRecord record = cve(
                "'affected':[{'vendor':'Linux','product':'Linux','defaultStatus':'affected','versions':["
                        + "{'version':'6.7','lessThanOrEqual':'*','status':'unaffected','versionType':'original_commit_for_fix'}]}]");

        assertThat(judge.judge(Installed.named("Linux", "Linux", "6.8.1"), record)
                        .answer())
                .isEqualTo(MatchAnswer.NOT_AFFECTED);
        assertThat(judge.judge(Installed.named("Linux", "Linux", "6.6.1"), record)
                        .answer())
                .isEqualTo(MatchAnswer.AFFECTED);
    }

    @ParameterizedTest
    @CsvSource({"2.3.0, AFFECTED", "2.3.1, FIXED"})
    void readsTheCpeNamesACveRecordCarries(String installed, MatchAnswer expected) {
        AdvisoryRecord record = cve(
                "'affected':[{'vendor':'n/a','product':'n/a','versions':[{'version':'n/a','status':'affected'}]}],"
                        + "'cpeApplicability':[{'operator':'OR','nodes':[{'operator':'OR','negate':false,'cpeMatch':[{'vulnerable':true,"
                        + "'criteria':'cpe:2.3:a:maker:box:*:*:*:*:*:*:*:*','versionStartIncluding':'2.0','versionEndExcluding':'2.3.1'}]}]}]");

        assertThat(judge.judge(Installed.named("Maker", "Box", installed), record)
                        .answer())
                .isEqualTo(expected);
    }

    /** One source lists every build it affects; the release among them does not stand for the builds it leaves out. */
    @ParameterizedTest
    @CsvSource({"9.16(4)55, AFFECTED", "9.16.4, AFFECTED", "9.16(4)57, UNKNOWN", "9.12.4.2, AFFECTED"})
    void readsAListOfBuildsAsAList(String installed, MatchAnswer expected) {
        AdvisoryRecord record =
                cve("'affected':[{'vendor':'Cisco','product':'Cisco Adaptive Security Appliance (ASA) Software',"
                        + "'versions':[{'version':'9.16.4','status':'affected'},{'version':'9.16.4.9','status':'affected'},"
                        + "{'version':'9.16.4.55','status':'affected'},{'version':'9.12.4','status':'affected'}]}]");

        assertThat(judge.judge(Installed.named("Cisco", "ASA", installed), record)
                        .answer())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "9.1R18, affected, AFFECTED",
        "9.1R17.1, affected, UNKNOWN",
        "9.1R19, affected, NOT_AFFECTED",
        "9.1R18, unaffected, NOT_AFFECTED"
    })
    void doubtsARangeFromItsEndToItsEnd(String installed, String status, MatchAnswer expected) {
        AdvisoryRecord record =
                cve("'affected':[{'vendor':'Ivanti','product':'ICS','defaultStatus':'unaffected','versions':["
                        + "{'version':'9.1R18','lessThanOrEqual':'9.1R18','status':'" + status
                        + "','versionType':'semver'}]}]");

        assertThat(judge.judge(Installed.named("Ivanti", "ICS", installed), record)
                        .answer())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Exchange Server 2019, 15.2.1258.25, AFFECTED",
        "Exchange Server 2019, 15.2.1258.28, CONFLICT",
        "Exchange Server 2019 Cumulative Update 13, 15.2.1258.28, FIXED",
        "Exchange Server 2019, 15.2.1544.4, FIXED",
        "Exchange Server, 15.2.1258.12, AFFECTED"
    })
    void judgesEveryUpdateThatIsRepairedForItself(String product, String installed, MatchAnswer expected) {
        AdvisoryRecord record =
                cve("'affected':[" + exchange(13, "15.02.1258.028") + "," + exchange(14, "15.02.1544.004") + "]");

        assertThat(judge.judge(Installed.named("Microsoft", product, installed), record)
                        .answer())
                .isEqualTo(expected);
    }

    private static String exchange(int update, String lessThan) {
        return "{'vendor':'Microsoft','product':'Microsoft Exchange Server 2019 Cumulative Update " + update
                + "','versions':[{'version':'15.02.0','lessThan':'" + lessThan
                + "','status':'affected','versionType':'custom'}]}";
    }

    @ParameterizedTest
    @CsvSource({
        "Citrix, NetScaler ADC, Cloud Software Group, 'NetScaler ADC '",
        "Citrix, NetScaler ADC, citrix, netscaler_application_delivery_controller",
        "Pulse Secure, Pulse Connect Secure, Ivanti, ICS",
        "VMware, vCenter Server, VMware by Broadcom, VMware vCenter Server (vCenter Server)",
        "ManageEngine, ADAudit Plus, zohocorp, adaudit_plus",
        "Apache Software Foundation, Apache HTTP Server, apache, http_server"
    })
    void knowsTheNamesMakersHaveHad(String vendor, String product, String theirVendor, String theirProduct) {
        AffectedProduct affected =
                AffectedProduct.named(Source.CNA, "x", theirVendor, theirProduct, Status.UNKNOWN, List.of());

        assertThat(new ProductMatcher(ProductNames.usual()).matches(Installed.named(vendor, product, "1"), affected))
                .isTrue();
    }

    private static AdvisoryRecord cve(String container) {
        String json =
                ("{'dataType':'CVE_RECORD','cveMetadata':{'cveId':'CVE-2031-0001','state':'PUBLISHED'},'containers':{'cna':{"
                                + container + "}}}")
                        .replace('\'', '"');
        List<AdvisoryRecord> found = new ArrayList<>();
        new Cve5Reader().read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), found::add);
        return found.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "10.2.7, AFFECTED",
        "10.2.7-h7, AFFECTED",
        "10.2.7-h8, FIXED",
        "10.2.8, AFFECTED",
        "10.2.8-h3, FIXED",
        "10.2.9, AFFECTED",
        "10.2.9-h1, FIXED",
        "10.2.10, FIXED"
    })
    void readsSeveralRepairsAsThoseOfSeveralLines(String installed, MatchAnswer expected) {
        VersionRange range = new VersionRange(
                "10.2.0",
                false,
                "10.2.9-h1",
                null,
                Status.AFFECTED,
                "custom",
                List.of(change("10.2.8-h3"), change("10.2.9-h1"), change("10.2.7-h8")),
                "10.2");

        assertThat(answer(installed, Status.UNKNOWN, range)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "7.2.6, UNKNOWN, AFFECTED",
        "7.2.7, UNKNOWN, FIXED",
        "7.6.0, UNKNOWN, UNKNOWN",
        "7.6.0, UNAFFECTED, NOT_AFFECTED",
        "7.0.1, UNKNOWN, UNKNOWN",
        "7.0.1, AFFECTED, AFFECTED"
    })
    void leavesAnUnlistedBranchToTheDefault(String installed, Status otherwise, MatchAnswer expected) {
        VersionRange range =
                new VersionRange("7.2.0", false, "7.2.7", null, Status.AFFECTED, "custom", List.of(), "7.2.0 < 7.2.7");

        assertThat(answer(installed, otherwise, range)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'>= 2.0, < 2.3.1', 2.3.0, AFFECTED",
        "'>= 2.0, < 2.3.1', 1.9, UNKNOWN",
        "< V2.16.0, 2.15, AFFECTED",
        "All versions < V2.16.0, V2.15.9, AFFECTED",
        "5.1.x, 5.1.9, AFFECTED",
        "all versions, 3, AFFECTED",
        "*, 3, AFFECTED",
        "n/a, 3, UNKNOWN",
        "7.0.1-5035 and older versions, 7.0.1-5000, UNKNOWN",
        "9.5.7, 9.5.7a, UNKNOWN"
    })
    void readsStatementsInTheVersionField(String stated, String installed, MatchAnswer expected) {
        assertThat(answer(installed, Status.UNKNOWN, VersionRange.single(stated, Status.AFFECTED, null)))
                .isEqualTo(expected);
    }

    @Test
    void readsTheOpenBoundAndDoesNotInventAFix() {
        VersionRange open = new VersionRange("1.0", false, "*", null, Status.AFFECTED, "custom", List.of(), "1.0 < *");

        assertThat(answer("99.1", Status.UNAFFECTED, open)).isEqualTo(MatchAnswer.AFFECTED);
        assertThat(open.fixedVersions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5.6.2, NOT_AFFECTED",
        "5.6.3, AFFECTED",
        "5.6.8, FIXED",
        "5.8.0, UNKNOWN",
        "6.0.5, FIXED",
        "5.2.1, UNKNOWN"
    })
    void readsNvdRangesByTheirLines(String installed, MatchAnswer expected) {
        AdvisoryRecord record = nvd("", match("5.6.3", "5.6.8") + "," + match("6.0.0", "6.0.5"));

        assertThat(judge.judge(Installed.named("Fortinet", "FortiOS", installed), record)
                        .answer())
                .isEqualTo(expected);
    }

    @Test
    void judgesTheOtherSideOfAnNvdAnd() {
        String other = ",{\"operator\":\"OR\",\"cpeMatch\":[{\"vulnerable\":false,"
                + "\"criteria\":\"cpe:2.3:o:apple:macos:-:*:*:*:*:*:*:*\"}]}";
        AdvisoryRecord record = nvd(other, match("5.6.3", "5.6.8"));

        assertThat(onPlatform(record, Set.of("macOS"))).isEqualTo(MatchAnswer.AFFECTED);
        assertThat(onPlatform(record, Set.of("Windows"))).isEqualTo(MatchAnswer.NOT_AFFECTED);
        assertThat(onPlatform(record, Set.of())).isEqualTo(MatchAnswer.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"5.15.12, AFFECTED", "5.15.13, NOT_AFFECTED", "5.15.11, NOT_AFFECTED"})
    void judgesPackagesByOsv(String version, MatchAnswer expected) {
        List<AdvisoryRecord> found = new ArrayList<>();
        new OsvReader().read(Records.open("osv/BIT-activemq-2020-11998.json"), found::add);

        assertThat(judge.judge(Installed.ofPurl("pkg:bitnami/activemq@" + version), found)
                        .answer())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'Palo Alto Networks, Inc.', PAN-OS, paloaltonetworks, pan-os",
        "ＦＯＲＴＩＮＥＴ, FortiOS, fortinet, Fortinet FortiOS",
        "株式会社日立製作所, JP1／Base, 日立製作所, JP1/Base",
        "フォーティネット, FortiOS, Fortinet, fortios",
        "'', FortiOS, Fortinet, FortiOS",
        "BeyondTrust, Remote Support, beyondtrust, Remote Support & Privileged Remote Access",
        "'Cisco Systems, Inc.', IOS XE, Cisco, Cisco IOS XE Software",
        "Cisco, Adaptive Security Appliance (ASA) Software, cisco, adaptive_security_appliance_software",
        "Juniper, Junos OS, Juniper Networks, Junos OS",
        "SonicWall Inc., SMA 200, sonicwall, sma_200_firmware",
        "'', Palo Alto Networks PAN-OS, paloaltonetworks, pan-os",
        "'Fortinet, Inc.', Fortinet FortiOS, fortinet, FORTIOS",
        "㈱日立製作所, ＪＰ１／Ｂａｓｅ, 日立製作所, JP1/Base",
        "ﾄﾚﾝﾄﾞﾏｲｸﾛ, ｳｲﾙｽﾊﾞｽﾀｰ, トレンドマイクロ, ウイルスバスター"
    })
    void matchesNamesHoweverTheyAreWritten(String vendor, String product, String theirVendor, String theirProduct) {
        ProductMatcher matcher = new ProductMatcher(new ProductNames(Map.of("フォーティネット", "Fortinet")));
        AffectedProduct affected =
                AffectedProduct.named(Source.CNA, "x", theirVendor, theirProduct, Status.UNKNOWN, List.of());

        assertThat(matcher.matches(Installed.named(vendor, product, "1"), affected))
                .isTrue();
        assertThat(matcher.matches(Installed.named("Another", product, "1"), affected))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SIPROTEC 5 7SJ82 (CP100), SIPROTEC 5 7SJ82 (CP150)",
        "'Windows Server 2022', 'Windows Server 2022, 23H2 Edition (Server Core installation)'",
        "vCenter Server, VMware Cloud Foundation (vCenter Server)",
        "Exchange Server 2019 Cumulative Update 13, Exchange Server 2019 Cumulative Update 14"
    })
    void keepsVariantsApart(String product, String theirProduct) {
        AffectedProduct affected =
                AffectedProduct.named(Source.CNA, "x", "Maker", theirProduct, Status.UNKNOWN, List.of());

        assertThat(new ProductMatcher(ProductNames.usual()).matches(Installed.named("Maker", product, "1"), affected))
                .isFalse();
    }

    @Test
    void needsNoCpeToRaiseADoubt() {
        AffectedProduct affected =
                AffectedProduct.named(Source.ADVISORY, "the MSP", "Maker", "Agent", Status.UNKNOWN, List.of());

        Judgement judgement = judge.judge(
                Installed.named("Maker", "Agent", "1.0"),
                AdvisoryRecord.named("MSP-1", "by telephone", List.of(affected)));

        assertThat(judgement.concerns()).isTrue();
        assertThat(judgement.answer()).isEqualTo(MatchAnswer.UNKNOWN);
    }

    private MatchAnswer onPlatform(AdvisoryRecord record, Set<String> platforms) {
        return judge.judge(new Installed("Fortinet", "FortiOS", "5.6.4", null, null, platforms), record)
                .answer();
    }

    private MatchAnswer answer(String installed, Status otherwise, VersionRange range) {
        AffectedProduct product = AffectedProduct.named(Source.CNA, "maker", "Maker", "Box", otherwise, List.of(range));
        AdvisoryRecord record = AdvisoryRecord.named("CVE-2024-0001", null, List.of(product));
        return judge.judge(Installed.named("Maker", "Box", installed), record).answer();
    }

    private static Change change(String at) {
        return new Change(at, Status.UNAFFECTED);
    }

    private static String match(String from, String end) {
        return "{\"vulnerable\":true,\"criteria\":\"cpe:2.3:o:fortinet:fortios:*:*:*:*:*:*:*:*\",\"versionStartIncluding\":\""
                + from + "\",\"versionEndExcluding\":\"" + end + "\"}";
    }

    private static AdvisoryRecord nvd(String otherNode, String matches) {
        String json =
                "{\"cve\":{\"id\":\"CVE-2018-13379\",\"configurations\":[{\"operator\":\"AND\",\"nodes\":[{\"operator\":\"OR\","
                        + "\"cpeMatch\":[" + matches + "]}" + otherNode + "]}]}}";
        List<AdvisoryRecord> found = new ArrayList<>();
        new NvdReader().read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), found::add);
        return found.get(0);
    }
}
