package dev.sekisho.risk.traffic.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortSetTest {

    @Test
    void printsPortsAndRangesInOrder() {
        assertThat(PortSet.of("8000-8010", "443", "8005-8020")).hasToString("443,8000-8020");
        assertThat(PortSet.ANY).hasToString("any").isEqualTo(PortSet.of("0-65535"));
        assertThat(PortSet.NONE).hasToString("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "0-65536", "10-5", "", "-", "1-", "http", "4 43", "123456", "1-2-3", "0x50"})
    void refusesWhatIsNoPort(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortSet.of(text))
                .withMessageContaining("'" + text + "' is not a port");
    }

    @Test
    void includesBothEnds() {
        var all = PortSet.range(0, 65535);

        assertThat(all.contains(0)).isTrue();
        assertThat(all.contains(65535)).isTrue();
        assertThat(all.contains(65536)).isFalse();
        assertThat(all.size()).isEqualTo(65536);
        assertThat(all.isAny()).isTrue();
    }

    @Test
    void takesSetsApart() {
        var web = PortSet.of("80", "443");
        var low = PortSet.range(0, 1023);

        assertThat(low.contains(web)).isTrue();
        assertThat(web.contains(low)).isFalse();
        assertThat(low.minus(web)).hasToString("0-79,81-442,444-1023");
        assertThat(low.complement().intersects(web)).isFalse();
        assertThat(low.intersects(web)).isTrue();
        assertThat(low.minus(web).union(web)).isEqualTo(low).hasSameHashCodeAs(low);
        assertThat(low.intersect(web)).isEqualTo(web).isNotEqualTo(low);
        assertThat(low.isAny()).isFalse();
        assertThat(web.numbers()).containsExactly(80, 443);
    }

    @Test
    void tellsItsFirstPort() {
        assertThat(PortSet.of("8080", "443").first()).isEqualTo(443);
        assertThat(PortSet.of(22).first()).isEqualTo(22);
        assertThatIllegalStateException().isThrownBy(PortSet.NONE::first);
    }

    @Test
    void isNoOtherKindOfSet() {
        assertThat(PortSet.of(6)).isNotEqualTo(ProtocolSet.TCP).isNotEqualTo("6");
    }
}
