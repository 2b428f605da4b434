package dev.sekisho.risk.rule;

import java.util.stream.Stream;

/** One rule of the catalogue; what it looks at is told by which of the nested kinds it is. */
public sealed interface Rule {
    RuleReference reference();

    /** Looks at one connection point or zone link that is up. */
    non-sealed interface OnLink extends Rule {
        Stream<Finding> judge(LinkSituation link);

        /** What is accepted with a finding of this rule here that has this cause. */
        default Scope scope(LinkSituation at, String cause) {
            return Scopes.of(at);
        }
    }

    /** Looks at one installation and all its flaws. */
    non-sealed interface OnInstallation extends Rule {
        Stream<Finding> judge(InstallationSituation installation);

        /** What is accepted with a finding of this rule here that has this cause. */
        default Scope scope(InstallationSituation at, String cause) {
            return Scopes.of(at);
        }
    }

    /** Looks at one third party. */
    non-sealed interface OnThirdParty extends Rule {
        Stream<Finding> judge(ThirdPartySituation thirdParty);

        /** What is accepted with a finding of this rule here that has this cause. */
        default Scope scope(ThirdPartySituation at, String cause) {
            return Scope.BARE;
        }
    }

    /** Looks at one zone. */
    non-sealed interface OnZone extends Rule {
        Stream<Finding> judge(ZoneSituation zone);

        /** What is accepted with a finding of this rule here that has this cause. */
        default Scope scope(ZoneSituation at, String cause) {
            return Scope.BARE;
        }
    }

    /** Looks at one asset. */
    non-sealed interface OnAsset extends Rule {
        Stream<Finding> judge(AssetSituation asset);

        /** What is accepted with a finding of this rule here that has this cause. */
        default Scope scope(AssetSituation at, String cause) {
            return Scope.BARE;
        }
    }

    /** Looks at one software product and where it is relied on. */
    non-sealed interface OnProduct extends Rule {
        Stream<Finding> judge(ProductSituation product);

        /** What is accepted with a finding of this rule here that has this cause. */
        default Scope scope(ProductSituation at, String cause) {
            return Scope.BARE;
        }
    }
}
