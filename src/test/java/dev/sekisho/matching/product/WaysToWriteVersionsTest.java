package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.feed.cve.Cve5Reader;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions as makers and inventories write them, each against one statement beside which everything is unaffected. */
class WaysToWriteVersionsTest {
    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));

    /** As the appliance shows it, against what its maker's advisory says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7.2.0 | 7.2.7      | 7.2.4,build1396                     | AFFECTED",
                "7.2.0 | 7.2.7      | v7.2.6,build1575,231012 (GA.F)      | AFFECTED",
                "7.2.0 | 7.2.7      | v7.2.7,build1577,240131 (GA.M)      | FIXED",
                "7.2.0 | 7.2.7      | FortiOS v7.2.6 build1575            | AFFECTED",
                "14.1  | 14.1-47.46 | NS14.1: Build 43.50.nc              | AFFECTED",
                "14.1  | 14.1-47.46 | NetScaler NS14.1: Build 47.46.nc, Date: Jun 20 2025 | FIXED",
                "14.1  | 14.1-47.46 | NS14.1 47.48.nc                     | FIXED",
                "14.1  | 14.1-47.46 | 14.1-43.50                          | AFFECTED",
                "4.32  | 5.37 Patch 2 | V5.37 Patch 1                     | AFFECTED",
                "4.32  | 5.37 Patch 2 | V5.37 Patch 2                     | FIXED",
                "4.32  | 5.37 Patch 2 | ZLD V5.37                         | AFFECTED",
                "4.32  | 5.37 Patch 2 | V5.37(ABPS.1)                     | UNKNOWN",
                "2019 CU12 | 2019 CU13 SU3 | 2019 CU13 SU2                | AFFECTED",
                "2019 CU12 | 2019 CU13 SU3 | 2019 Cumulative Update 13 SU3 | FIXED",
                "2019 CU12 | 2019 CU13 SU3 | 2019 CU14                    | FIXED",
                "2019 CU12 | 2019 CU13 SU3 | 15.02.1258.028               | UNKNOWN",
                "10.0.20348.0 | 10.0.20348.2340 | 20348.2227              | AFFECTED",
                "10.0.20348.0 | 10.0.20348.2340 | 20348.2340              | FIXED",
                "7.0   | 7.0 U3q    | 7.0 Update 3n                       | AFFECTED",
                "7.0   | 7.0 U3q    | ESXi 7.0 Update 3q                  | FIXED",
                "7.0   | 7.0 U3q    | vCenter Server 7.0 Update 2d        | AFFECTED",
                "22.7  | 22.7R2.5   | 22.7.2.4                            | AFFECTED",
                "22.7  | 22.7R2.5   | 22.7.2.5                            | FIXED",
                "22.7  | 22.7R2.5   | 22.7.1.7                            | AFFECTED",
                "22.7  | 22.7R2.5   | 22.7.2.3597                         | UNKNOWN",
                "22.7.1 | 22.7.2.5  | 22.7R2.4                            | AFFECTED",
                "10.2.0 | 10.2.5-h6 | PAN-OS 10.2.5-h5                    | AFFECTED",
                "21.2  | 21.2R3-S6  | Junos 21.2R3-S5.3                   | AFFECTED",
            })
    void ordersAsItsMakerDoes(String from, String lessThan, String version, MatchAnswer expected) {
        assertThat(answer("'version':'" + from + "','lessThan':'" + lessThan + "'", version))
                .isEqualTo(expected);
    }

    /** What is counted on behind the last affected one is doubted the same in the other way to write it. */
    @ParameterizedTest
    @CsvSource({"22.7R2, 22.7.2.1, UNKNOWN", "22.7R2.4, 22.7.2.4, AFFECTED", "22.7R2.4, 22.7.2.5, NOT_AFFECTED"})
    void doubtsReleasesWrittenWithDots(String last, String version, MatchAnswer expected) {
        assertThat(answer(range("0", "lessThanOrEqual", last), version)).isEqualTo(expected);
    }

    /** Letters that are short for a kind of patch elsewhere: h, p, r, s and u. */
    @ParameterizedTest
    @CsvSource({
        "1.1.1, 1.1.1t, 1.1.1h, AFFECTED",
        "1.1.1, 1.1.1t, 1.1.1p, AFFECTED",
        "1.1.1, 1.1.1t, 1.1.1r, AFFECTED",
        "1.1.1, 1.1.1t, 1.1.1s, AFFECTED",
        "1.1.1, 1.1.1t, 1.1.1t, FIXED",
        "1.1.1, 1.1.1t, 1.1.1u, FIXED",
        "1.1.1, 1.1.1s, 1.1.1r, AFFECTED",
        "1.0.2, 1.0.2zg, 1.0.2u, AFFECTED",
        "1.0.2, 1.0.2zg, 1.0.2zf, AFFECTED",
        "1.0.2, 1.0.2zg, 1.0.2zh, FIXED",
        "17.3.0, 17.3.8r, 17.3.8p, AFFECTED",
    })
    void ordersLettersByTheAlphabet(String from, String lessThan, String version, MatchAnswer expected) {
        assertThat(answer(range(from, "lessThan", lessThan), version)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "7.2.4, 20240814.1, UNKNOWN",
        "7.2.4, 202408, UNKNOWN",
        "7.2.4, 20348, UNKNOWN",
        "10.0.20348.2700, 20348.2650, AFFECTED",
        "10.0.20348.2700, 20348.2700, FIXED",
        "10.0.20348.2700, 21H2, UNKNOWN",
        "10.0.20348.2700, 10.0.20348.2699, AFFECTED",
        "6.1.6123, 6122, UNKNOWN",
        "6123, 6.1.6122, UNKNOWN",
        "6123, 6122, AFFECTED",
        "6123, 6123, FIXED",
        "120.5, 119.0, AFFECTED",
        "120.5, 121, FIXED",
    })
    void ordersBuildsOnlyAmongBuilds(String lessThan, String version, MatchAnswer expected) {
        assertThat(answer(range("0", "lessThan", lessThan), version)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "15.0.3, 2023.0.3, UNKNOWN",
        "7.0 U3q, 7.0.3, UNKNOWN",
        "22.7R2.3, 22.7.2.3, AFFECTED",
        "22.7R2.3, 22.7.2.3431, UNKNOWN",
        "23.9.7.8804, 23.9.7 build 8804, UNKNOWN",
        "23.9.7.8804, 23.9.7, UNKNOWN",
        "13.1-49.15, NS13.1-49.15, AFFECTED",
        "r4.5, 4.5, UNKNOWN",
        "4.5-LTS, 4.5, UNKNOWN",
        "4.5 x64, 4.5, UNKNOWN",
        "V4R5, 4.5, UNKNOWN",
        "4.5x, 4.5.1, UNKNOWN",
        "4.5x, 4.6, NOT_AFFECTED",
        "4.0..6.0, 4.5, UNKNOWN",
        "4-6, 4.5, UNKNOWN",
        "v4-v6, 5.1, UNKNOWN",
        "v4 - v6, 5.1, UNKNOWN",
        "0, 4.5, UNKNOWN",
        "22.7R2, 22.7R2.3, UNKNOWN",
        "1.0.2w, 1.0.2x, NOT_AFFECTED",
        "15.2(4)M6, 15.2(4)E6, NOT_AFFECTED",
        "4.5.1, 4.6.1, NOT_AFFECTED",
    })
    void takesOneVersionForAnotherOnlyWhereItIs(String stated, String version, MatchAnswer expected) {
        assertThat(answer("'version':'" + stated + "'", version)).isEqualTo(expected);
    }

    /** What is counted on behind the last affected one may be meant with it: 9.1R18 was repaired by 9.1R18.3. */
    @ParameterizedTest
    @CsvSource({
        "9.1R18, 9.1R18.2, UNKNOWN",
        "21.2R3-S6, 21.2R3-S6.3, UNKNOWN",
        "21.2R3-S6, 21.2R3-S7, NOT_AFFECTED",
        "21.2R3-S6, 21.2R3-S5.3, AFFECTED",
        "9.1R18, 9.1R19, NOT_AFFECTED",
    })
    void doubtsWhatIsCountedOnBehindTheLastAffected(String last, String version, MatchAnswer expected) {
        assertThat(answer(range("0", "lessThanOrEqual", last), version)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10.1.5, AFFECTED", "10.1.13, AFFECTED", "10.1.14, FIXED", "10.0.9, NOT_AFFECTED"})
    void readsAChangeBehindAVersionWithoutAnEnd(String version, MatchAnswer expected) {
        assertThat(answer("'version':'10.1.0','changes':[{'at':'10.1.14','status':'unaffected'}]", version))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"7.2.8", "7.2.6", "7.2.10"})
    void believesNeitherOfTwoEnds(String version) {
        assertThat(answer("'version':'7.0','lessThan':'7.2.7','lessThanOrEqual':'7.2.9'", version))
                .isEqualTo(MatchAnswer.UNKNOWN);
    }

    private static String range(String from, String end, String version) {
        return "'version':'" + from + "','" + end + "':'" + version + "'";
    }

    private MatchAnswer answer(String statement, String version) {
        String json =
                "{'dataType':'CVE_RECORD','cveMetadata':{'cveId':'CVE-2031-0001','state':'PUBLISHED'},'containers':{'cna':"
                        + "{'affected':[{'vendor':'Maker','product':'Box','defaultStatus':'unaffected','versions':[{"
                        + statement + ",'status':'affected','versionType':'custom'}]}]}}}";
        List<AdvisoryRecord> found = new ArrayList<>();
        new Cve5Reader()
                .read(new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), found::add);
        return judge.judge(Installed.named("Maker", "Box", version), found.get(0))
                .answer();
    }
}
