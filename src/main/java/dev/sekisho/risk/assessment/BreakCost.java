package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Posture;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to get across a link: the table of situations and breaks. A function of {@link Barrier} alone. Each label
 * has the name space of its kind before its key, so no two things share one by name.
 */
final class BreakCost {
    private static final Set<Authentication> MACHINE =
            Set.of(Authentication.MUTUAL_CERTIFICATE, Authentication.PRE_SHARED_KEY);
    private static final Set<Authentication> ANYBODY = Set.of(Authentication.NONE, Authentication.UNKNOWN);
    private static final String PRODUCT = "product:";
    private static final String OWN = "own:";

    private BreakCost() {}

    /**
     * What stands in the way.
     *
     * @param products those in use behind it
     * @param own those in use at it
     * @param free whether one of these costs nothing
     * @param hosts the hosts of the zone behind it
     * @param login of a third party whose users log in; absent where no login leads on
     */
    record Barrier(
            Link link,
            Gate gate,
            Ways products,
            Ways own,
            boolean free,
            List<Asset> hosts,
            @Nullable Authentication login) {}

    /** @param firewallFree whether the firewall itself costs nothing */
    record Gate(boolean unfiltered, boolean permitsNothing, boolean firewallFree) {
        static Gate at(Posture posture, boolean firewallFree) {
            return new Gate(posture.unfiltered(), posture.permitsNothing(), firewallFree);
        }
    }

    static String product(String key) {
        return PRODUCT + key;
    }

    /** Whether a label may stand on several links; every link has an end of its own, which says nothing of others. */
    static boolean isCommon(String label) {
        return !label.startsWith(OWN);
    }

    static boolean isProduct(String label) {
        return label.startsWith(PRODUCT);
    }

    /** A login gets whoever has it somewhere where he has rights there, or may have. */
    static @Nullable Authentication login(ConnectionPoint point, Completion unknown) {
        Authentication login = unknown.authentication(point.authentication());
        return unknown.privileged(point.privileged()) && !MACHINE.contains(login) ? login : null;
    }

    static Ways ways(Barrier at) {
        boolean first = at.link instanceof ConnectionPoint;
        if (at.gate.firewallFree || at.gate.unfiltered && !first) {
            return Ways.OPEN;
        }
        Ways behind = first ? behind(at).or(login((ConnectionPoint) at.link, at.login)) : behind(at);
        return at.gate.permitsNothing ? behind.and(firewall(at.link)) : behind;
    }

    /** Something behind the link, the link's own far end included, or the password of a host there. */
    private static Ways behind(Barrier at) {
        if (at.free) {
            return Ways.OPEN;
        }
        Ways end = Ways.each(Stream.of(OWN + label(at.link)));
        return at.products.or(at.own).or(end).or(passwords(at.hosts));
    }

    private static String firewall(Link link) {
        String product = link.firewall().product();
        return product == null ? "fw:" + label(link) : product(product);
    }

    private static String label(Link link) {
        return (link instanceof ConnectionPoint ? "connection-point:" : "zone-link:") + link.key();
    }

    /** An administrator's password of a host there opens all hosts that share it. */
    private static Ways passwords(List<Asset> hosts) {
        return Ways.each(hosts.stream()
                .map(Asset::credentialGroup)
                .filter(Objects::nonNull)
                .map(group -> "password:" + group));
    }

    private static Ways login(ConnectionPoint point, @Nullable Authentication login) {
        if (login == null) {
            return Ways.NONE;
        }
        if (ANYBODY.contains(login)) {
            return Ways.OPEN;
        }
        Ways password = Ways.each(Stream.of("credential:" + point.thirdParty()));
        return login.multiFactor() ? password.and("mfa:" + point.thirdParty()) : password;
    }
}
