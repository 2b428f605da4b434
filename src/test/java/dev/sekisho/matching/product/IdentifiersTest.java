package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @ParameterizedTest
    @ValueSource(strings = {"cpe:2.3:a:*:*:*:*:*:*:*:*:*:*", "cpe:2.3:a:maker:*:*:*:*:*:*:*:*:*", "cpe:/a:", "fortios"})
    void refusesCpeNamesByWhichNothingIsFound(String cpe) {
        assertThat(Identifiers.faults(null, cpe)).containsOnlyKeys("cpe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cpe:2.3:a:*:box:*:*:*:*:*:*:*:*",
                "cpe:/a:maker:box",
                "cpe:2.3:o:fortinet:fortios:7.2.5:*:*:*:*:*:*:*",
                "cpe:2.3:a:maker:notepad\\+\\+:1.0:*:*:*:*:*:*:*"
            })
    void takesThoseThatNameAProduct(String cpe) {
        assertThat(Identifiers.faults(null, cpe)).isEmpty();
    }
}
