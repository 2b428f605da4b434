package dev.sekisho.risk.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.sekisho.risk.estate.link.ApprovedFlow;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Exploitation;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Treatment;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What facts say of a day, and what cannot be a fact. */
class FactsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @Test
    void countsACompensatingControlFromItsVerificationToItsLastDay() {
        var control = new Treatment("CVE-1", DAY, DAY.plusDays(30), null);

        assertThat(control.compensates(DAY.minusDays(2))).isFalse();
        assertThat(control.compensates(DAY.minusDays(1)))
                .as("its day has begun in the east")
                .isTrue();
        assertThat(control.compensates(DAY)).isTrue();
        assertThat(control.compensates(DAY.plusDays(30))).isTrue();
        assertThat(control.compensates(DAY.plusDays(31))).isFalse();
    }

    @Test
    void countsNoControlThatNobodyVerifiedOrThatNeverEnds() {
        assertThat(new Treatment("CVE-1", null, DAY.plusDays(30), null).compensates(DAY))
                .isFalse();
        assertThat(new Treatment("CVE-1", DAY, null, null).compensates(DAY)).isFalse();
    }

    @Test
    void holdsAnAgreementOnItsFirstAndLastDay() {
        var agreement = new Agreement(DAY, DAY.plusDays(9), Set.of());

        assertThat(agreement.inForce(DAY.minusDays(1))).isFalse();
        assertThat(agreement.inForce(DAY)).isTrue();
        assertThat(agreement.inForce(DAY.plusDays(9))).isTrue();
        assertThat(agreement.inForce(DAY.plusDays(10))).isFalse();
        assertThat(new Agreement(null, null, Set.of()).inForce(DAY)).isTrue();
    }

    @Test
    void refusesAnAgreementThatEndsBeforeItStarts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Agreement(DAY, DAY.minusDays(1), Set.of()));
        assertThatNoException().isThrownBy(() -> new Agreement(DAY, DAY, Set.of()));
        assertThatNoException().isThrownBy(() -> new Agreement(null, DAY, Set.of()));
    }

    @Test
    void endsAnApprovalAfterItsLastDay() {
        assertThat(approval("o", "n", DAY).approved(DAY)).isTrue();
        assertThat(approval("o", "n", DAY).approved(DAY.plusDays(1))).isFalse();
        assertThat(approval("o", "n", null).approved(DAY)).isTrue();
    }

    @Test
    void missesOwnerNeedOrEndOfAnApproval() {
        assertThat(approval("o", "n", DAY).complete()).isTrue();
        assertThat(approval(null, "n", DAY).complete()).isFalse();
        assertThat(approval("o", null, DAY).complete()).isFalse();
        assertThat(approval("o", "n", null).complete()).isFalse();
    }

    private static ApprovedFlow approval(@Nullable String owner, @Nullable String need, @Nullable LocalDate expiresOn) {
        return new ApprovedFlow(Flow.tcp("0.0.0.0/0", "10.0.0.0/8", "443"), owner, need, expiresOn);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 10.1, Double.NaN})
    void refusesABaseScoreOffItsScale(double cvss) {
        assertThatIllegalArgumentException().isThrownBy(() -> advisory(cvss, null));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesAChanceOffItsScale(double epss) {
        assertThatIllegalArgumentException().isThrownBy(() -> advisory(null, epss));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void refusesACriticalityOffItsScale(int criticality) {
        assertThatIllegalArgumentException().isThrownBy(() -> Criticality.check(criticality));
        assertThatIllegalArgumentException().isThrownBy(() -> host(criticality));
        assertThatIllegalArgumentException().isThrownBy(() -> Estates.zone("z", "o", "10.0.0.0/8", criticality));
        assertThatIllegalArgumentException().isThrownBy(() -> vendor(criticality, null, null));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesAShareOffItsScale(double share) {
        assertThatIllegalArgumentException().isThrownBy(() -> vendor(null, share, null));
        assertThatIllegalArgumentException().isThrownBy(() -> vendor(null, null, share));
    }

    @Test
    void weighsAHostOfUnknownCriticalityAsTheHighest() {
        assertThat(host(null).weight()).isEqualTo(100);
        assertThat(host(7).weight()).isEqualTo(7);
    }

    @Test
    void countsWhatIsNotStatedAsNotMonitored() {
        assertThat(Monitoring.UNKNOWN.held()).isZero();
        assertThat(new Monitoring(true, null, null, null).held()).isEqualTo(1);
        assertThat(new Monitoring(null, true, null, null).held()).isEqualTo(1);
        assertThat(new Monitoring(null, null, true, null).held()).isEqualTo(1);
        assertThat(new Monitoring(true, true, true, 365).held()).isEqualTo(4);
    }

    @Test
    void holdsLogsLongEnoughFromAYearOn() {
        assertThat(new Monitoring(false, false, false, 364).held()).isZero();
        assertThat(new Monitoring(false, false, false, 365).held()).isEqualTo(1);
    }

    @Test
    void takesTheEndsOfAllScales() {
        assertThatNoException().isThrownBy(() -> advisory(0.0, 0.0));
        assertThatNoException().isThrownBy(() -> advisory(10.0, 1.0));
        assertThatNoException().isThrownBy(() -> Criticality.check(0));
        assertThatNoException().isThrownBy(() -> Criticality.check(100));
        assertThatNoException().isThrownBy(() -> vendor(null, 0.0, 1.0));
        assertThat(Criticality.weight(null)).isEqualTo(100);
        assertThat(Criticality.weight(7)).isEqualTo(7);
    }

    @Test
    void takesAFlawWithoutANameForUsedByWhoeverFoundIt() {
        assertThat(advisory(null, false, null).usableNow()).isTrue();
        assertThat(advisory("CVE-1", false, null).usableNow()).isFalse();
        assertThat(advisory(null, true, null).usableNow()).isFalse();
        assertThat(advisory("CVE-1", true, new Exploitation("KEV", DAY, null, false))
                        .usableNow())
                .isTrue();
    }

    private static Asset host(@Nullable Integer criticality) {
        return new Asset("a", "A", "z", AddressSet.NONE, criticality, null, Monitoring.UNKNOWN, null);
    }

    private static ThirdParty vendor(
            @Nullable Integer criticality, @Nullable Double subprocessors, @Nullable Double rating) {
        return new ThirdParty(
                "t",
                "T",
                ThirdPartyKind.MSP,
                criticality,
                null,
                new DueDiligence(null, null, null, subprocessors, rating),
                ThirdPartyState.ACTIVE,
                Notice.NONE);
    }

    private static Advisory advisory(@Nullable Double cvss, @Nullable Double epss) {
        return new Advisory("a", "t", null, true, new Hazard(cvss, epss, false, null, null, Impact.UNKNOWN), null);
    }

    private static Advisory advisory(@Nullable String cve, boolean published, @Nullable Exploitation exploited) {
        return new Advisory(
                "a", "t", cve, published, new Hazard(null, null, false, exploited, null, Impact.UNKNOWN), null);
    }
}
