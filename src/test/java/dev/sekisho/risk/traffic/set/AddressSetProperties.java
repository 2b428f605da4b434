package dev.sekisho.risk.traffic.set;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Held against the ipaddress library, which shares no line with the sets. */
class AddressSetProperties {

    @Property(tries = 2000)
    void readsCidrsAsTheLibraryDoes(@ForAll("cidrs") String cidr) {
        var theirs = library(cidr);

        var set = AddressSet.of(cidr);

        assertThat(set.size4().add(set.size6())).isEqualTo(theirs.getCount());
        assertThat(set.contains(theirs.getLower().withoutPrefixLength().toCanonicalString()))
                .isTrue();
        assertThat(set.first())
                .isEqualTo(theirs.getLower().withoutPrefixLength().toCanonicalString());
    }

    @Property(tries = 3000)
    void containsAndOverlapsAsTheLibrarySays(@ForAll("cidrs") String one, @ForAll("cidrs") String other) {
        var a = AddressSet.of(one);
        var b = AddressSet.of(other);

        assertThat(a.contains(b))
                .isEqualTo(sameFamily(one, other) && library(one).contains(library(other)));
        assertThat(a.intersects(b))
                .isEqualTo(sameFamily(one, other) && library(one).intersect(library(other)) != null);
    }

    @Property
    void keepsTheLawsOfSets(@ForAll("sets") AddressSet a, @ForAll("sets") AddressSet b) {
        assertThat(a.minus(b).union(a.intersect(b))).isEqualTo(a);
        assertThat(a.union(b)).isEqualTo(b.union(a));
        assertThat(a.union(b).complement()).isEqualTo(a.complement().intersect(b.complement()));
        assertThat(a.minus(b).intersects(b)).isFalse();
        assertThat(a.contains(b)).isEqualTo(b.minus(a).isEmpty());
        assertThat(a.size4().add(b.size4()))
                .isEqualTo(a.union(b).size4().add(a.intersect(b).size4()));
        assertThat(a.size6().add(b.size6()))
                .isEqualTo(a.union(b).size6().add(a.intersect(b).size6()));
    }

    @Property
    void readsBackWhatItPrints(@ForAll("sets") AddressSet set) {
        assertThat(AddressSet.parse(set.texts())).isEqualTo(set);
        assertThat(AddressSet.parse(set.cidrs())).isEqualTo(set);
    }

    /** Few distinct high bits, so that two of them often meet; the second half of IPv6 is left to the prefix. */
    @Provide
    Arbitrary<String> cidrs() {
        var four = Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(0, 32))
                .as((bits, prefix) -> AddressText.write4((bits & 0xff0000ffL) & mask(prefix)) + "/" + prefix);
        var six = Combinators.combine(
                        Arbitraries.integers().between(0, 0xff),
                        Arbitraries.integers().between(16, 64))
                .as((bits, prefix) -> library("2001:%x:%x::/%d".formatted(bits & 0xf, bits, prefix))
                        .toPrefixBlock()
                        .toCanonicalString());
        return Arbitraries.oneOf(four, six);
    }

    @Provide
    Arbitrary<AddressSet> sets() {
        return cidrs().list().ofMaxSize(5).map(AddressSet::parse);
    }

    private static boolean sameFamily(String one, String other) {
        return library(one).isIPv4() == library(other).isIPv4();
    }

    private static long mask(int prefix) {
        return prefix == 0 ? 0 : 0xffffffffL << 32 - prefix & 0xffffffffL;
    }

    private static IPAddress library(String cidr) {
        return new IPAddressString(cidr).getAddress();
    }
}
