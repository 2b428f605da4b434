package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.score.Flaw;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What acceptances of many rules have in common. */
public final class Scopes {
    /** From the least harm to the greatest, without what is no finding. */
    public static final List<Egress> EGRESS = List.of(Egress.PARTIAL, Egress.BLOCKLIST, Egress.NONE, Egress.UNKNOWN);

    public static final List<Authentication> AUTHENTICATION = List.of(
            Authentication.MUTUAL_CERTIFICATE,
            Authentication.PRE_SHARED_KEY,
            Authentication.MFA_WITH_EXEMPTIONS,
            Authentication.SINGLE_FACTOR,
            Authentication.SHARED,
            Authentication.NONE,
            Authentication.UNKNOWN);

    private static final List<Verdict> VERDICT = List.of(Verdict.UNKNOWN, Verdict.CONFLICT, Verdict.AFFECTED);

    private Scopes() {}

    /** Between whom the link is: one that leads elsewhere or belongs to somebody else is another matter. */
    public static AcceptanceScope of(LinkSituation at) {
        AcceptanceScope scope =
                AcceptanceScope.BARE.and("lands in zone " + at.link().zone());
        if (at.link() instanceof ZoneLink inner) {
            return scope.and("from zone " + inner.from());
        }
        var point = (ConnectionPoint) at.link();
        AcceptanceScope outer = scope.and("third party " + point.thirdParty());
        return point.asset() == null ? outer : outer.and("lands on host " + point.asset());
    }

    /** Who holds it for whom, and how much depends on it. */
    static AcceptanceScope of(DataHoldingSituation at) {
        DataHolding holding = at.holding();
        return AcceptanceScope.BARE
                .and("held by third party " + holding.thirdParty())
                .and("belongs to organization " + holding.organization())
                .and(Map.of("criticality", holding.weight()));
    }

    /** With the rights behind it. */
    public static AcceptanceScope privileged(LinkSituation at) {
        boolean rights =
                at.connectionPoint().filter(ConnectionPoint::grantsPrivilege).isPresent();
        return rights ? of(at).and("administrator's rights") : of(at);
    }

    public static AcceptanceScope of(LinkSituation at, List<Target> targets) {
        return with(of(at), targets);
    }

    static AcceptanceScope of(List<Target> targets) {
        return with(AcceptanceScope.BARE, targets);
    }

    private static AcceptanceScope with(AcceptanceScope scope, List<Target> targets) {
        return scope.and(targets.stream().collect(Collectors.toMap(Scopes::words, Target::criticality, Math::max)))
                .andAll(
                        "without a single break",
                        targets.stream()
                                .filter(target -> target.distance().atLeast() == 0)
                                .map(target -> target.subject().kind() + " "
                                        + target.subject().key())
                                .toList());
    }

    private static String words(Target target) {
        return "target " + target.subject().kind() + " " + target.subject().key() + " of criticality";
    }

    /** What is installed where. */
    public static AcceptanceScope of(InstallationSituation at) {
        Place place = at.installation().place();
        String version = at.installation().version();
        return AcceptanceScope.BARE
                .and("installed at " + place.kind() + " " + place.key())
                .and("product " + at.installation().product())
                .and(version == null ? "unknown version" : "version " + version)
                .upTo("use", at.installation().useState(), List.of(UseState.STOPPED_DECLARED, UseState.IN_USE));
    }

    /** One advisory at it. */
    public static AcceptanceScope of(InstallationSituation at, String advisory) {
        return at.flaws().stream()
                .filter(flaw -> flaw.advisory().key().equals(advisory))
                .findFirst()
                .map(flaw -> with(of(at), flaw))
                .orElseGet(() -> of(at));
    }

    private static AcceptanceScope with(AcceptanceScope scope, Flaw flaw) {
        AcceptanceScope judged = scope.and("advisory " + flaw.advisory().key())
                .upTo("verdict", flaw.match().verdict(), VERDICT);
        AcceptanceScope used = flaw.exploited() ? judged.and("exploited") : judged;
        AcceptanceScope mended = flaw.noFix() ? used.and("no fix") : used;
        return flaw.compensated() ? mended : mended.and("no verified compensating control");
    }
}
