package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.feed.cve.Cve5Reader;
import dev.sekisho.feed.nvd.NvdReader;
import dev.sekisho.feed.reading.Records;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stated of one edition, system, module or device, and an installation that does not say which it is. */
class EditionsTest {
    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.usual()));

    /** The edition in each field of a CPE name that can hold one; every range ends before 2.0. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*:*:*:fips:*:*:*                       | UNKNOWN",
                "*:fips:*:*:*:*:*                       | UNKNOWN",
                "fips:*:*:*:*:*:*                       | UNKNOWN",
                "*:*:*:*:windows:*:*                    | UNKNOWN",
                "*:*:*:*:*:arm64:*                      | UNKNOWN",
                "*:*:*:*:*:*:special                    | UNKNOWN",
                "*:*:*:fips:*:*:* *:*:*:ndcpp:*:*:*     | UNKNOWN",
                "*:*:*:fips:*:*:* *:*:*:*:*:*:*         | FIXED",
                "*:*:*:lts:*:*:* *:*:*:-:*:*:*          | FIXED",
                "*:*:*:community:*:*:* *:*:*:enterprise:*:*:* | FIXED",
                "*:*:*:*:windows:*:* *:*:*:*:macos:*:*  | FIXED",
                "*:*:*:*:*:arm64:* *:*:*:*:*:x64:*      | FIXED",
                "*:*:*:*:wordpress:*:*                  | FIXED",
                "*:*:*:*:*:*:*                          | FIXED",
                "-:*:*:*:*:*:*                          | FIXED",
            })
    void settlesARepairOnlyWhereItIsOneForAll(String editions, MatchAnswer expected) {
        AdvisoryRecord record = nvd(editions, "");

        assertThat(answer(record, "2.1")).isEqualTo(expected);
        assertThat(answer(record, "1.9").isClean()).isFalse();
    }

    @Test
    void answersForTheEditionThatIsStated() {
        AdvisoryRecord record = nvd("*:*:*:fips:*:*:*", "");

        assertThat(judge.judge(Installed.ofCpe("cpe:2.3:a:maker:box:2.1:*:*:*:fips:*:*:*"), record)
                        .answer())
                .isEqualTo(MatchAnswer.FIXED);
        assertThat(judge.judge(Installed.ofCpe("cpe:2.3:a:maker:box:1.9:*:*:*:fips:*:*:*"), record)
                        .answer())
                .isEqualTo(MatchAnswer.AFFECTED);
    }

    /** What is installed, what the source names, and whether 1.9 of the one is 1.9 of the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*:*:*:*:*:x86_64:* | *:*:*:*:*:x64:*            | AFFECTED",
                "*:*:*:*:*:amd64:*  | *:*:*:*:*:x64:*            | AFFECTED",
                "*:*:*:*:*:aarch64:* | *:*:*:*:*:arm64:*         | AFFECTED",
                "*:*:*:*:*:i686:*   | *:*:*:*:*:x86:*            | AFFECTED",
                "*:*:*:*:*:x64:*    | *:*:*:*:*:x86:*            | NOT_AFFECTED",
                "*:*:*:*:macos:*:*  | *:*:*:*:mac_os_x:*:*       | AFFECTED",
                "*:*:*:*:windows_10:*:* | *:*:*:*:windows:*:*    | AFFECTED",
                "*:*:*:*:windows:*:* | *:*:*:*:windows_server_2019:*:* | AFFECTED",
                "*:*:*:*:win32:*:*  | *:*:*:*:windows:*:*        | AFFECTED",
                "*:*:*:*:ubuntu:*:* | *:*:*:*:linux:*:*          | AFFECTED",
                "*:*:*:*:unix:*:*   | *:*:*:*:linux:*:*          | AFFECTED",
                "*:*:*:*:nodejs:*:* | *:*:*:*:node.js:*:*        | AFFECTED",
                "*:*:*:*:android:*:* | *:*:*:*:linux:*:*         | NOT_AFFECTED",
                "*:*:*:*:macos:*:*  | *:*:*:*:windows:*:*        | NOT_AFFECTED",
                "*:*:*:professional:*:*:* | *:*:*:pro:*:*:*      | AFFECTED",
                "*:*:*:enterprise_edition:*:*:* | *:*:*:enterprise:*:*:* | AFFECTED",
                "*:*:*:long_term_support:*:*:* | *:*:*:lts:*:*:* | UNKNOWN",
                "*:*:*:standard:*:*:* | *:*:*:enterprise:*:*:*   | NOT_AFFECTED",
                "*:*:*:-:*:*:*      | *:*:*:enterprise:*:*:*     | NOT_AFFECTED",
                "*:*:en-us:*:*:*:*  | *:*:en:*:*:*:*             | AFFECTED",
                "*:*:ja:*:*:*:*     | *:*:en:*:*:*:*             | NOT_AFFECTED",
            })
    void excludesNoOtherSpellingOfOneThing(String mine, String theirs, MatchAnswer expected) {
        assertThat(judge.judge(Installed.ofCpe("cpe:2.3:a:maker:box:1.9:" + mine), nvd(theirs, ""))
                        .answer())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'o:microsoft:windows', UNKNOWN",
        "'o:microsoft:windows o:apple:macos', FIXED",
        "'h:maker:device', FIXED",
    })
    void settlesARepairOnOneSystemOnlyWhereItIsInstalled(String others, MatchAnswer expected) {
        AdvisoryRecord record = nvd("*:*:*:*:*:*:*", others);

        assertThat(answer(record, "2.1")).isEqualTo(expected);
        assertThat(judge.judge(new Installed("Maker", "Box", "2.1", null, null, Set.of("Windows")), record)
                        .answer()
                        .isClean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'platforms':['Windows']                   | UNKNOWN | AFFECTED",
                "'platforms':['Windows','Linux']           | FIXED   | AFFECTED",
                "'platforms':['x64-based Systems']         | FIXED   | AFFECTED",
                "'platforms':['ARM64-based Systems']       | UNKNOWN | AFFECTED",
                "'platforms':['Unknown']                   | FIXED   | AFFECTED",
                "'platforms':['SRX Series']                | UNKNOWN | AFFECTED",
                "'modules':['Reporting']                   | UNKNOWN | AFFECTED",
                "'modules':['BGP','rpd']                   | FIXED   | AFFECTED",
                "'modules':['All Modules']                 | FIXED   | AFFECTED",
                "'modules':['Box']                         | FIXED   | AFFECTED",
            })
    void readsPlatformsAndModulesOfRecords(String limit, MatchAnswer later, MatchAnswer earlier) {
        AdvisoryRecord record = cve(entry("Box", limit, "0", "2.0"));

        assertThat(answer(record, "2.1")).isEqualTo(later);
        assertThat(answer(record, "1.9")).isEqualTo(earlier);
    }

    /** The version one module is repaired in is named by itself, and outweighs only that module's own range. */
    @Test
    void doesNotLetOneModuleClearAnother() {
        AdvisoryRecord record =
                cve("{'vendor':'Maker','product':'Box','defaultStatus':'unaffected','modules':['Agent'],'versions':["
                        + "{'version':'0','lessThan':'1.2','status':'affected'},{'version':'1.2','status':'unaffected'}]},"
                        + entry("Box", "'modules':['Server']", "0", "1.5"));

        assertThat(answer(record, "1.2")).isEqualTo(MatchAnswer.AFFECTED);
        assertThat(answer(record, "1.5")).isEqualTo(MatchAnswer.FIXED);
    }

    @ParameterizedTest
    @CsvSource({
        "Box (Enterprise Edition), UNKNOWN",
        "Box (Server Core installation), UNKNOWN",
        "Box (Box), FIXED",
    })
    void readsEditionsInBrackets(String product, MatchAnswer expected) {
        assertThat(answer(cve(entry(product, "'platforms':[]", "0", "2.0")), "2.1"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NetScaler ADC, 12.1-65.35, UNKNOWN",
        "NetScaler ADC, 12.1-55.300, UNKNOWN",
        "NetScaler ADC, 12.1-55.299, AFFECTED",
        "NetScaler ADC, 13.0-92.18, AFFECTED",
        "NetScaler ADC, 13.0-92.19, FIXED",
        "NetScaler ADC, 13.1-49.14, AFFECTED",
        "NetScaler ADC, 13.1-49.15, FIXED",
        "NetScaler ADC, 14.1-8.50, FIXED",
        "NetScaler Gateway, 13.1-49.15, FIXED",
    })
    void readsEditionsBesideTheVersion(String product, String version, MatchAnswer expected) {
        Judgement judgement = judge.judge(Installed.named("Citrix", product, version), Records.cve("CVE-2023-4966"));

        assertThat(judgement.answer()).as("%s", judgement.evidence()).isEqualTo(expected);
    }

    private MatchAnswer answer(AdvisoryRecord record, String version) {
        return judge.judge(Installed.named("Maker", "Box", version), record).answer();
    }

    private static String entry(String product, String limit, String from, String lessThan) {
        return "{'vendor':'Maker','product':'" + product + "','defaultStatus':'unaffected'," + limit
                + ",'versions':[{'version':'" + from + "','lessThan':'" + lessThan
                + "','status':'affected','versionType':'custom'}]}";
    }

    private static AdvisoryRecord cve(String entries) {
        String json =
                "{'dataType':'CVE_RECORD','cveMetadata':{'cveId':'CVE-2031-0001','state':'PUBLISHED'},'containers':{'cna':{'affected':["
                        + entries + "]}}}";
        List<AdvisoryRecord> found = new ArrayList<>();
        new Cve5Reader().read(stream(json), found::add);
        return found.get(0);
    }

    /** @param editions what follows the version in each CPE name */
    private static AdvisoryRecord nvd(String editions, String others) {
        String matches = Stream.of(editions.strip().split(" +"))
                .map(fields -> "{'vulnerable':true,'criteria':'cpe:2.3:a:maker:box:*:" + fields
                        + "','versionEndExcluding':'2.0'}")
                .collect(Collectors.joining(","));
        String node = others.isEmpty()
                ? ""
                : Stream.of(others.split(" "))
                        .map(name -> "{'vulnerable':false,'criteria':'cpe:2.3:" + name + ":-:*:*:*:*:*:*:*'}")
                        .collect(Collectors.joining(",", ",{'operator':'OR','cpeMatch':[", "]}"));
        String json =
                "{'cve':{'id':'CVE-2031-0001','configurations':[{'operator':'AND','nodes':[{'operator':'OR','cpeMatch':["
                        + matches + "]}" + node + "]}]}}";
        List<AdvisoryRecord> found = new ArrayList<>();
        new NvdReader().read(stream(json), found::add);
        return found.get(0);
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
