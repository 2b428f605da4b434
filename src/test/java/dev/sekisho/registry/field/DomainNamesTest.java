package dev.sekisho.registry.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNamesTest {
    @ParameterizedTest
    @CsvSource({
        "vpn.partner.example, vpn.partner.example",
        "VPN.Partner.Example., vpn.partner.example",
        "'  vpn.partner.example\n', vpn.partner.example",
        "日本語.example, xn--wgv71a119e.example",
        "日本語。example, xn--wgv71a119e.example",
        "BÜCHER.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "4u.3com.example, 4u.3com.example"
    })
    void writesOneForm(String name, String ascii) {
        assertThat(DomainNames.ascii(name)).isEqualTo(ascii);
        assertThat(DomainNames.ascii(ascii)).isEqualTo(ascii);
        assertThat(DomainNames.isQualified(ascii)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "partner",
                "partner.",
                ".example",
                "vpn..example",
                "vpn.example..",
                "*.partner.example",
                "_vpn.partner.example",
                "-vpn.partner.example",
                "vpn-.partner.example",
                "vpn partner.example",
                "vpn.partner.example/24",
                "https://vpn.partner.example",
                "198.51.100.7",
                "0.0.0.0",
                "2001:db8::7",
                "vpn.partner\n.example",
                "straße.example",
                "a\u200db.example"
            })
    void leavesWhatIsNoNameToBeRefused(String name) {
        String ascii = DomainNames.ascii(name);

        assertThat(DomainNames.isQualified(ascii)).as(ascii).isFalse();
    }

    @Test
    void countsTheLengthOfLabelsAndOfTheWhole() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "b".repeat(61));

        assertThat(longest).hasSize(253);
        assertThat(DomainNames.isQualified(DomainNames.ascii(longest))).isTrue();
        assertThat(DomainNames.ascii(longest + ".")).isEqualTo(longest);
        assertThat(DomainNames.isQualified(DomainNames.ascii("a" + label + ".example")))
                .isFalse();
        assertThat(DomainNames.isQualified(DomainNames.ascii("語".repeat(70) + ".example")))
                .isFalse();
    }
}
