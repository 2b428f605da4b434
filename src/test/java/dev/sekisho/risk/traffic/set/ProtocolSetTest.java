package dev.sekisho.risk.traffic.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolSetTest {

    @Test
    void readsNamesAndNumbers() {
        assertThat(ProtocolSet.parse("TCP")).isEqualTo(ProtocolSet.TCP).isEqualTo(ProtocolSet.of(6));
        assertThat(ProtocolSet.parse("udp")).isEqualTo(ProtocolSet.UDP);
        assertThat(ProtocolSet.parse("Any")).isEqualTo(ProtocolSet.ANY);
        assertThat(ProtocolSet.of("icmp", "icmpv6")).isEqualTo(ProtocolSet.ICMPS);
    }

    @Test
    void printsTheWellKnownByName() {
        assertThat(ProtocolSet.of("6", "17", "47", "99", "200-255")).hasToString("tcp,udp,gre,99,200-255");
        assertThat(ProtocolSet.ANY).hasToString("any");
        assertThat(ProtocolSet.name(50)).isEqualTo("esp");
        assertThat(ProtocolSet.name(99)).isEqualTo("99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"256", "-1", "tcpp", "", "17-6"})
    void refusesWhatIsNoProtocol(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProtocolSet.parse(text))
                .withMessageContaining("'" + text + "' is not a protocol");
    }

    @Test
    void isAnyOnlyWithAllOfThem() {
        assertThat(ProtocolSet.of("0-255").isAny()).isTrue();
        assertThat(ProtocolSet.of("0-254").isAny()).isFalse();
        assertThat(ProtocolSet.NONE.complement()).isEqualTo(ProtocolSet.ANY);
    }
}
