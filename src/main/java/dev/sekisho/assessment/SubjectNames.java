package dev.sekisho.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Product;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names of subjects, as people call them. */
final class SubjectNames {
    private SubjectNames() {}

    /** The name of a subject; its key where it is not in the estate. */
    public static String of(Estate estate, Subject subject) {
        String key = subject.key();
        return switch (subject.kind()) {
            case PORTFOLIO -> "Portfolio";
            case ORGANIZATION -> name(estate.organizations().get(key), Organization::name, key);
            case THIRD_PARTY -> name(estate.thirdParties().get(key), ThirdParty::name, key);
            case CONNECTION_POINT -> name(estate.connectionPoints().get(key), ConnectionPoint::name, key);
            case ZONE_LINK -> name(estate.zoneLinks().get(key), ZoneLink::name, key);
            case ZONE -> name(estate.zones().get(key), Zone::name, key);
            case ASSET -> name(estate.assets().get(key), Asset::name, key);
            case DATA_HOLDING -> name(estate.dataHoldings().get(key), DataHolding::name, key);
            case INSTALLATION -> name(estate.installations().get(key), Installation::name, key);
            case SOFTWARE_PRODUCT -> name(estate.products().get(key), Product::name, key);
        };
    }

    private static <T> String name(@Nullable T fact, Function<T, String> name, String key) {
        return fact == null ? key : name.apply(fact);
    }
}
