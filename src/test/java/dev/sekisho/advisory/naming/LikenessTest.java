package dev.sekisho.advisory.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    private static final Likeness OURS =
            new Likeness(Set.of("key:fw", "name:fortinet/fortois", "vendorless:fortois", "vendorless:fortois()"));

    @ParameterizedTest
    @CsvSource({
        "name:fortinet/fortios, 95, 'The names are spelled alike, and the maker is the same'",
        "name:acme/fortois, 85, 'The same name, but the maker is another'",
        "vendorless:fortois, 100, 'The same name, and records name no maker'",
        "name:fortinet/fortoisvm, 95, 'One name is part of the other, and the maker is the same'",
    })
    void suggestsWhatIsSpelledAlike(String name, int score, String why) {
        assertThat(OURS.of(name)).isEqualTo(score);
        assertThat(OURS.why(Objects.requireNonNull(NameKey.of(name)))).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"name:cisco/ios", "name:fortinet/fortimanager", "product:fortois", "key:fortois", "nonsense"})
    void suggestsNothingElse(String name) {
        assertThat(OURS.of(name)).isLessThan(Likeness.LEAST);
    }

    @Test
    void holdsNoSupplierAgainstAnybody() {
        var ofAnyMaker = new Likeness(Set.of("name:reseller/fortios", "product:fortios", "vendorless:fortios"));

        assertThat(ofAnyMaker.of("name:fortinet/fortios")).isEqualTo(100);
        assertThat(ofAnyMaker.why(Objects.requireNonNull(NameKey.of("name:fortinet/fortios"))))
                .isEqualTo("The same name, and nobody stated the maker");
    }

    @Test
    void countsALetterThatChangedPlacesOnce() {
        assertThat(Likeness.alike("exchange", "exchnage")).isEqualTo(88);
        assertThat(Likeness.alike("exchange", "exchange")).isEqualTo(100);
        assertThat(Likeness.alike("a", "zzzz")).isZero();
    }

    @Test
    void takesKeysApart() {
        assertThat(NameKey.of("name:fortinet/fortios()"))
                .isEqualTo(new NameKey(NameKey.Kind.NAME, "fortinet", "fortios"));
        assertThat(Objects.requireNonNull(NameKey.of("purl:maven/org.apache/log4j"))
                        .words())
                .isEqualTo("pkg:maven/org.apache/log4j");
        assertThat(NameKey.of("purl:npm/left-pad")).isEqualTo(new NameKey(NameKey.Kind.PURL, "npm", "left-pad"));
        assertThat(NameKey.of("nothing")).isNull();
    }

    @Test
    void makesACpeNameOfEveryVersion() {
        assertThat(Candidate.ofEveryVersion("cpe:2.3:o:forti\\:net:fortios:7.2.6:*:*:*:*:*:*:*"))
                .contains("cpe:2.3:o:forti\\:net:fortios:*:*:*:*:*:*:*:*");
        assertThat(Candidate.ofEveryVersion("cpe:/o:fortinet:fortios:7")).isEmpty();
    }
}
