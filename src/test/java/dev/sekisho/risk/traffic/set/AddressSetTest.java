package dev.sekisho.risk.traffic.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "::/0",
                "10.0.0.0/8",
                "10.0.0.0/31",
                "10.9.0.7",
                "255.255.255.255",
                "2001:db8::/32",
                "2001:db8::1",
                "::1",
                "1:0:0:2::",
                "1:0:2:3:4:5:6:7",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "10.0.0.1-10.0.0.9",
                "2001:db8::1-2001:db8::9"
            })
    void printsWhatPeopleWrite(String text) {
        assertThat(AddressSet.of(text).texts()).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({
        "255.255.255.255/32, 255.255.255.255",
        "::1/128, ::1",
        "10.0.0.0-10.255.255.255, 10.0.0.0/8",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "0:0:0:0:0:0:0:0, ::",
        "::0.0.0.0-::1, refused"
    })
    void printsTheShortestOfEqualForms(String text, String printed) {
        if (printed.equals("refused")) {
            assertThatIllegalArgumentException().isThrownBy(() -> AddressSet.of(text));
        } else {
            assertThat(AddressSet.of(text)).hasToString(printed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 10.0.0.1",
                "10.0.0.1 ",
                "10.0.0.1/24",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/08",
                "0.0.0.0/00",
                "10.0.0.0/8/8",
                "10.0.0.0/255.0.0.0",
                "010.0.0.0/8",
                "10.0.0.00",
                "1.2.3",
                "1.2.3.",
                ".1.2.3",
                "1.2..3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.1000",
                "1.2.3.a",
                "1.2.3.-4",
                "１.2.3.4",
                "0x7f000001",
                "2130706433",
                "::ffff:10.0.0.1",
                "::ffff:10.0.0.1/120",
                "::ffff:a00:1",
                "::ffff:0:0/96",
                "fe80::1%eth0",
                "[10.0.0.1]",
                "[::1]",
                "::1/129",
                "2001:db8::1/64",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "1::2::3",
                ":::",
                ":1:2:3:4:5:6:7",
                "12345::",
                "g::",
                "10.0.0.5-10.0.0.1",
                "10.0.0.1-::1",
                "10.0.0.1-",
                "10.0.0.1-10.0.0.2-10.0.0.3",
                "example.org"
            })
    void refusesWhatDevicesReadDifferently(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressSet.of(text))
                .withMessageContaining("is not an address, CIDR or range");
    }

    @Test
    void namesTheTextItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressSet.of("10.0.0.0/8", "10.0.0.1/24"))
                .withMessage("'10.0.0.1/24' is not an address, CIDR or range: bits are set to the right of the prefix");
    }

    @Test
    void joinsWhatTouchesAndSortsTheRest() {
        var set = AddressSet.of("::1", "10.0.1.0/24", "10.0.0.0/24", "10.0.0.7", "9.9.9.9");

        assertThat(set).hasToString("9.9.9.9,10.0.0.0/23,::1");
    }

    @Test
    void countsEachFamilyExactly() {
        var set = AddressSet.of("10.0.0.0/24", "0.0.0.1", "2001:db8::/32");

        assertThat(set.size4()).isEqualTo(257);
        assertThat(set.size6()).isEqualTo(BigInteger.TWO.pow(96));
        assertThat(AddressSet.ANY.size4()).isEqualTo(1L << 32);
        assertThat(AddressSet.ANY.size6()).isEqualTo(BigInteger.TWO.pow(128));
        assertThat(AddressSet.NONE.size6()).isZero();
    }

    @Test
    void splitsIntoTheFewestCidrs() {
        assertThat(AddressSet.of("10.0.0.1-10.0.0.8", "::2-::3").cidrs())
                .containsExactly("10.0.0.1/32", "10.0.0.2/31", "10.0.0.4/30", "10.0.0.8/32", "::2/127");
        assertThat(AddressSet.ANY.cidrs()).containsExactly("0.0.0.0/0", "::/0");
        assertThat(AddressSet.of("0.0.0.0-255.255.255.254").cidrs()).hasSize(32);
    }

    @Test
    void takesSetsApart() {
        var office = AddressSet.of("10.0.0.0/8", "2001:db8::/32");
        var vendor = AddressSet.of("10.9.0.0/16", "2001:db8::7");

        assertThat(office.contains(vendor)).isTrue();
        assertThat(vendor.contains(office)).isFalse();
        assertThat(office.minus(vendor).contains("10.9.0.7")).isFalse();
        assertThat(office.minus(vendor).contains("10.8.255.255")).isTrue();
        assertThat(office.minus(vendor).union(vendor)).isEqualTo(office).hasSameHashCodeAs(office);
        assertThat(office.intersects(vendor)).isTrue();
        assertThat(office.only4()).isEqualTo(AddressSet.of("10.0.0.0/8"));
        assertThat(office.only6()).isEqualTo(AddressSet.of("2001:db8::/32"));
        assertThat(office.only4().intersects(office.only6())).isFalse();
        assertThat(office.complement().complement()).isEqualTo(office);
        assertThat(office).isNotEqualTo(vendor).isNotEqualTo(office.only4()).isNotEqualTo("10.0.0.0/8");
    }

    @Test
    void holdsBothEndsOfARange() {
        var range = AddressSet.of("10.0.0.5-10.0.0.9");

        assertThat(List.of("10.0.0.5", "10.0.0.7", "10.0.0.9")).allMatch(range::contains);
        assertThat(List.of("10.0.0.4", "10.0.0.10", "::a00:5")).noneMatch(range::contains);
    }

    @Test
    void tellsItsFirstAddress() {
        assertThat(AddressSet.of("::1", "10.0.0.0/8").first()).isEqualTo("10.0.0.0");
        assertThat(AddressSet.of("2001:db8::/32").first()).isEqualTo("2001:db8::");
        assertThatIllegalStateException().isThrownBy(AddressSet.NONE::first);
    }

    @Test
    void hasNamesForEverythingAndNothing() {
        assertThat(AddressSet.ANY).hasToString("any").isEqualTo(AddressSet.of("0.0.0.0/0", "::/0"));
        assertThat(AddressSet.NONE).hasToString("none").isEqualTo(AddressSet.of());
        assertThat(AddressSet.ANY4).hasToString("0.0.0.0/0");
        assertThat(AddressSet.NONE.isEmpty()).isTrue();
        assertThat(AddressSet.ANY6.isEmpty()).isFalse();
    }
}
