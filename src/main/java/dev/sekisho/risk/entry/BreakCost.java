package dev.sekisho.risk.entry;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Completion;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to get in and on: the table of situations and breaks. Each label has the name space of its kind before its
 * key, so no two things share one by name.
 */
public final class BreakCost {
    private static final Set<Authentication> MACHINE =
            Set.of(Authentication.MUTUAL_CERTIFICATE, Authentication.PRE_SHARED_KEY);
    private static final Set<Authentication> ANYBODY = Set.of(Authentication.NONE, Authentication.UNKNOWN);
    private static final String PRODUCT = "product:";
    private static final String OWN = "own:";

    private BreakCost() {}

    /**
     * What stands in the way across a link into one zone.
     *
     * @param permitted software behind it that its rules let one come to
     * @param all software behind it
     * @param hosts the hosts of the zone behind it
     * @param login what it takes to get in as somebody who may; none where no login leads on
     */
    public record Barrier(Link link, Gate gate, Behind permitted, Behind all, List<Asset> hosts, Ways login) {}

    /**
     * @param permitsNothing whether nothing is let through to there
     * @param firewallFree whether the firewall itself costs nothing
     */
    public record Gate(boolean unfiltered, boolean permitsNothing, boolean firewallFree) {}

    /**
     * Software in use behind a link.
     *
     * @param products one way in for each
     * @param free whether one of them costs nothing
     */
    public record Behind(Ways products, boolean free) {}

    public static String product(String key) {
        return PRODUCT + key;
    }

    public static boolean isProduct(String label) {
        return label.startsWith(PRODUCT);
    }

    /** Whether a label may stand on several links; every link has an end of its own, which says nothing of others. */
    public static boolean isCommon(String label) {
        return !label.startsWith(OWN);
    }

    static String operations(String thirdParty) {
        return "operations:" + thirdParty;
    }

    public static Ways across(Barrier at) {
        boolean first = at.link instanceof ConnectionPoint;
        if (at.gate.firewallFree || at.gate.unfiltered && !first) {
            return Ways.OPEN;
        }
        Ways all = into(at, at.all);
        if (at.gate.unfiltered) {
            return all;
        }
        if (at.gate.permitsNothing) {
            return all.and(firewall(at.link));
        }
        // Whoever breaks the firewall comes to what its rules keep from him.
        return at.permitted.equals(at.all) ? all : into(at, at.permitted).or(all.and(firewall(at.link)));
    }

    /** Something behind the link, the link's own far end included, the password of a host there, or a login. */
    private static Ways into(Barrier at, Behind behind) {
        if (behind.free) {
            return Ways.OPEN;
        }
        Ways end = Ways.each(Stream.of(OWN + label(at.link)));
        return behind.products.or(end).or(passwords(at.hosts)).or(at.login);
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
                .map(BreakCost::password));
    }

    private static String password(String group) {
        return "password:" + group;
    }

    /**
     * What it takes to log in at a connection point and be somebody. A login gets whoever has it somewhere where he has
     * rights, or may have, or where his password is that of hosts as well.
     */
    public static Ways login(ConnectionPoint point, Completion unknown) {
        Authentication login = unknown.authentication(point.authentication());
        boolean rights = unknown.privileged(point.privileged());
        String group = point.login().credentialGroup();
        if (MACHINE.contains(login) || !rights && group == null) {
            return Ways.NONE;
        }
        if (rights && ANYBODY.contains(login)) {
            return Ways.OPEN;
        }
        Ways password = Ways.each(Stream.of(group == null ? credential(point) : password(group)));
        return login.multiFactor() ? password.and("mfa:" + point.thirdParty()) : password;
    }

    private static String credential(ConnectionPoint point) {
        String provider = point.login().identityProvider();
        return "credential:" + (provider == null ? point.thirdParty() : "idp:" + provider);
    }

    /** What it takes to be an administrator of a host of whose connection nothing is known. */
    public static Ways unregistered(String host, Completion unknown) {
        return unknown.best() ? Ways.each(Stream.of("fw:host:" + host)) : Ways.OPEN;
    }

    /**
     * What it takes to come with the software that somebody supplies.
     *
     * @param guardedZone key of the zone where only what is permitted may leave; absent where more may
     */
    public static Ways supply(ThirdParty supplier, @Nullable String guardedZone) {
        Ways there = atThirdParty("supply:", supplier);
        return guardedZone == null ? there : there.and("egress:" + guardedZone);
    }

    /** What it takes to get at what somebody holds for us. */
    public static Ways holding(ThirdParty holder, boolean free) {
        return free ? Ways.OPEN : atThirdParty("holder:", holder);
    }

    /** Who says himself that somebody has broken in at his place need not be broken into. */
    private static Ways atThirdParty(String kind, ThirdParty thirdParty) {
        return thirdParty.notice() == Notice.COMPROMISED ? Ways.OPEN : Ways.each(Stream.of(kind + thirdParty.key()));
    }
}
