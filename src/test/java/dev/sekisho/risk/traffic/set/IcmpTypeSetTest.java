package dev.sekisho.risk.traffic.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IcmpTypeSetTest {

    @Test
    void readsTypesAndRanges() {
        assertThat(IcmpTypeSet.of("8", "0", "3-4")).hasToString("0,3-4,8").isNotEqualTo(IcmpTypeSet.of(8));
        assertThat(IcmpTypeSet.of("0-255")).isEqualTo(IcmpTypeSet.ANY);
    }

    @Test
    void refusesWhatIsNoType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IcmpTypeSet.of(256))
                .withMessage("'256' is not an ICMP type: it is 0 to 255");
    }
}
