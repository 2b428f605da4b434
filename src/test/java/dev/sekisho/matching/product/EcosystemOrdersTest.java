package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Packages of ecosystems against one range each: what their own tools order, and what is no version there. */
class EcosystemOrdersTest {
    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));

    @ParameterizedTest
    @CsvSource({
        "gem, 2.0.0, 2.3.10, 2.3.9, AFFECTED",
        "gem, 2.0.0, 2.3.10, 2.3.10, FIXED",
        "gem, 2.0.0, 2.3.10, 2.3.10.rc1, AFFECTED",
        "gem, 2.0.0, 2.3.10, 2.3.10-x86_64-linux, FIXED",
        "gem, 2.0.0, 2.3.10, 2.0.0-java, AFFECTED",
        "gem, 2.0.0, 2.3.10, main, UNKNOWN",
        "composer, 1.0.0, 5.4.20, 5.4.3, AFFECTED",
        "composer, 1.0.0, 5.4.20, v5.4.20, FIXED",
        "composer, 1.0.0, 5.4.20, 5.4.20-RC1, AFFECTED",
        "composer, 1.0.0, 5.4.20, 5.4.20-p1, FIXED",
        "composer, 1.0.0, 5.4.20, 1.0, AFFECTED",
        "composer, 1.0, 5.4, 5.4.0, FIXED",
        "composer, 1.0.0, 5.4.20, dev-main, UNKNOWN",
        "composer, 1.0.0, 5.4.20, 5.4.x-dev, UNKNOWN",
        "apk, 0, 1.2.4-r1, 1.2.4-r0, AFFECTED",
        "apk, 0, 1.2.4-r1, 1.2.4-r1, FIXED",
        "apk, 0, 1.2.4-r1, 1.2.4_rc1-r5, AFFECTED",
        "apk, 0, 1.2.4-r1, 1.2.4_p1-r0, FIXED",
        "apk, 0, 1.2.4, 1.2.4-r0, FIXED",
        "apk, 0, 1.2.4-r1, 1.2.4-5, UNKNOWN",
        "conan, 1.0, 1.2.13, 1.2.9, AFFECTED",
        "conan, 1.0, 1.2.13, 1.2.13, FIXED",
        "conan, 1.0, 1.2.13, cci.20210118, UNKNOWN",
        "conan, 1.0, 1.2, 1.2.rc1, UNKNOWN",
        "cran, 0, 1.0-10, 1.0-9, AFFECTED",
        "cran, 0, 1.0-10, 1.0.10, FIXED",
        "cran, 0, 1.0-10, 1.0-10a, UNKNOWN",
        "hackage, 0, 0.4.10, 0.4.9, AFFECTED",
        "hackage, 0, 0.4.10, 0.4.10, FIXED",
        "github, 1.0.0, 4.1.7, v4.1.6, AFFECTED",
        "github, 1.0.0, 4.1.7, v4.1.7, FIXED",
        "github, 1.0.0, 4.1.7, 65462800fd760344b1a7b4382951275a0abb4808, UNKNOWN",
        "alpm, 0, 1.2-3, 1.2-4, UNKNOWN",
    })
    void ordersAsTheEcosystemsOwnTools(String type, String from, String fixed, String version, MatchAnswer expected) {
        assertThat(packaged(
                        type,
                        version,
                        new VersionRange(
                                from,
                                false,
                                fixed,
                                null,
                                Status.AFFECTED,
                                "ecosystem",
                                List.of(),
                                from + " to " + fixed)))
                .isEqualTo(expected);
    }

    /** Every release of the package is meant where the source names none. */
    @ParameterizedTest
    @CsvSource({"1.2.4-r7, AFFECTED", "1.2.5-r0, NOT_AFFECTED"})
    void countsReleasesOfAPackageToItsLastAffectedVersion(String version, MatchAnswer expected) {
        assertThat(packaged(
                        "apk",
                        version,
                        new VersionRange(
                                "0", false, null, "1.2.4", Status.AFFECTED, "ecosystem", List.of(), "up to 1.2.4")))
                .isEqualTo(expected);
    }

    private MatchAnswer packaged(String type, String version, VersionRange range) {
        String name = "pkg:" + type + "/example/box";
        var product = new AffectedProduct(
                Source.OSV,
                "OSV",
                ProductIdentity.of(null, "box", Set.of(name), Set.of()),
                ProductScope.EVERYWHERE,
                Status.UNAFFECTED,
                List.of(range),
                false,
                null);
        return judge.judge(
                        Installed.ofPurl(name + "@" + version), AdvisoryRecord.named("OSV-1", null, List.of(product)))
                .answer();
    }
}
