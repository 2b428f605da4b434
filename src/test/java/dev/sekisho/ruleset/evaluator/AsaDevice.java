package dev.sekisho.ruleset.evaluator;

import dev.sekisho.ruleset.evaluator.CiscoAcl.Probe;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.reading.GuardSelector;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An ASA as a model, of release 8.2 or of 9.8. The old one asks its list of the outer address and drops what comes
 * straight to a real address that it translates, unless that is exempt; the new one asks of the real address.
 *
 * @param outside null where no list filters what enters; the security levels then let nothing in
 * @param outside6 the old one's list of IPv6
 * @param leaving the list of what leaves by the inside interface, null where none is asked
 * @param permitVpn whether tunnels pass the lists
 * @param exempt what is not translated although a translation names it
 * @param policies how each tunnel comes to its filter
 */
record AsaDevice(
        boolean old,
        @Nullable CiscoAcl outside,
        boolean ipv6,
        @Nullable CiscoAcl outside6,
        @Nullable CiscoAcl leaving,
        boolean permitVpn,
        List<CiscoNat> translations,
        List<CiscoAcl.Place> exempt,
        List<CiscoTunnel> tunnels,
        List<Policy> policies)
        implements CiscoDevice {

    /** Whose vpn-filter a tunnel has: its group's own, the default one, or none in spite of a default. */
    enum Policy {
        OWN,
        INHERITED,
        NONE
    }

    @Override
    public Format format() {
        return Format.CISCO_ASA;
    }

    @Override
    public GuardSelector guard() {
        var entering = GuardSelector.interfaceNamed("outside");
        return leaving == null ? entering : entering.with(GuardSelector.Key.OUT_INTERFACE, "inside");
    }

    @Override
    public boolean mayReach(Probe real) {
        if (real.six()) {
            return old ? outside6 != null && outside6.mayPass(real) : mayPass(outside, real) && mayPass6(leaving, real);
        }
        var translated = translations.stream()
                .anyMatch(nat -> nat.sent(real)
                        .filter(sent -> CiscoNat.first(translations, sent).orElse(null) == nat)
                        .filter(sent -> mayEnter(sent, real))
                        .isPresent());
        return translated || !isHidden(real) && mayEnter(real, real);
    }

    /** What answers from there would leave by another address. */
    private boolean isHidden(Probe real) {
        return old
                && translations.stream().anyMatch(nat -> nat.hides(real))
                && exempt.stream().noneMatch(place -> place.contains(real.destination()));
    }

    private boolean mayEnter(Probe sent, Probe real) {
        var filtered = mayPass(outside, old ? sent : real) && (leaving == null || leaving.mayPass(real));
        return filtered || permitVpn && tunnels.stream().anyMatch(tunnel -> tunnel.mayLetIn(sent));
    }

    private static boolean mayPass(@Nullable CiscoAcl list, Probe probe) {
        return list != null && list.mayPass(probe);
    }

    private static boolean mayPass6(@Nullable CiscoAcl list, Probe probe) {
        return list == null || list.mayPass(probe);
    }

    @Override
    public boolean isCertain() {
        return Stream.concat(
                        Stream.of(outside, outside6, leaving),
                        tunnels.stream().flatMap(tunnel -> Stream.of(tunnel.carried(), tunnel.filter())))
                .filter(Objects::nonNull)
                .allMatch(CiscoAcl::isCertain);
    }

    @Override
    public String text() {
        return new AsaDeviceText(this).write();
    }
}
