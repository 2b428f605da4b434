package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.ruleset.checkpoint.CpObjects.CpObject;
import dev.sekisho.ruleset.reading.Certainty;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which gateways a rule is installed on. */
final class CpGateways {

    private static final Set<String> TYPES = Set.of(
            "simple-gateway",
            "simple-cluster",
            "cpmigatewaycluster",
            "cpmigatewayplain",
            "cpmivsclusternetobj",
            "cpmivsnetobj",
            "cpmivsxclusternetobj",
            "cpmivsxnetobj",
            "cpmisatellitegateway",
            "lsm-gateway",
            "lsm-cluster");

    /** Parts of a cluster, which have no rules of their own. */
    private static final Set<String> MEMBERS = Set.of("cluster-member", "cpmiclustermember");

    private final CpObjects objects;
    private final Optional<CpObject> asked;

    CpGateways(CpObjects objects, GuardSelector guard) {
        this.objects = objects;
        this.asked = guard.one(Key.GATEWAY).map(this::named);
    }

    static boolean isGateway(CpObject object) {
        return TYPES.contains(object.type());
    }

    private CpObject named(String name) {
        var names = new TreeSet<String>();
        for (var places : objects.all()) {
            var object = new CpObject(CpObjects.word(places.get(0), "uid"), places);
            if (isGateway(object) || MEMBERS.contains(object.type())) {
                if (name.equals(object.name()) || name.equals(object.id())) {
                    return object;
                }
                names.add(object.name());
            }
        }
        throw UnsuitableGuard.unknown(Key.GATEWAY, name, names);
    }

    /** Whether a rule that names these is asked on the gateway of the link. */
    Certainty hold(List<ConfigurationJson> names) {
        if (names.isEmpty()) {
            return Certainty.PERHAPS;
        }
        var found =
                names.stream().map(name -> holds(objects.find(name))).distinct().toList();
        if (found.contains(Certainty.ALWAYS)) {
            return Certainty.ALWAYS;
        }
        return found.equals(List.of(Certainty.NEVER)) ? Certainty.NEVER : Certainty.PERHAPS;
    }

    private Certainty holds(CpObject object) {
        if (object.isAny() || object.is("Policy Targets")) {
            return Certainty.ALWAYS;
        }
        if (asked.isEmpty() || !isGateway(object)) {
            return Certainty.PERHAPS;
        }
        if (asked.get().id().equals(object.id())) {
            return Certainty.ALWAYS;
        }
        // a member of a cluster has the rules of the cluster, and names of members may stand elsewhere
        return MEMBERS.contains(asked.get().type()) || namesMember(object) ? Certainty.PERHAPS : Certainty.NEVER;
    }

    private boolean namesMember(CpObject cluster) {
        return Stream.concat(cluster.list("cluster-members").stream(), cluster.list("cluster-member-names").stream())
                .map(member ->
                        member.isObject() ? CpObjects.word(member, "name") : member.isText() ? member.text() : "")
                .anyMatch(asked.map(CpObject::name).orElse("")::equals);
    }
}
