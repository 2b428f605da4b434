package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.feed.reading.Records;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.matching.published.VersionRange.Change;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A maker who repairs every base by a hotfix of its own. What is expected is what the advisories say in words. */
class RepairsOfSeveralBasesTest {
    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));

    @ParameterizedTest
    @CsvSource({
        // fixed in 10.1.14-h8, 10.1.15, 10.2.8-h19 .. 10.2.13-h2, 10.2.14, 11.1.2-h16, 11.1.3-h13, 11.1.4-h7, 11.1.5,
        // 11.2.3
        "CVE-2024-3393, 10.1.13, NOT_AFFECTED",
        "CVE-2024-3393, 10.1.14, AFFECTED",
        "CVE-2024-3393, 10.1.14-h7, AFFECTED",
        "CVE-2024-3393, 10.1.14-h8, FIXED",
        "CVE-2024-3393, 10.1.15, FIXED",
        "CVE-2024-3393, 10.2.7, NOT_AFFECTED",
        "CVE-2024-3393, 10.2.8, AFFECTED",
        "CVE-2024-3393, 10.2.8-h18, AFFECTED",
        "CVE-2024-3393, 10.2.8-h19, FIXED",
        "CVE-2024-3393, 10.2.9, AFFECTED",
        "CVE-2024-3393, 10.2.9-h18, AFFECTED",
        "CVE-2024-3393, 10.2.9-h19, FIXED",
        "CVE-2024-3393, 10.2.10-h11, AFFECTED",
        "CVE-2024-3393, 10.2.10-h12, FIXED",
        "CVE-2024-3393, 10.2.11, AFFECTED",
        "CVE-2024-3393, 10.2.11-h10, FIXED",
        "CVE-2024-3393, 10.2.12-h3, AFFECTED",
        "CVE-2024-3393, 10.2.12-h4, FIXED",
        "CVE-2024-3393, 10.2.13-h1, AFFECTED",
        "CVE-2024-3393, 10.2.13-h2, FIXED",
        "CVE-2024-3393, 10.2.14, FIXED",
        "CVE-2024-3393, 11.1.2-h15, AFFECTED",
        "CVE-2024-3393, 11.1.2-h16, FIXED",
        "CVE-2024-3393, 11.1.3, AFFECTED",
        "CVE-2024-3393, 11.1.3-h12, AFFECTED",
        "CVE-2024-3393, 11.1.3-h13, FIXED",
        "CVE-2024-3393, 11.1.4, AFFECTED",
        "CVE-2024-3393, 11.1.4-h7, FIXED",
        "CVE-2024-3393, 11.1.5, FIXED",
        "CVE-2024-3393, 11.1.6, FIXED",
        "CVE-2024-3393, 11.2.2, AFFECTED",
        "CVE-2024-3393, 11.2.3, FIXED",
        // fixed in 10.2.9-h11, 10.2.10-h4, 10.2.11, 11.0.4-h5, 11.0.6, 11.1.3
        "CVE-2024-9468, 10.1.9, NOT_AFFECTED",
        "CVE-2024-9468, 10.2.8-h21, AFFECTED",
        "CVE-2024-9468, 10.2.9-h10, AFFECTED",
        "CVE-2024-9468, 10.2.9-h11, FIXED",
        "CVE-2024-9468, 10.2.10, AFFECTED",
        "CVE-2024-9468, 10.2.10-h3, AFFECTED",
        "CVE-2024-9468, 10.2.10-h4, FIXED",
        "CVE-2024-9468, 10.2.11, FIXED",
        "CVE-2024-9468, 11.0.4-h4, AFFECTED",
        "CVE-2024-9468, 11.0.4-h5, FIXED",
        "CVE-2024-9468, 11.0.5, AFFECTED",
        "CVE-2024-9468, 11.0.6, FIXED",
        "CVE-2024-9468, 11.1.2-h12, AFFECTED",
        "CVE-2024-9468, 11.1.3, FIXED",
        // fixed in 10.1.14, 10.2.4-h6, 10.2.5, 11.0.5
        "CVE-2024-2551, 10.1.13, AFFECTED",
        "CVE-2024-2551, 10.1.14, FIXED",
        "CVE-2024-2551, 10.2.3, AFFECTED",
        "CVE-2024-2551, 10.2.4, AFFECTED",
        "CVE-2024-2551, 10.2.4-h5, AFFECTED",
        "CVE-2024-2551, 10.2.4-h6, FIXED",
        "CVE-2024-2551, 10.2.5, FIXED",
        "CVE-2024-2551, 11.0.4-h5, AFFECTED",
        "CVE-2024-2551, 11.0.5, FIXED",
        "CVE-2024-2551, 11.1.0, FIXED",
        // 10.2.7-h16, 10.2.8-h13, 10.2.9-h14 (written 10.2.9-14), 10.2.10-h7, 10.2.11-h4, 11.1.2-h14, 11.1.3-h10,
        // 11.2.2-h3
        "CVE-2024-9472, 10.2.7-h11, NOT_AFFECTED",
        "CVE-2024-9472, 10.2.7-h15, AFFECTED",
        "CVE-2024-9472, 10.2.7-h16, FIXED",
        "CVE-2024-9472, 10.2.8-h12, AFFECTED",
        "CVE-2024-9472, 10.2.8-h13, FIXED",
        "CVE-2024-9472, 10.2.9-h13, UNKNOWN",
        "CVE-2024-9472, 10.2.9-h14, UNKNOWN",
        "CVE-2024-9472, 10.2.10-h6, AFFECTED",
        "CVE-2024-9472, 10.2.10-h7, FIXED",
        "CVE-2024-9472, 10.2.11-h3, AFFECTED",
        "CVE-2024-9472, 10.2.11-h4, FIXED",
        "CVE-2024-9472, 10.2.12, FIXED",
        "CVE-2024-9472, 11.1.2-h13, AFFECTED",
        "CVE-2024-9472, 11.1.2-h14, FIXED",
        "CVE-2024-9472, 11.1.3-h9, AFFECTED",
        "CVE-2024-9472, 11.1.3-h10, FIXED",
        "CVE-2024-9472, 11.2.2-h2, AFFECTED",
        "CVE-2024-9472, 11.2.2-h3, FIXED",
        "CVE-2024-9472, 11.2.3, FIXED",
    })
    void answersAsTheAdvisorySays(String id, String version, MatchAnswer expected) {
        Judgement judgement = judge.judge(Installed.named("Palo Alto Networks", "PAN-OS", version), Records.cve(id));

        assertThat(judgement.answer()).as("%s", judgement.evidence()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the maker's own form: the range ends at the first hotfix of all
                "10.2.0 | 10.2.0-h3 | 10.2.0-h3 10.2.1-h2 10.2.9-h1 | 10.2.1-h1 | AFFECTED",
                "10.2.0 | 10.2.0-h3 | 10.2.0-h3 10.2.1-h2 10.2.9-h1 | 10.2.1-h2 | FIXED",
                "10.2.0 | 10.2.0-h3 | 10.2.0-h3 10.2.1-h2 10.2.9-h1 | 10.2.5 | AFFECTED",
                "10.2.0 | 10.2.0-h3 | 10.2.0-h3 10.2.1-h2 10.2.9-h1 | 10.2.9-h1 | FIXED",
                // two lines of releases in one range without an end
                "1.5.13 | * | 1.26.2 1.27.1 | 1.26.1 | AFFECTED",
                "1.5.13 | * | 1.26.2 1.27.1 | 1.26.3 | FIXED",
                "1.5.13 | * | 1.26.2 1.27.1 | 1.27.0 | AFFECTED",
                "1.5.13 | * | 1.26.2 1.27.1 | 1.27.1 | FIXED",
                "R4 | * | R31-P3 R32-P1 | R32 | AFFECTED",
                "R4 | * | R31-P3 R32-P1 | R31-P4 | FIXED",
                // a change nobody can place
                "5.1.4 | 5.1.6 | Build 114 | 5.1.5 | UNKNOWN",
                "5.1.4 | 5.1.6 | Build 114 | 5.1.6 build 100 | UNKNOWN",
                // between the end of the range and the first repair nothing is said
                "0 | 2.0 | 2.0.8 | 2.0.5 | UNKNOWN",
                "0 | 2.0 | 2.0.8 | 2.0.8 | FIXED",
            })
    void readsChangesBehindTheEnd(String from, String lessThan, String changes, String version, MatchAnswer expected) {
        List<Change> repairs = Stream.of(changes.contains("Build") ? new String[] {changes} : changes.split(" "))
                .map(at -> new Change(at, Status.UNAFFECTED))
                .toList();
        var range = new VersionRange(from, false, lessThan, null, Status.AFFECTED, "custom", repairs, "raw");

        assertThat(answer(version, range)).isEqualTo(expected);
    }

    /** A change to affected where the range ends says that something begins there; what, is not said. */
    @ParameterizedTest
    @CsvSource({"10.2.7, NOT_AFFECTED", "10.2.8, UNKNOWN", "10.2.9, UNKNOWN"})
    void doesNotPassOverAFlawThatBeginsWhereTheRangeEnds(String version, MatchAnswer expected) {
        var range = new VersionRange(
                "10.2.0",
                false,
                "10.2.8",
                null,
                Status.UNAFFECTED,
                "custom",
                List.of(new Change("10.2.8", Status.AFFECTED)),
                "raw");

        assertThat(answer(version, range)).isEqualTo(expected);
    }

    private MatchAnswer answer(String version, VersionRange range) {
        var product = AffectedProduct.named(Source.CNA, "maker", "Maker", "Box", Status.UNAFFECTED, List.of(range));
        return judge.judge(
                        Installed.named("Maker", "Box", version),
                        AdvisoryRecord.named("CVE-2031-0001", null, List.of(product)))
                .answer();
    }
}
