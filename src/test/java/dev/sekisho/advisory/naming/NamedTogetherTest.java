package dev.sekisho.advisory.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamedTogetherTest {
    private static final String OURS = "name:barracuda/emailsecuritygateway";
    private static final String FIRMWARE = "name:barracuda/emailsecuritygateway300firmware";

    private final NamedTogether together = new NamedTogether(Set.of(OURS, "product:emailsecuritygateway"));

    @Test
    void suggestsWhatHalfOfTheVulnerabilitiesNameAsWell() {
        together.add(Set.of(OURS, FIRMWARE));
        together.add(Set.of(OURS, FIRMWARE, "name:other/thing"));
        together.add(Set.of(OURS));

        assertThat(together.likely()).containsOnlyKeys(FIRMWARE);
        assertThat(together.likely().get(FIRMWARE)).isBetween(Likeness.LEAST, 95);
        assertThat(together.count(FIRMWARE)).isEqualTo(2);
        assertThat(together.why(FIRMWARE)).startsWith("2 of the 3 vulnerabilities");
    }

    @Test
    void isSurerTheMoreThereAre() {
        together.add(Set.of(OURS, FIRMWARE));
        int once = together.likely().get(FIRMWARE);
        for (int i = 0; i < 10; i++) {
            together.add(Set.of(OURS, FIRMWARE));
        }

        assertThat(together.likely().get(FIRMWARE)).isGreaterThan(once);
    }

    @Test
    void learnsNothingFromMereNamesAndFromWhatSpeaksOfManyProducts() {
        together.add(Set.of(OURS, "product:firmware", "vendorless:firmware", "key:ours", FIRMWARE + "()"));
        together.add(
                IntStream.range(0, 100).mapToObj(i -> "name:maker/part" + i).collect(Collectors.toSet()));

        assertThat(together.likely()).isEmpty();
    }
}
