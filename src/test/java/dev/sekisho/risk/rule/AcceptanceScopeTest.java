package dev.sekisho.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.rule.path.OneBreakFromCrown;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcceptanceScopeTest {
    @Test
    void coversWhatItHoldsAndLess() {
        AcceptanceScope accepted = AcceptanceScope.BARE.and("target a", 90).and("version 1");

        assertThat(AcceptanceScope.BARE.and("version 1").beyond(accepted)).isEmpty();
        assertThat(accepted.and("target a", 80).beyond(accepted)).isEmpty();
        assertThat(AcceptanceScope.BARE.and("target a", 85).beyond(accepted)).isEmpty();
    }

    @Test
    void saysWhatIsNewAndWhatIsMore() {
        AcceptanceScope accepted = AcceptanceScope.BARE.and("target a", 90).and("version 1");

        assertThat(AcceptanceScope.BARE
                        .and("target a", 100)
                        .and("target b", 80)
                        .and("version 2")
                        .beyond(accepted))
                .containsExactly("target a 100 instead of 90", "target b 80", "version 2");
    }

    @Test
    void coversEverythingUpToAValue() {
        AcceptanceScope accepted = AcceptanceScope.BARE.upTo("egress", Egress.BLOCKLIST, Scopes.EGRESS);

        assertThat(AcceptanceScope.BARE
                        .upTo("egress", Egress.PARTIAL, Scopes.EGRESS)
                        .beyond(accepted))
                .isEmpty();
        assertThat(AcceptanceScope.BARE
                        .upTo("egress", Egress.NONE, Scopes.EGRESS)
                        .beyond(accepted))
                .containsExactly("egress NONE");
    }

    @Test
    void saysThatItCannotTellOfTooMany() {
        AcceptanceScope many = AcceptanceScope.BARE
                .andAll("target", IntStream.range(0, 20_000).boxed().toList())
                .bounded();
        AcceptanceScope more = AcceptanceScope.BARE
                .andAll("target", IntStream.range(0, 20_001).boxed().toList())
                .bounded();

        assertThat(many.facts()).isEmpty();
        assertThat(many.beyond(many)).isEmpty();
        assertThat(more.beyond(many)).hasSize(1);
        assertThat(AcceptanceScope.BARE.and("target 1").beyond(many)).hasSize(1);
    }

    @Test
    void holdsEveryTargetNotOnlyThoseTheEvidenceLists() {
        var scene = LinkScene.wellRun();
        IntStream.range(0, 30).forEach(i -> scene.reaching("crown-" + i, 90, Distance.exactly(1)));
        AcceptanceScope accepted = new OneBreakFromCrown().scope(scene.judged(), "");

        scene.reaching("crown-30", 100, Distance.exactly(1));

        assertThat(new OneBreakFromCrown().scope(scene.judged(), "").beyond(accepted))
                .singleElement()
                .satisfies(reason -> assertThat(reason).contains("crown-30").endsWith("criticality 100"));
    }

    @Test
    void isOpenedAgainByALinkThatLeadsElsewhere() {
        AcceptanceScope accepted = Scopes.of(LinkScene.wellRun().judged());

        assertThat(Scopes.of(LinkScene.wellRun()
                                .into(new ZoneScene("plant", "Plant"))
                                .judged())
                        .beyond(accepted))
                .isEqualTo(List.of("lands in zone plant"));
    }
}
