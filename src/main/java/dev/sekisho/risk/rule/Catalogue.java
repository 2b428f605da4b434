package dev.sekisho.risk.rule;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every rule there is, ordered by code. */
public final class Catalogue {
    private static final List<Rule> RULES = Stream.<Rule>of(
                    new UnfilteredLink(),
                    new FilterUnknown(),
                    new NominalFilter(),
                    new OverPermissive(),
                    new RiskyServicePermitted(),
                    new UnapprovedFlow(),
                    new RuleReviewOverdue(),
                    new RuleAnomaly(),
                    new ConfigDrift(),
                    new DirectToDatastore(),
                    new UnregisteredAccess(),
                    new EgressUncontrolled(),
                    new RemoteAccessWithoutMfa(),
                    new SharedCredential(),
                    new StandingAccess(),
                    new ExploitedUnremediated(),
                    new PatchOverdue(),
                    new NoFixInUse(),
                    new StopNotVerified(),
                    new EndOfLife(),
                    new VersionUnknown(),
                    new TriageDue(),
                    new LandingUnmonitored(),
                    new LogRetentionShort(),
                    new LinkNotLogged(),
                    new NoRoundTheClockAlerting(),
                    new AgreementMissingOrExpired(),
                    new ClauseMissing(),
                    new AssessmentOverdue(),
                    new OwnerMissing(),
                    new OffboardedButConnected(),
                    new Concentration(),
                    new Unclassified(),
                    new CrownReachableNow(),
                    new OneBreakFromCrown(),
                    new CrossGroupPivot(),
                    new TestEnvironmentBridge())
            .sorted(Comparator.comparing(rule -> rule.reference().code()))
            .toList();

    private Catalogue() {}

    /** A rule may look at several kinds of subject: EGRESS_UNCONTROLLED judges links and zones. */
    public static List<Rule> rules() {
        return RULES;
    }

    public static Stream<Finding> judge(LinkSituation at) {
        return rules(Rule.OnLink.class).flatMap(rule -> rule.judge(at));
    }

    public static Stream<Finding> judge(InstallationSituation at) {
        return rules(Rule.OnInstallation.class).flatMap(rule -> rule.judge(at));
    }

    public static Stream<Finding> judge(ThirdPartySituation at) {
        return rules(Rule.OnThirdParty.class).flatMap(rule -> rule.judge(at));
    }

    public static Stream<Finding> judge(ZoneSituation at) {
        return rules(Rule.OnZone.class).flatMap(rule -> rule.judge(at));
    }

    public static Stream<Finding> judge(AssetSituation at) {
        return rules(Rule.OnAsset.class).flatMap(rule -> rule.judge(at));
    }

    public static Stream<Finding> judge(ProductSituation at) {
        return rules(Rule.OnProduct.class).flatMap(rule -> rule.judge(at));
    }

    private static <R extends Rule> Stream<R> rules(Class<R> kind) {
        return RULES.stream().filter(kind::isInstance).map(kind::cast);
    }
}
