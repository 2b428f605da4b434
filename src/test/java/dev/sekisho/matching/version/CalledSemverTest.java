package dev.sekisho.matching.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.matching.product.Installed;
import dev.sekisho.matching.product.MatchAnswer;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.matching.product.ProductNames;
import dev.sekisho.matching.product.VersionJudge;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.AffectedProduct.ProductIdentity;
import dev.sekisho.matching.published.AffectedProduct.ProductScope;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalledSemverTest {
    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));

    @ParameterizedTest
    @CsvSource({
        "2023.0.0, 2023.0.11, 15.0.3, UNKNOWN",
        "15.0.0, 15.0.11, 2023.0.3, UNKNOWN",
        "2023.0.0, 2023.0.11, 2023.0.10, AFFECTED",
        "2023.0.0, 2023.0.11, 2023.0.11, FIXED",
        "11.3.0, 11.3.0+security-01, 11.3.0, AFFECTED",
        "11.3.0, 11.3.0+security-01, 11.3.0+security-01, FIXED",
        "11.3.0, 11.3.0+security-02, 11.3.0+security-01, AFFECTED",
        "11.3.0, 11.3.0+security-01, 11.3.0+other, UNKNOWN",
        "11.3.0, 11.3.0+security-01, v11.3.1, FIXED",
        "11.3.0, 11.3.0, 11.3.0, UNKNOWN",
        "10.2.0, 10.2.5-h6, 10.2.5-h5, AFFECTED",
        "10.2.0, 10.2.5-h6, 10.2.5-h6, FIXED",
        "10.2.0, 10.2.5-h6, 10.2.5, AFFECTED",
        "7.0.0, 7.0.1, 7.0.1-5035, UNKNOWN",
        "7.0.0, 7.0.1-5036, 7.0.1-5035, AFFECTED",
        "7.0.0, 7.0.1-5036, 7.0.1-5036, FIXED",
        "1.0.0, 2.0.0, 2.0.0-rc.1, AFFECTED",
        "1.0.0, 2.0.0, 2.0.0-enterprise, UNKNOWN",
        "9.0.0, 9.1.0, 9.0.0-enterprise, UNKNOWN",
        "1.0.0, 1.2.3.4, 1.2.3.3, AFFECTED",
        "1.0.0, 1.2.3.4, 1.2.3.4, FIXED",
        "1.0.0, 1.02.3, 1.2.2, AFFECTED",
        "v1.0.0, v1.2.3, 1.2.3, FIXED",
    })
    void readsWhatIsMerelyCalledSo(String from, String lessThan, String version, MatchAnswer expected) {
        var range =
                new VersionRange(from, false, lessThan, null, Status.AFFECTED, "semver", List.of(), from + lessThan);

        assertThat(answer(Installed.named("Maker", "Box", version), Set.of(), range))
                .isEqualTo(expected);
    }

    /** Every build of the last affected version is meant. */
    @ParameterizedTest
    @CsvSource({"11.3.0+build.7, AFFECTED", "11.3.1, NOT_AFFECTED", "11.2.9, AFFECTED"})
    void countsBuildsToTheirVersion(String version, MatchAnswer expected) {
        var range = new VersionRange("11.0.0", false, null, "11.3.0", Status.AFFECTED, "semver", List.of(), "raw");

        assertThat(answer(Installed.named("Maker", "Box", version), Set.of(), range))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "cargo, 1.0.0-p1",
        "cargo, 1.0.0-h1",
        "npm, 1.0.0-p1",
        "npm, 1.0.0-r1",
        "npm, 1.0.0-u1",
        "npm, 1.0.0-s1",
        "npm, 1.0.0-5035",
        "pub, 1.0.0-p1",
        "hex, 1.0.0-r1",
        "swift, 1.0.0-u1",
        "golang, v1.0.0-h1",
        "golang, v1.0.0-0.20240101000000-abcdefabcdef",
        "nuget, 1.0.0-p1",
    })
    void takesEverySuffixForAPreReleaseWhereTheEcosystemDoes(String type, String version) {
        assertThat(packaged(type, version, "1.0.0")).isEqualTo(MatchAnswer.AFFECTED);
        assertThat(packaged(type, "1.0.0", "1.0.0").isClean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "pub, 1.0.0, 1.0.0+1, AFFECTED",
        "pub, 1.0.0+1, 1.0.0+1, FIXED",
        "pub, 1.0.0+1, 1.0.0+2, AFFECTED",
        "cargo, 111.16.0+1.1.1l, 111.16.0, FIXED",
        "golang, v2.0.0+incompatible, 2.0.0, FIXED",
        "golang, v2.0.0, 2.0.0+incompatible, FIXED",
        "npm, 2023.1.0, 15.0.0, FIXED",
    })
    void readsBuildsAsTheEcosystemDoes(String type, String version, String fixed, MatchAnswer expected) {
        assertThat(packaged(type, version, fixed)).isEqualTo(expected);
    }

    private MatchAnswer packaged(String type, String version, String fixed) {
        String name = "pkg:" + type + "/example/box";
        var range = new VersionRange(null, false, fixed, null, Status.AFFECTED, "semver", List.of(), "< " + fixed);
        return answer(Installed.ofPurl(name + "@" + version.replace("+", "%2B")), Set.of(name), range);
    }

    private MatchAnswer answer(Installed installed, Set<String> purls, VersionRange range) {
        var product = new AffectedProduct(
                Source.CNA,
                "maker",
                ProductIdentity.of("Maker", "Box", purls, Set.of()),
                ProductScope.EVERYWHERE,
                Status.UNAFFECTED,
                List.of(range),
                false,
                null);
        return judge.judge(installed, AdvisoryRecord.named("CVE-2031-0001", null, List.of(product)))
                .answer();
    }
}
