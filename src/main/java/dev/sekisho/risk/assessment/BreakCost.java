package dev.sekisho.risk.assessment;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Posture;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What it costs to get across a link: the table of situations and breaks. A function of {@link Barrier} alone. */
final class BreakCost {
    private static final Set<Authentication> MACHINE =
            Set.of(Authentication.MUTUAL_CERTIFICATE, Authentication.PRE_SHARED_KEY);
    private static final String PRODUCT = "product:";

    private BreakCost() {}

    /**
     * What stands in the way.
     *
     * @param open whether a flaw of what is behind it opens the way in
     * @param products those in use behind it
     * @param own those in use at it
     * @param hosts the hosts of the zone behind it
     * @param supplied where it ends at a host that its third party runs for us, the products there that may be its own
     */
    record Barrier(
            Link link,
            boolean unfiltered,
            boolean permitsNothing,
            boolean open,
            Ways products,
            Ways own,
            List<Asset> hosts,
            @Nullable Ways supplied) {

        static Barrier at(
                Link link, Posture posture, Software behind, Software own, List<Asset> hosts, @Nullable Ways supplied) {
            return new Barrier(
                    link,
                    posture.unfiltered(),
                    posture.permitsNothing(),
                    behind.urgency().open() || own.urgency().open(),
                    behind.products(),
                    own.products(),
                    hosts,
                    supplied);
        }

        private Ways behind() {
            return products.or(own);
        }
    }

    static String product(String key) {
        return PRODUCT + key;
    }

    static boolean isProduct(String label) {
        return label.startsWith(PRODUCT);
    }

    static Ways ways(Barrier at) {
        return at.link instanceof ConnectionPoint point ? ways(point, at) : ways((ZoneLink) at.link, at);
    }

    private static Ways ways(ZoneLink link, Barrier at) {
        if (at.unfiltered) {
            return Ways.OPEN;
        }
        return at.permitsNothing ? broken(at) : permitted(at).or(reused(at));
    }

    private static Ways ways(ConnectionPoint point, Barrier at) {
        if (at.unfiltered) {
            return at.open || at.supplied == null ? Ways.OPEN : orOwn(at.supplied, point);
        }
        return at.permitsNothing ? broken(at) : permitted(at).or(reused(at)).or(login(point));
    }

    /**
     * Through to a host it runs for us, a third party still has to lose control of a product it supplies there; absent where
     * the point does not end at such a host.
     */
    static @Nullable Ways supplied(ConnectionPoint point, Estate estate) {
        Asset host = point.asset() == null ? null : estate.assets().get(point.asset());
        if (host == null
                || !host.zone().equals(point.zone())
                || !point.thirdParty().equals(host.managedBy())) {
            return null;
        }
        return Ways.each(Stream.of(
                        new Place(Place.Kind.ASSET, host.key()), new Place(Place.Kind.CONNECTION_POINT, point.key()))
                .flatMap(place -> estate.installationsAt(place).stream())
                .filter(installation -> installation.useState().live())
                .map(Installation::product)
                .filter(product -> mayComeFrom(
                        point.thirdParty(), requireNonNull(estate.products().get(product))))
                .map(BreakCost::product));
    }

    /** A product of unknown supplier may be anybody's. */
    private static boolean mayComeFrom(String thirdParty, Product product) {
        return product.supplier() == null || product.supplier().equals(thirdParty);
    }

    private static Ways permitted(Barrier at) {
        return at.open ? Ways.OPEN : orOwn(at.behind(), at.link);
    }

    private static Ways broken(Barrier at) {
        String product = at.link.firewall().product();
        String firewall = product == null ? label(at.link) : product;
        return orOwn(at.behind(), at.link).and("firewall:" + firewall);
    }

    /** Where no product is known behind a link, the unknown one gets a label of its own. */
    private static Ways orOwn(Ways products, Link link) {
        return products.alternatives().isEmpty() ? Ways.each(Stream.of("link:" + label(link))) : products;
    }

    private static String label(Link link) {
        return link.key();
    }

    /** An administrator's password of a host there opens all hosts that share it. */
    private static Ways reused(Barrier at) {
        return Ways.each(at.hosts.stream()
                .map(Asset::credentialGroup)
                .filter(Objects::nonNull)
                .map(group -> "credential:" + group));
    }

    private static Ways login(ConnectionPoint point) {
        if (MACHINE.contains(point.authentication())) {
            return Ways.NONE;
        }
        Ways password = Ways.each(Stream.of("credential:" + point.thirdParty()));
        return point.authentication().multiFactor() ? password.and("mfa:" + point.thirdParty()) : password;
    }
}
