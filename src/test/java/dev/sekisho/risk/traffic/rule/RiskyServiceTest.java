package dev.sekisho.risk.traffic.rule;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskyServiceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.0 | 3389 139 445 5985-5986 135 23 5900-5903 512-514 623 902 88 389 636 3268",
                "0.7 | 22 1433 1521 3306 5432 6379 9200 27017 2375-2376 6443 10250 20-21 69 2049 161",
                "0.3 | 80 25 53"
            })
    void weighsThePortsOfTheModel(double weight, String ports) {
        assertThat(Arrays.stream(RiskyService.values())
                        .filter(service -> service.weight() == weight)
                        .flatMap(service -> service.ports().texts().stream())
                        .collect(joining(" ")))
                .isEqualTo(ports);
    }

    @Test
    void namesTheRiskiestFirst() {
        assertThat(RiskyService.values())
                .isSortedAccordingTo(
                        Comparator.comparingDouble(RiskyService::weight).reversed());
    }

    @Test
    void knowsWhichRunOverUdpOnly() {
        assertThat(RiskyService.values())
                .filteredOn(service -> service.protocols().equals(ProtocolSet.UDP))
                .containsExactly(RiskyService.IPMI, RiskyService.TFTP, RiskyService.SNMP);
    }

    @Test
    void knowsWhereOneLogsIn() {
        assertThat(RiskyService.values())
                .filteredOn(RiskyService::isInteractive)
                .extracting(RiskyService::label)
                .containsExactly("RDP", "WinRM", "telnet", "VNC", "SSH");
    }
}
