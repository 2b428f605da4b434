package dev.sekisho.ruleset.evaluator;

import dev.sekisho.ruleset.evaluator.AsaDevice.Policy;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Entry;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down an ASA as its running configuration; every second place is written as a group of objects. */
final class AsaDeviceText {

    private final AsaDevice device;
    private final Map<Place, String> groups = new LinkedHashMap<>();
    private final StringBuilder lists = new StringBuilder();
    private int places;

    AsaDeviceText(AsaDevice device) {
        this.device = device;
    }

    String write() {
        list("access-list OUT extended ", device.outside());
        list("ipv6 access-list OUT6 ", device.outside6());
        list("access-list LEAVING extended ", device.leaving());
        for (int i = 0; i < device.tunnels().size(); i++) {
            list("access-list T" + i + " extended ", device.tunnels().get(i).carried());
            list("access-list F" + i + " extended ", device.tunnels().get(i).filter());
        }
        var start = ": Saved\nASA Version " + (device.old() ? "8.2(5)" : "9.8(2)") + "\n" + interfaces();
        var bodies = new StringBuilder();
        groups.forEach((place, name) -> bodies.append("object-group network ")
                .append(name)
                .append("\n network-object ")
                .append(bare(place))
                .append("\n"));
        return start + bodies + lists + translations() + applied() + tunnels() + ": end\n";
    }

    private String interfaces() {
        return "interface GigabitEthernet0/0\n nameif outside\n security-level 0\n ip address 203.0.113.2 255.255.255.0\n"
                + (device.ipv6() ? " ipv6 address 2001:db8:1::1/64\n" : "")
                + "interface GigabitEthernet0/1\n nameif inside\n security-level 100\n ip address 10.0.0.1 255.255.0.0\n"
                + (device.ipv6() ? " ipv6 address 2001:db8:aa::1/64\n" : "");
    }

    private void list(String head, @Nullable CiscoAcl list) {
        if (list != null) {
            list.entries()
                    .forEach(entry -> lists.append(head).append(text(entry)).append("\n"));
        }
    }

    private String text(Entry entry) {
        return (entry.permit() ? "permit " : "deny ") + entry.name() + " " + text(entry.source()) + " "
                + text(entry.destination()) + entry.ports().text() + entry.condition().text;
    }

    private String text(Place place) {
        if (place.prefix() == 0) {
            return place.equals(Place.ANY) || device.old() ? "any" : place.equals(Place.ANY4) ? "any4" : "any6";
        }
        if (!place.address().contains(":") && places++ % 2 == 1) {
            return "object-group " + groups.computeIfAbsent(place, none -> "G" + groups.size());
        }
        return bare(place);
    }

    private static String bare(Place place) {
        if (place.isHost()) {
            return "host " + place.address();
        }
        return place.address().contains(":")
                ? place.address() + "/" + place.prefix()
                : place.address() + " " + place.mask();
    }

    private String translations() {
        var text = new StringBuilder();
        for (int i = 0; i < device.exempt().size(); i++) {
            var place = device.exempt().get(i);
            text.append("access-list EXEMPT extended permit ip ")
                    .append(bare(place))
                    .append(" any\n");
        }
        text.append(device.exempt().isEmpty() ? "" : "nat (inside) 0 access-list EXEMPT\n");
        for (int i = 0; i < device.translations().size(); i++) {
            text.append(device.old() ? fixed(device.translations().get(i)) : object(i));
        }
        return text.toString();
    }

    private static String fixed(CiscoNat nat) {
        return "static (inside,outside) "
                + (nat.isPort()
                        ? "tcp " + nat.outer().address() + " " + nat.outerPort() + " "
                                + nat.inner().address() + " " + nat.innerPort()
                        : nat.outer().address() + " " + nat.inner().address())
                + " netmask " + nat.inner().mask() + "\n";
    }

    private String object(int number) {
        var nat = device.translations().get(number);
        var inner = nat.inner().isHost() ? " host " : " subnet ";
        var mask = nat.inner().isHost() ? "" : " " + nat.inner().mask();
        return "object network N" + number + "\n" + inner + nat.inner().address() + mask
                + "\n nat (inside,outside) static " + nat.outer().address()
                + (nat.isPort() ? " service tcp " + nat.innerPort() + " " + nat.outerPort() : "") + "\n";
    }

    private String applied() {
        return Stream.of(
                        device.outside() == null ? "" : "access-group OUT in interface outside\n",
                        device.outside6() == null ? "" : "access-group OUT6 in interface outside\n",
                        device.leaving() == null ? "" : "access-group LEAVING out interface inside\n",
                        device.permitVpn() ? "" : "no sysopt connection permit-vpn\n")
                .reduce("", String::concat);
    }

    private String tunnels() {
        var text = new StringBuilder();
        for (int i = 0; i < device.tunnels().size(); i++) {
            text.append(tunnel(i));
        }
        return text + (device.tunnels().isEmpty() ? "" : "crypto map CM interface outside\n");
    }

    private String tunnel(int number) {
        var entry = "crypto map CM " + (number + 1) + " ";
        var peer = "198.51.100." + (number + 1);
        var text = entry + "match address T" + number + "\n" + entry + "set peer " + peer + "\n" + "tunnel-group "
                + peer + " type ipsec-l2l\n";
        return text + policy(number, peer);
    }

    private String policy(int number, String peer) {
        var policy = device.policies().get(number);
        var filtered = device.tunnels().get(number).filter() != null;
        if (policy == Policy.INHERITED) {
            return filtered ? "group-policy DfltGrpPolicy attributes\n vpn-filter value F" + number + "\n" : "";
        }
        var filter = policy == Policy.OWN ? "value F" + number : "none";
        return "group-policy P" + number + " internal\ngroup-policy P" + number + " attributes\n vpn-filter " + filter
                + "\ntunnel-group " + peer + " general-attributes\n default-group-policy P" + number + "\n";
    }
}
