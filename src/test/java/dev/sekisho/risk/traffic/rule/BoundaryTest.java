package dev.sekisho.risk.traffic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.set.AddressSet;
import org.junit.jupiter.api.Test;

class BoundaryTest {

    private static final AddressSet ZONE = AddressSet.of("10.9.0.0/24");

    @Test
    void takesAnUnknownSideAsAnybody() {
        assertThat(new Boundary(AddressSet.NONE, ZONE, ZONE).from()).isEqualTo(AddressSet.ANY);
        assertThat(new Boundary(AddressSet.of("198.51.100.7"), ZONE, ZONE).from())
                .isEqualTo(AddressSet.of("198.51.100.7", "::/0"));
        assertThat(new Boundary(AddressSet.of("2001:db8::7"), ZONE, ZONE).from())
                .isEqualTo(AddressSet.of("0.0.0.0/0", "2001:db8::7"));
    }

    @Test
    void takesASideWithoutFixedAddressesAsAnybodyAndRegistersNobodyForIt() {
        var registered = AddressSet.of("198.51.100.7");
        var elsewhere = AddressSet.of("203.0.113.0/24");
        var boundary = new Boundary(registered, true, elsewhere, ZONE, ZONE);
        var rules = RuleSet.of(Rule.permit().from(registered), Rule.permit().from(elsewhere));

        assertThat(boundary.expected()).isEqualTo(AddressSet.ANY);
        assertThat(boundary.from()).isEqualTo(AddressSet.ANY);
        assertThat(boundary.strangers(rules)).isEqualTo(elsewhere);
    }

    @Test
    void allocatesAtLeastTheLandingZone() {
        assertThat(new Boundary(AddressSet.NONE, ZONE, AddressSet.NONE).to()).isEqualTo(ZONE);
        assertThat(new Boundary(AddressSet.NONE, AddressSet.NONE, AddressSet.NONE).to())
                .isEqualTo(AddressSet.ANY);
    }

    @Test
    void isAssessableOnlyWithALandingZone() {
        assertThat(new Boundary(AddressSet.NONE, ZONE, ZONE).isAssessable()).isTrue();
        assertThat(new Boundary(AddressSet.NONE, AddressSet.NONE, ZONE).isAssessable())
                .isFalse();
    }

    @Test
    void keepsTheAllocatedSpaceThatManyLinksShare() {
        var allocated = AddressSet.of("10.0.0.0/8");

        assertThat(new Boundary(AddressSet.NONE, ZONE, allocated).allocated()).isSameAs(allocated);
    }
}
