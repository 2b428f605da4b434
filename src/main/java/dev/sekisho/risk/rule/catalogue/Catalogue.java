package dev.sekisho.risk.rule.catalogue;

import dev.sekisho.risk.rule.AssetSituation;
import dev.sekisho.risk.rule.DataHoldingSituation;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.ProductSituation;
import dev.sekisho.risk.rule.SourceSituation;
import dev.sekisho.risk.rule.ThirdPartySituation;
import dev.sekisho.risk.rule.ZoneSituation;
import dev.sekisho.risk.rule.access.AccessRules;
import dev.sekisho.risk.rule.data.DataRules;
import dev.sekisho.risk.rule.governance.GovernanceRules;
import dev.sekisho.risk.rule.monitoring.MonitoringRules;
import dev.sekisho.risk.rule.net.NetRules;
import dev.sekisho.risk.rule.path.PathRules;
import dev.sekisho.risk.rule.software.SoftwareRules;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every rule there is, ordered by code. */
public final class Catalogue {
    private static final List<FindingRule> RULES = Stream.of(
                    NetRules.all(),
                    AccessRules.all(),
                    SoftwareRules.all(),
                    MonitoringRules.all(),
                    GovernanceRules.all(),
                    PathRules.all(),
                    DataRules.all())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(rule -> rule.reference().code()))
            .toList();

    private Catalogue() {}

    /** A rule may look at several kinds of subject: EGRESS_UNCONTROLLED judges links and zones. */
    public static List<FindingRule> rules() {
        return RULES;
    }

    public static Stream<Finding> judge(LinkSituation at) {
        return rules(FindingRule.OnLink.class).flatMap(rule -> rule.judge(at));
    }

    public static Stream<Finding> judge(InstallationSituation at) {
        return rules(FindingRule.OnInstallation.class).flatMap(rule -> rule.judge(at));
    }

    public static Stream<Finding> judge(ThirdPartySituation at) {
        return rules(FindingRule.OnThirdParty.class).flatMap(rule -> rule.judge(at));
    }

    public static Stream<Finding> judge(ZoneSituation at) {
        return rules(FindingRule.OnZone.class).flatMap(rule -> rule.judge(at));
    }

    public static Stream<Finding> judge(AssetSituation at) {
        return rules(FindingRule.OnAsset.class).flatMap(rule -> rule.judge(at));
    }

    public static Stream<Finding> judge(DataHoldingSituation at) {
        return rules(FindingRule.OnDataHolding.class).flatMap(rule -> rule.judge(at));
    }

    public static Stream<Finding> judge(ProductSituation at) {
        return rules(FindingRule.OnProduct.class).flatMap(rule -> rule.judge(at));
    }

    public static Stream<Finding> judge(SourceSituation at) {
        return rules(FindingRule.OnSource.class).flatMap(rule -> rule.judge(at));
    }

    private static <R extends FindingRule> Stream<R> rules(Class<R> kind) {
        return RULES.stream().filter(kind::isInstance).map(kind::cast);
    }
}
