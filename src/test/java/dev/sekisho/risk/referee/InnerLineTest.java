package dev.sekisho.risk.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.text.Sentences;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is said of the filters inside is as much as the line says in points. */
class InnerLineTest {
    @Test
    void saysThatLittleFiltersWhereThatIsSo() {
        assertThat(filtered(new Scene().innerFilter(FilterState.NONE))).containsExactly("LITTLE", "crown", "100");
        assertThat(filtered(new Scene().innerFilter(FilterState.UNKNOWN)))
                .first()
                .isEqualTo("LITTLE");
        assertThat(filtered(new Scene().innerRules(RuleSet.of(Rule.permit().to("10.0.1.0/24")))))
                .first()
                .isEqualTo("LITTLE");
    }

    @Test
    void saysThatAFilterIsThereWhereThereIsOne() {
        assertThat(filtered(new Scene().innerFilter(FilterState.UNVERIFIED)))
                .first()
                .isEqualTo("PARTLY");
        assertThat(filtered(new Scene())).first().isEqualTo("WELL");
    }

    @Test
    void hasASentenceForEach() {
        Sentences sentences = Sentences.in(Locale.ENGLISH);

        assertThat(List.of("HELD", "LANDING", "LITTLE", "PARTLY", "WELL"))
                .allMatch(kind -> sentences.has("LINE.INNER." + kind));
    }

    private static List<String> filtered(Scene scene) {
        return scene.told().contributions().stream()
                .filter(line -> line.code().equals("INNER"))
                .map(Contribution::facts)
                .findFirst()
                .orElse(List.of());
    }
}
