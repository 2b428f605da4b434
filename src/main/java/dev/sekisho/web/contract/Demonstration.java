package dev.sekisho.web.contract;

import java.util.Map;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Keys of objects the demonstration estate holds, for examples that work against it. */
final class Demonstration {
    private static final Map<String, String> KEYS = Map.of(
            "organizations", "mirai-power",
            "zones", "power-office",
            "assets", "unix-01",
            "third-parties", "msp-1",
            "connection-points", "msp-unix",
            "zone-links", "unix-office",
            "software-products", "msp-remote-tool",
            "installations", "msp-tool-unix-01",
            "advisories", "EDI-TRANSLATOR-17");

    /** The links above have no firewall, so there are no rules of theirs to read. */
    private static final Map<String, String> RULED =
            Map.of("connection-points", "edi-gateway", "zone-links", "edi-orders");

    private Demonstration() {}

    static @Nullable String key(String collection) {
        return KEYS.get(collection);
    }

    /** The key an operation on something below an object can be tried with. */
    static @Nullable String keyIn(String path, HttpMethod method) {
        String collection = path.replaceAll("^/api/v1/|/\\{.*", "");
        boolean ofRules = path.contains("/ruleset") || path.contains("/traffic");
        boolean reading = method == HttpMethod.GET || method == HttpMethod.POST;
        return ofRules && reading ? RULED.get(collection) : key(collection);
    }
}
