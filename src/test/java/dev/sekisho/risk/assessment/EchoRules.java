package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.rule.AssetSituation;
import dev.sekisho.risk.rule.DataHoldingSituation;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.Finding.Concerned;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.ProductSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.SourceSituation;
import dev.sekisho.risk.rule.ThirdPartySituation;
import dev.sekisho.risk.rule.ZoneSituation;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rules that repeat whatever they are shown, so that nothing stale goes unnoticed. */
final class EchoRules {
    private static final RuleReference REFERENCE = new RuleReference("ECHO", "ECHO", "", "", "", "", List.of());

    static final List<FindingRule> ALL = List.of(
            new OnLink(),
            new OnInstallation(),
            new OnThirdParty(),
            new OnZone(),
            new OnAsset(),
            new OnDataHolding(),
            new OnProduct(),
            new OnSource());

    private EchoRules() {}

    private static Stream<Finding> echo(Object... seen) {
        return Stream.of(new Finding(
                "ECHO",
                Severity.LOW,
                new Concerned(Subject.PORTFOLIO, null, null, null, null),
                "",
                List.of(seen).toString(),
                new TreeMap<>()));
    }

    private record OnLink() implements FindingRule.OnLink {
        @Override
        public RuleReference reference() {
            return REFERENCE;
        }

        @Override
        public Stream<Finding> judge(LinkSituation at) {
            return echo(
                    at.today(),
                    at.link(),
                    at.posture(),
                    at.kept(),
                    at.flaws(),
                    at.crowns(),
                    at.otherOrganizations(),
                    at.testZones(),
                    at.tellsFor(),
                    at.fromThirdParty());
        }
    }

    private record OnInstallation() implements FindingRule.OnInstallation {
        @Override
        public RuleReference reference() {
            return REFERENCE;
        }

        @Override
        public Stream<Finding> judge(InstallationSituation at) {
            return echo(at.today(), at.installation(), at.product(), at.flaws(), at.landing());
        }
    }

    private record OnThirdParty() implements FindingRule.OnThirdParty {
        @Override
        public RuleReference reference() {
            return REFERENCE;
        }

        @Override
        public Stream<Finding> judge(ThirdPartySituation at) {
            return echo(
                    at.today(),
                    String.valueOf(at.principal()),
                    at.commonBreaks(),
                    at.otherWays(),
                    at.thirdParty(),
                    at.live(),
                    at.criticalTargets());
        }
    }

    private record OnZone() implements FindingRule.OnZone {
        @Override
        public RuleReference reference() {
            return REFERENCE;
        }

        @Override
        public Stream<Finding> judge(ZoneSituation at) {
            return echo(at.today(), at.zone(), at.thirdPartyLanding(), at.stillConnected());
        }
    }

    private record OnAsset() implements FindingRule.OnAsset {
        @Override
        public RuleReference reference() {
            return REFERENCE;
        }

        @Override
        public Stream<Finding> judge(AssetSituation at) {
            return echo(at.today(), at.unregistered(), at.asset(), at.landedOn());
        }
    }

    private record OnDataHolding() implements FindingRule.OnDataHolding {
        @Override
        public RuleReference reference() {
            return REFERENCE;
        }

        @Override
        public Stream<Finding> judge(DataHoldingSituation at) {
            return echo(at.today(), at.holding(), at.holder(), at.distance());
        }
    }

    private record OnProduct() implements FindingRule.OnProduct {
        @Override
        public RuleReference reference() {
            return REFERENCE;
        }

        @Override
        public Stream<Finding> judge(ProductSituation at) {
            return echo(at.today(), at.product(), at.criticalTargets());
        }
    }

    private record OnSource() implements FindingRule.OnSource {
        @Override
        public RuleReference reference() {
            return REFERENCE;
        }

        @Override
        public Stream<Finding> judge(SourceSituation at) {
            return echo(at.today(), at.source(), at.needed());
        }
    }
}
