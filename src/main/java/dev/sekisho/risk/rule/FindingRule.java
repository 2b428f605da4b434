package dev.sekisho.risk.rule;

import java.util.stream.Stream;

/** One rule of the catalogue; what it looks at is told by which of the nested kinds it is. */
public sealed interface FindingRule {
    RuleReference reference();

    /** Looks at one connection point or zone link that is up. */
    non-sealed interface OnLink extends FindingRule {
        Stream<Finding> judge(LinkSituation link);

        /** What is accepted with a finding of this rule here that has this cause. */
        default AcceptanceScope scope(LinkSituation at, String cause) {
            return Scopes.of(at);
        }
    }

    /** Looks at one installation and all its flaws. */
    non-sealed interface OnInstallation extends FindingRule {
        Stream<Finding> judge(InstallationSituation installation);

        /** What is accepted with a finding of this rule here that has this cause. */
        default AcceptanceScope scope(InstallationSituation at, String cause) {
            return Scopes.of(at);
        }
    }

    /** Looks at one third party. */
    non-sealed interface OnThirdParty extends FindingRule {
        Stream<Finding> judge(ThirdPartySituation thirdParty);

        /** What is accepted with a finding of this rule here that has this cause. */
        default AcceptanceScope scope(ThirdPartySituation at, String cause) {
            return AcceptanceScope.BARE;
        }
    }

    /** Looks at one zone. */
    non-sealed interface OnZone extends FindingRule {
        Stream<Finding> judge(ZoneSituation zone);

        /** What is accepted with a finding of this rule here that has this cause. */
        default AcceptanceScope scope(ZoneSituation at, String cause) {
            return AcceptanceScope.BARE;
        }
    }

    /** Looks at one asset. */
    non-sealed interface OnAsset extends FindingRule {
        Stream<Finding> judge(AssetSituation asset);

        /** What is accepted with a finding of this rule here that has this cause. */
        default AcceptanceScope scope(AssetSituation at, String cause) {
            return AcceptanceScope.BARE;
        }
    }

    /** Looks at one thing a third party holds for us. */
    non-sealed interface OnDataHolding extends FindingRule {
        Stream<Finding> judge(DataHoldingSituation holding);

        /** What is accepted with a finding of this rule here that has this cause. */
        default AcceptanceScope scope(DataHoldingSituation at, String cause) {
            return Scopes.of(at);
        }
    }

    /** Looks at one software product and where it is relied on. */
    non-sealed interface OnProduct extends FindingRule {
        Stream<Finding> judge(ProductSituation product);

        /** What is accepted with a finding of this rule here that has this cause. */
        default AcceptanceScope scope(ProductSituation at, String cause) {
            return AcceptanceScope.BARE;
        }
    }

    /** Looks at one thing that verdicts on software rest on. */
    non-sealed interface OnSource extends FindingRule {
        Stream<Finding> judge(SourceSituation source);

        /** What is accepted with a finding of this rule: that this source is missing or old. */
        default AcceptanceScope scope(SourceSituation at, String cause) {
            return AcceptanceScope.BARE;
        }
    }
}
