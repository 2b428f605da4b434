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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What it costs to get across a link: the table of situations and breaks. */
final class Pricing {
    private static final Set<Authentication> MACHINE =
            Set.of(Authentication.MUTUAL_CERTIFICATE, Authentication.PRE_SHARED_KEY);
    private static final String PRODUCT = "product:";
    private final Estate estate;

    Pricing(Estate estate) {
        this.estate = estate;
    }

    static String product(String key) {
        return PRODUCT + key;
    }

    static boolean isProduct(String label) {
        return label.startsWith(PRODUCT);
    }

    Ways ways(Link link, Posture posture, Software behind) {
        return link instanceof ConnectionPoint point
                ? ways(point, posture, behind)
                : ways((ZoneLink) link, posture, behind);
    }

    private Ways ways(ZoneLink link, Posture posture, Software behind) {
        if (posture.unfiltered()) {
            return Ways.OPEN;
        }
        return posture.permitsNothing()
                ? broken(link, behind)
                : permitted(link, behind).or(reused(link));
    }

    private Ways ways(ConnectionPoint point, Posture posture, Software behind) {
        if (posture.unfiltered()) {
            return behind.open() ? Ways.OPEN : unfiltered(point);
        }
        return posture.permitsNothing()
                ? broken(point, behind)
                : permitted(point, behind).or(reused(point)).or(login(point));
    }

    /** Through to a host it runs for us, a third party still has to lose control of the product it supplies there. */
    private Ways unfiltered(ConnectionPoint point) {
        Asset host = point.asset() == null ? null : estate.assets().get(point.asset());
        if (host == null
                || !host.zone().equals(point.zone())
                || !point.thirdParty().equals(host.managedBy())) {
            return Ways.OPEN;
        }
        Ways supplied = Ways.each(
                Stream.of(new Place(Place.Kind.ASSET, host.key()), new Place(Place.Kind.CONNECTION_POINT, point.key()))
                        .flatMap(place -> estate.installationsAt(place).stream())
                        .filter(installation -> installation.useState().live())
                        .map(Installation::product)
                        .filter(product -> mayComeFrom(point.thirdParty(), product))
                        .map(Pricing::product));
        return orOwn(supplied, point);
    }

    /** A product of unknown supplier may be anybody's. */
    private boolean mayComeFrom(String thirdParty, String key) {
        Product product = requireNonNull(estate.products().get(key));
        return product.supplier() == null || product.supplier().equals(thirdParty);
    }

    private static Ways permitted(Link link, Software behind) {
        return behind.open() ? Ways.OPEN : orOwn(behind.products(), link);
    }

    private static Ways broken(Link link, Software behind) {
        String firewall = link.firewall().product() == null
                ? label(link)
                : link.firewall().product();
        return orOwn(behind.products(), link).and("firewall:" + firewall);
    }

    /** Where no product is known behind a link, the unknown one gets a label of its own. */
    private static Ways orOwn(Ways products, Link link) {
        return products.alternatives().isEmpty() ? Ways.each(Stream.of("link:" + label(link))) : products;
    }

    private static String label(Link link) {
        return link.key();
    }

    /** An administrator's password of a host there opens all hosts that share it. */
    private Ways reused(Link link) {
        return Ways.each(estate.assetsIn(link.zone()).stream()
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
