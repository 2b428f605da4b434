package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.netfilter.ChainRule.Target;
import dev.sekisho.ruleset.netfilter.ChainRule.Target.Way;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What dnat and redirect make of a destination: one thing, or by a map one for each of its entries. */
final class NftRewrite {

    /** What holds under a condition. */
    record Outcome(NftCondition condition, Target target) {}

    private final NftValues values;
    private final String target;
    private final Optional<ConfigurationJson> address;
    private final Optional<ConfigurationJson> port;
    private final boolean keepsPlace;

    /** @param statement "dnat" or "redirect", whose body is null where it leaves the port as it is */
    NftRewrite(NftValues values, String statement, ConfigurationJson body) {
        var fields = Optional.of(body).filter(ConfigurationJson::isObject);
        this.values = values;
        this.target = statement.toUpperCase(Locale.ROOT);
        this.address = fields.flatMap(all -> all.field("addr"));
        this.port = fields.flatMap(all -> all.field("port"));
        this.keepsPlace = fields.flatMap(all -> all.field("type_flags"))
                .filter(flags -> NftValues.words(flags.isArray() ? flags.items() : List.of(flags))
                        .contains("prefix"))
                .isPresent();
    }

    List<Outcome> outcomes(List<NftCondition> conditions) {
        var byAddress = address.filter(NftRewrite::isMap);
        var map = byAddress.or(() -> port.filter(NftRewrite::isMap));
        if (map.isEmpty()) {
            var rewrite = rewrite(address, port);
            return conditions.stream()
                    .map(one -> new Outcome(one, target(rewrite)))
                    .toList();
        }
        var outcomes = new ArrayList<Outcome>();
        for (var condition : conditions) {
            add(condition, map.get().required("map"), byAddress.isPresent(), outcomes);
        }
        return outcomes;
    }

    private static boolean isMap(ConfigurationJson json) {
        return json.isObject() && json.field("map").isPresent();
    }

    private void add(NftCondition condition, ConfigurationJson map, boolean ofAddresses, List<Outcome> outcomes) {
        var entries = values.elements(map.required("data"));
        for (var entry : entries.set()) {
            var pair = entry.items();
            entry.require(pair.size() == 2, "an entry of a map has a key and a value");
            var one = condition.copy();
            one.meetKey(map.required("key"), pair.get(0));
            one.doubts.addAll(entries.doubts());
            var value = Optional.of(pair.get(1));
            outcomes.add(new Outcome(one, target(ofAddresses ? rewrite(value, port) : rewrite(address, value))));
        }
        if (!entries.doubts().isEmpty()) {
            var other = condition.copy();
            other.doubts.addAll(entries.doubts());
            outcomes.add(new Outcome(other, target(null)));
        }
    }

    private Target target(@Nullable Rewrite rewrite) {
        return new Target(target, Way.VERDICT, rewrite);
    }

    /** Null where it cannot be said. */
    private @Nullable Rewrite rewrite(Optional<ConfigurationJson> to, Optional<ConfigurationJson> toPort) {
        var both = to.map(NftValues::plain)
                .filter(json -> json.isObject() && json.field("concat").isPresent());
        if (both.isPresent()) {
            var parts = both.get().required("concat").items();
            return parts.size() == 2 ? rewrite(Optional.of(parts.get(0)), Optional.of(parts.get(1))) : null;
        }
        if (!to.map(NftValues::isLiteral).orElse(true)
                || !toPort.map(NftValues::isLiteral).orElse(true)) {
            return null;
        }
        return new Rewrite(
                to.map(NftValues::address).orElse((AddressSet) null),
                toPort.map(one -> NftValues.port(one, ProtocolSet.TCP)).orElse((PortSet) null),
                keepsPlace,
                Rewrite.ANY_PORT);
    }
}
