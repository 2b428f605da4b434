package dev.sekisho.web.contract;

import dev.sekisho.collection.CollectionName;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Keys of objects the demonstration estate holds, for examples that work against it. */
final class Demonstration {
    private static final Map<CollectionName, String> KEYS = Map.of(
            CollectionName.DATA_HOLDINGS, "turbine-telemetry",
            CollectionName.ORGANIZATIONS, "mirai-power",
            CollectionName.ZONES, "power-office",
            CollectionName.ASSETS, "unix-01",
            CollectionName.THIRD_PARTIES, "msp-1",
            CollectionName.CONNECTION_POINTS, "msp-unix",
            CollectionName.ZONE_LINKS, "unix-office",
            CollectionName.SOFTWARE_PRODUCTS, "msp-remote-tool",
            CollectionName.INSTALLATIONS, "msp-tool-unix-01",
            CollectionName.ADVISORIES, "EDI-TRANSLATOR-17");

    /** The links above have no firewall, so there are no rules of theirs to read. */
    private static final Map<CollectionName, String> RULED =
            Map.of(CollectionName.CONNECTION_POINTS, "edi-gateway", CollectionName.ZONE_LINKS, "edi-orders");

    private Demonstration() {}

    static @Nullable String key(CollectionName collection) {
        return KEYS.get(collection);
    }

    /** The key an operation on something below an object can be tried with. */
    static @Nullable String keyIn(String path, HttpMethod method) {
        boolean ofRules = path.contains("/ruleset") || path.contains("/traffic");
        boolean reading = method == HttpMethod.GET || method == HttpMethod.POST;
        return CollectionName.ofPath(path.replaceAll("^/api/v1/|/\\{.*", ""))
                .map(collection -> ofRules && reading ? RULED.get(collection) : key(collection))
                .orElse(null);
    }
}
