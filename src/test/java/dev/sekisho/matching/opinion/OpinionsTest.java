package dev.sekisho.matching.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.AnalystVerdict;
import dev.sekisho.risk.estate.software.AnalystWord;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.estate.software.VexState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose word on what counts where. */
class OpinionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 31);

    private static final Product PRODUCT = new Product("p", "Product", null);

    /** CVE-1 is also called GHSA-1. */
    private static final class Called implements Opinions.Names {
        private boolean known = true;

        @Override
        public boolean goesBy(String vulnerability, String name) {
            return known && (vulnerability.equals(name) || vulnerability.equals("CVE-1") && name.equals("GHSA-1"));
        }

        @Override
        public @Nullable String vulnerability(String name) {
            return !known ? null : name.equals("GHSA-1") ? "CVE-1" : name;
        }
    }

    private final Called names = new Called();
    private final Opinions opinions = new Opinions(names);

    private static Installation installed(@Nullable String version) {
        return installed("i", version);
    }

    private static Installation installed(String key, @Nullable String version) {
        return new Installation(
                key,
                key,
                "p",
                new InstalledVersion(version, TODAY),
                new Place(Place.Kind.ZONE, "z"),
                new Use(UseState.IN_USE, TODAY),
                List.of());
    }

    private static AnalystVerdict onInstallation(String key, VexState state, String... versions) {
        return new AnalystVerdict("CVE-1", null, "i", given(versions), word(key, state));
    }

    private static AnalystVerdict onProduct(String key, VexState state, String... versions) {
        return new AnalystVerdict("GHSA-1", "p", null, given(versions), word(key, state));
    }

    private static AnalystVerdict.Given given(String... versions) {
        return new AnalystVerdict.Given(List.of(versions), Set.of("CVE-1"), null, PRODUCT.identity());
    }

    private static AnalystWord word(String key, VexState state) {
        return new AnalystWord(key, state, null, "seen", true, "Sato", Instant.EPOCH, TODAY);
    }

    private static Match found(String advisory) {
        return new Match("i", advisory, Verdict.AFFECTED, "range", null, null);
    }

    private void saying(AnalystVerdict... verdicts) {
        Estate.Builder estate = Estate.builder();
        List.of(verdicts).forEach(estate::add);
        opinions.all(estate.build());
    }

    private Verdict verdict(Installation installation) {
        List<Match> matches = opinions.beside(installation, PRODUCT, List.of(found("CVE-1")), null);
        assertThat(matches).hasSize(1);
        return matches.get(0).on(TODAY).verdict();
    }

    @Test
    void isOfTheVulnerabilityUnderEachOfItsNamesAndOfNoOther() {
        saying(onProduct("a", VexState.NOT_AFFECTED, "1.0"));

        assertThat(opinions.beside(installed("1.0"), PRODUCT, List.of(found("CVE-1"), found("CVE-2")), null))
                .extracting(match -> match.on(TODAY).verdict())
                .containsExactly(Verdict.NOT_AFFECTED, Verdict.AFFECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_AFFECTED, 1.0, 1.0, true",
        "NOT_AFFECTED, 1.0, 1.0.0, true",
        "NOT_AFFECTED, 1.0, 1.1, false",
        "NOT_AFFECTED, 1.0, , false",
        "AFFECTED, 1.0, , true",
        "NOT_AFFECTED, vers:generic/<2.0, 1.1, true",
        "NOT_AFFECTED, vers:generic/<2.0, 2.0, false",
        "NOT_AFFECTED, vers:generic/<2.0, no version, false",
        "AFFECTED, vers:generic/<2.0, no version, true",
        "NOT_AFFECTED, vers:generic/<2.0, , false",
        "NOT_AFFECTED, vers:generic/*, 9, true",
        "NOT_AFFECTED, vers:generic/*, , true",
        "NOT_AFFECTED, , , true",
        "NOT_AFFECTED, , 1.0, false"
    })
    void countsForTheVersionsItWasGivenFor(
            VexState state, @Nullable String said, @Nullable String installed, boolean counts) {
        saying(said == null ? onInstallation("a", state) : onInstallation("a", state, said));

        List<Match> matches = opinions.beside(installed(installed), PRODUCT, List.of(found("CVE-1")), null);

        assertThat(matches.get(0).on(TODAY).analysts().counting() != null).isEqualTo(counts);
    }

    @Test
    void countsOnTheInstallationBeforeItDoesOnTheProduct() {
        saying(onProduct("a", VexState.AFFECTED, "1.0"), onInstallation("b", VexState.NOT_AFFECTED, "1.0"));

        assertThat(verdict(installed("1.0"))).isEqualTo(Verdict.NOT_AFFECTED);
        assertThat(verdict(installed("other", "1.0"))).isEqualTo(Verdict.AFFECTED);
    }

    @Test
    void countsTheLessSafeOfTwoLikeOnes() {
        saying(onProduct("a", VexState.NOT_AFFECTED, "1.0"), onProduct("b", VexState.AFFECTED, "1.0"));

        assertThat(verdict(installed("1.0"))).isEqualTo(Verdict.AFFECTED);
    }

    @Test
    void fallsBackOnTheProductWhereTheVersionIsAnother() {
        saying(onInstallation("a", VexState.NOT_AFFECTED, "1.0"), onProduct("b", VexState.FIXED, "vers:generic/>=2.0"));

        assertThat(verdict(installed("1.0"))).isEqualTo(Verdict.NOT_AFFECTED);
        assertThat(verdict(installed("2.0"))).isEqualTo(Verdict.FIXED);
        assertThat(verdict(installed("1.5"))).isEqualTo(Verdict.AFFECTED);
    }

    @Test
    void makesAMatchOfItsOwnWhereNoSourceNamesTheSoftware() {
        saying(onProduct("a", VexState.AFFECTED, "1.0"));

        assertThat(opinions.beside(installed("1.0"), PRODUCT, List.of(), null))
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.advisory()).isEqualTo("CVE-1");
                    assertThat(match.analysts().alone()).isTrue();
                    assertThat(match.on(TODAY).live()).isTrue();
                    assertThat(match.on(TODAY.plusDays(1)).live()).isFalse();
                });
        assertThat(opinions.beside(installed("1.0"), PRODUCT, List.of(), Set.of("CVE-2")))
                .isEmpty();
        assertThat(opinions.beside(installed("1.0"), PRODUCT, List.of(), Set.of("CVE-1")))
                .hasSize(1);
    }

    @Test
    void makesNoMatchOfACleanWordOrOfAVulnerabilityNobodyKnows() {
        saying(onProduct("a", VexState.NOT_AFFECTED, "1.0"));
        assertThat(opinions.beside(installed("1.0"), PRODUCT, List.of(), null)).isEmpty();

        saying(onProduct("a", VexState.AFFECTED, "1.0"));
        names.known = false;
        assertThat(opinions.beside(installed("1.0"), PRODUCT, List.of(), null)).isEmpty();
    }

    /** GHSA-1 may come to name another flaw; who called one clean did not speak of that. */
    @Test
    void aCleanWordDoesNotGoAlongWithItsName() {
        var ofAnother = new AnalystVerdict.Given(List.of("1.0"), Set.of("CVE-0"), null, PRODUCT.identity());

        saying(new AnalystVerdict("GHSA-1", "p", null, ofAnother, word("a", VexState.NOT_AFFECTED)));
        assertThat(verdict(installed("1.0"))).isEqualTo(Verdict.AFFECTED);

        saying(new AnalystVerdict("GHSA-1", "p", null, ofAnother, word("a", VexState.AFFECTED)));
        assertThat(opinions.beside(installed("1.0"), PRODUCT, List.of(), null)).hasSize(1);
    }

    /** A source came to prove it of a second version after the word was given. */
    @Test
    void overridesNoProofThatNobodyKnewOf() {
        saying(againstProofs(new AnalystVerdict.Proof("1.0", "")));

        assertThat(verdict(installed("1.0"))).isEqualTo(Verdict.NOT_AFFECTED);
        assertThat(verdict(installed("2.0"))).isEqualTo(Verdict.CONFLICT);
    }

    /** Somebody else came to say the same of the version: whoever called it clean did not know of that. */
    @Test
    void overridesNoFurtherProofOfTheSameVersion() {
        saying(againstProofs(new AnalystVerdict.Proof("1.0", "maker: CVE-1")));

        assertThat(verdictProvenBy("maker: CVE-1")).isEqualTo(Verdict.NOT_AFFECTED);
        assertThat(verdictProvenBy("maker: CVE-1", "own advisory: A-1")).isEqualTo(Verdict.CONFLICT);
        assertThat(verdictProvenBy("own advisory: A-1")).isEqualTo(Verdict.CONFLICT);
    }

    private Verdict verdictProvenBy(String... sources) {
        Match found = found("CVE-1").provenBy(Set.of(sources));
        return opinions.beside(installed("1.0"), PRODUCT, List.of(found), null)
                .get(0)
                .on(TODAY)
                .verdict();
    }

    private static AnalystVerdict againstProofs(AnalystVerdict.Proof... proofs) {
        var given =
                new AnalystVerdict.Given(List.of("1.0", "2.0"), Set.of("CVE-1"), List.of(proofs), PRODUCT.identity());
        return new AnalystVerdict("CVE-1", "p", null, given, word("a", VexState.NOT_AFFECTED));
    }

    @Test
    void aCleanWordDoesNotGoAlongWithOtherSoftware() {
        saying(onInstallation("a", VexState.FIXED, "1.0"));

        for (var other : List.of(
                new Product("q", "Product", null),
                new Product("p", "Other", null),
                new Product("p", "Product", "vendor", null, null, null, List.of()))) {
            var match = opinions.beside(installed("1.0"), other, List.of(found("CVE-1")), null);
            assertThat(match.get(0).on(TODAY).verdict()).as(other.identity()).isEqualTo(Verdict.AFFECTED);
        }
        assertThat(verdict(installed("1.0"))).isEqualTo(Verdict.FIXED);
    }

    @Test
    void tellsWhoseMatchesMayBeOthersAfterAChange() {
        saying(onInstallation("a", VexState.NOT_AFFECTED, "1.0"), onProduct("b", VexState.AFFECTED, "1.0"));
        Estate.Builder now = Estate.builder().add(onProduct("b", VexState.AFFECTED, "1.0"));
        List.of("i", "j").forEach(key -> now.add(installed(key, "1.0")));
        Estate estate = now.build();

        assertThat(opinions.after(estate, Set.of(), false)).isEmpty();
        assertThat(opinions.after(estate, Set.of("a"), false)).containsExactly("i");
        assertThat(verdict(installed("1.0"))).isEqualTo(Verdict.AFFECTED);
        assertThat(opinions.after(estate, Set.of("b"), false)).containsExactlyInAnyOrder("i", "j");
        assertThat(opinions.after(estate, Set.of(), true)).containsExactlyInAnyOrder("i", "j");
    }
}
