package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.matching.version.VersionScheme;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VersionOrderProperties {
    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));

    @Provide
    Arbitrary<String> numbered() {
        return Arbitraries.integers()
                .between(0, 30)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts ->
                        String.join(".", parts.stream().map(String::valueOf).toList()));
    }

    @Provide
    Arbitrary<String> written() {
        Arbitrary<String> suffix =
                Arbitraries.of("", "", "a", "b", "-h1", "-h6", "R2", "R2.4", " HF 5", "-rc1", "-beta", "(7)E1", "-EVO");
        return Combinators.combine(numbered(), suffix).as(String::concat);
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of(
                        "n/a",
                        "unspecified",
                        "6.0.4 and earlier",
                        "see advisory",
                        "-",
                        "1.0 to 2.0",
                        "1.0-2.0-",
                        "<",
                        "{}"));
    }

    @Property
    boolean numberedVersionsAlwaysHaveAnOrder(@ForAll("numbered") String a, @ForAll("numbered") String b) {
        return VersionScheme.VENDOR.compare(a, b).isPresent();
    }

    @Property
    void orderIsAntisymmetric(@ForAll("written") String a, @ForAll("written") String b, @ForAll VersionScheme scheme) {
        OptionalInt there = scheme.compare(a, b);
        OptionalInt back = scheme.compare(b, a);

        assertThat(there.isPresent()).isEqualTo(back.isPresent());
        assertThat(Integer.signum(there.orElse(0))).isEqualTo(-Integer.signum(back.orElse(0)));
    }

    @Property
    void orderIsTransitiveWhereThereIsOne(
            @ForAll("written") String a,
            @ForAll("written") String b,
            @ForAll("written") String c,
            @ForAll VersionScheme scheme) {
        OptionalInt ab = scheme.compare(a, b);
        OptionalInt bc = scheme.compare(b, c);
        OptionalInt ac = scheme.compare(a, c);
        if (ab.isPresent() && bc.isPresent() && ac.isPresent() && ab.getAsInt() <= 0 && bc.getAsInt() <= 0) {
            assertThat(ac.getAsInt()).isLessThanOrEqualTo(0);
        }
    }

    @Property
    void anUnreadableInstalledVersionIsNeverClean(
            @ForAll("anyText") String installed, @ForAll("written") String bound) {
        if (!VersionScheme.VENDOR.reads(installed.strip())) {
            assertThat(answer(installed, VersionRange.single(bound, Status.AFFECTED, "custom"))
                            .isClean())
                    .isFalse();
            assertThat(answer(installed, below("0", bound)).isClean()).isFalse();
        }
    }

    @Property
    void anUnreadableBoundIsNeverClean(@ForAll("written") String installed, @ForAll("anyText") String bound) {
        boolean readable = VersionScheme.VENDOR.reads(bound.strip()) || VersionInterval.branch(bound.strip()) != null;
        if (!readable && !bound.strip().startsWith("<")) {
            assertThat(answer(installed, below("0", bound)).isClean()).isFalse();
        }
    }

    private MatchAnswer answer(String installed, VersionRange range) {
        AffectedProduct product =
                AffectedProduct.named(Source.CNA, "maker", "Maker", "Box", Status.UNAFFECTED, List.of(range));
        AdvisoryRecord record = AdvisoryRecord.named("CVE-2024-0001", null, List.of(product));
        return judge.judge(Installed.named("Maker", "Box", installed), record).answer();
    }

    private static VersionRange below(String from, String bound) {
        return new VersionRange(from, false, bound, null, Status.AFFECTED, "custom", List.of(), from + " < " + bound);
    }
}
