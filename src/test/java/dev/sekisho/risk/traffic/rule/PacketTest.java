package dev.sekisho.risk.traffic.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PacketTest {

    @Test
    void printsAsPeopleWriteIt() {
        assertThat(Packet.tcp("198.51.100.7", "10.9.0.7", 443)).hasToString("tcp 198.51.100.7:40000 -> 10.9.0.7:443");
        assertThat(Packet.udp("2001:db8::1", "2001:db8::2", 53))
                .hasToString("udp [2001:db8::1]:40000 -> [2001:db8::2]:53");
        assertThat(Packet.icmp("198.51.100.7", "10.9.0.7", 8)).hasToString("icmp type 8 198.51.100.7 -> 10.9.0.7");
        assertThat(Packet.icmp("::1", "::2", 128)).hasToString("icmpv6 type 128 ::1 -> ::2");
        assertThat(new Packet("198.51.100.7", "10.9.0.7", 47, 0, 0)).hasToString("gre 198.51.100.7 -> 10.9.0.7");
    }

    @Test
    void staysWithinOneFamily() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Packet.tcp("198.51.100.7", "::1", 443))
                .withMessage("198.51.100.7 and ::1 are of two families");
    }
}
