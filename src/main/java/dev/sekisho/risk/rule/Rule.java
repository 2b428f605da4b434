package dev.sekisho.risk.rule;

import java.util.stream.Stream;

/** One rule of the catalogue; what it looks at is told by which of the nested kinds it is. */
public sealed interface Rule {
    RuleReference reference();

    /** Looks at one connection point or zone link that is up. */
    non-sealed interface OnLink extends Rule {
        Stream<Finding> judge(LinkSituation link);
    }

    /** Looks at one installation and all its flaws. */
    non-sealed interface OnInstallation extends Rule {
        Stream<Finding> judge(InstallationSituation installation);
    }

    /** Looks at one third party. */
    non-sealed interface OnThirdParty extends Rule {
        Stream<Finding> judge(ThirdPartySituation thirdParty);
    }

    /** Looks at one zone. */
    non-sealed interface OnZone extends Rule {
        Stream<Finding> judge(ZoneSituation zone);
    }

    /** Looks at one asset. */
    non-sealed interface OnAsset extends Rule {
        Stream<Finding> judge(AssetSituation asset);
    }

    /** Looks at one software product and where it is relied on. */
    non-sealed interface OnProduct extends Rule {
        Stream<Finding> judge(ProductSituation product);
    }
}
