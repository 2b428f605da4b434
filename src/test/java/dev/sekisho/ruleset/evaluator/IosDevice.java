package dev.sekisho.ruleset.evaluator;

import dev.sekisho.ruleset.evaluator.CiscoAcl.Entry;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Place;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Probe;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.reading.GuardSelector;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A router as a model. Its list is asked before translation; what comes out of a tunnel is asked of the tunnel's own
 * list since 12.3(8)T, before that of the interface's list.
 *
 * @param four null where no list filters IPv4
 * @param ipv6 whether the interface speaks IPv6
 * @param six null where no list filters IPv6
 */
record IosDevice(
        String version,
        @Nullable CiscoAcl four,
        boolean ipv6,
        @Nullable CiscoAcl six,
        List<CiscoNat> translations,
        List<CiscoTunnel> tunnels)
        implements CiscoDevice {

    @Override
    public Format format() {
        return Format.CISCO_IOS;
    }

    @Override
    public GuardSelector guard() {
        return GuardSelector.interfaceNamed("GigabitEthernet0/0");
    }

    @Override
    public boolean mayReach(Probe real) {
        if (real.six()) {
            return ipv6 && (six == null || six.mayPass(real));
        }
        var translated =
                translations.stream().flatMap(nat -> nat.sent(real).filter(sent -> first(sent) == nat).stream());
        return Stream.concat(Stream.of(real), translated).anyMatch(this::mayEnter);
    }

    /** Translations of ports are looked for before those of whole hosts. */
    private @Nullable CiscoNat first(Probe sent) {
        var ports = translations.stream().filter(CiscoNat::isPort).toList();
        return CiscoNat.first(ports, sent)
                .or(() -> CiscoNat.first(translations, sent))
                .orElse(null);
    }

    private boolean mayEnter(Probe sent) {
        return four == null
                || four.mayPass(sent)
                || !version.equals("12.2") && tunnels.stream().anyMatch(tunnel -> tunnel.mayLetIn(sent));
    }

    @Override
    public boolean isCertain() {
        return !version.equals("12.3")
                && Stream.concat(
                                Stream.of(four, six).filter(list -> list != null),
                                tunnels.stream()
                                        .flatMap(tunnel -> Stream.of(tunnel.carried(), tunnel.filter()))
                                        .filter(list -> list != null))
                        .allMatch(CiscoAcl::isCertain);
    }

    @Override
    public String text() {
        var text = new StringBuilder("version " + version + "\nhostname r1\n!\n");
        for (int i = 0; i < tunnels.size(); i++) {
            text.append("crypto map CM ").append(10 * i + 10).append(" ipsec-isakmp\n set peer 198.51.100.1\n");
            text.append(tunnels.get(i).filter() == null ? "" : " set ip access-group F" + i + " in\n");
            text.append(" match address T").append(i).append("\n");
        }
        text.append("!\ninterface GigabitEthernet0/0\n ip address 203.0.113.2 255.255.255.0\n");
        text.append(four == null ? "" : " ip access-group IN in\n");
        text.append(ipv6 ? " ipv6 address 2001:db8:1::1/64\n" : "");
        text.append(six == null ? "" : " ipv6 traffic-filter IN6 in\n");
        text.append(translations.isEmpty() ? "" : " ip nat outside\n");
        text.append(tunnels.isEmpty() ? "" : " crypto map CM\n");
        text.append("!\ninterface GigabitEthernet0/1\n ip address 10.0.0.1 255.255.0.0\n ip nat inside\n!\n");
        translations.forEach(nat -> text.append(text(nat)));
        lists(text);
        return text.append("!\nend\n").toString();
    }

    private void lists(StringBuilder text) {
        list(text, "ip access-list extended IN", four);
        list(text, "ipv6 access-list IN6", six);
        for (int i = 0; i < tunnels.size(); i++) {
            list(text, "ip access-list extended T" + i, tunnels.get(i).carried());
            list(text, "ip access-list extended F" + i, tunnels.get(i).filter());
        }
    }

    private static String text(CiscoNat nat) {
        var start = "ip nat inside source static ";
        if (nat.isPort()) {
            return start + "tcp " + nat.inner().address() + " " + nat.innerPort() + " "
                    + nat.outer().address() + " " + nat.outerPort() + " extendable\n";
        }
        var network = nat.outer().isHost() ? "" : "network ";
        var mask = nat.outer().isHost() ? "" : " /24";
        return start + network + nat.inner().address() + " " + nat.outer().address() + mask + "\n";
    }

    private static void list(StringBuilder text, String head, @Nullable CiscoAcl list) {
        if (list != null) {
            text.append(head).append("\n");
            list.entries().forEach(entry -> text.append(" ").append(text(entry)).append("\n"));
        }
    }

    private static String text(Entry entry) {
        var six = entry.source().address().contains(":");
        var protocol = entry.protocol() == 0 && six ? "ipv6" : entry.name();
        return (entry.permit() ? "permit " : "deny ") + protocol + " " + text(entry.source()) + " "
                + text(entry.destination()) + entry.ports().text() + entry.condition().text;
    }

    private static String text(Place place) {
        if (place.prefix() == 0) {
            return "any";
        }
        if (place.isHost()) {
            return "host " + place.address();
        }
        return place.address().contains(":")
                ? place.address() + "/" + place.prefix()
                : place.address() + " " + place.wildcard();
    }
}
