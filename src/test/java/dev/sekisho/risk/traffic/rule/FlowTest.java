package dev.sekisho.risk.traffic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import org.junit.jupiter.api.Test;

class FlowTest {

    @Test
    void printsAsPeopleWriteIt() {
        assertThat(Flow.tcp("198.51.100.0/24", "10.9.0.7", "443")).hasToString("tcp 198.51.100.0/24 -> 10.9.0.7:443");
        assertThat(new Flow(AddressSet.ANY, AddressSet.of("10.9.0.7"), ProtocolSet.of("gre"), PortSet.ANY))
                .hasToString("gre any -> 10.9.0.7");
    }
}
