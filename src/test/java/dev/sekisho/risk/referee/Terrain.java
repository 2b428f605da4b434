package dev.sekisho.risk.referee;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.score.Posture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many breaks everything is away, as section 6 of the model's description says: whatever may be broken is tried. */
final class Terrain {
    private static final Set<String> NOTHING = Set.of();
    private static final int BEYOND = 3;

    private final Assessment assessment;
    private final Estate estate;
    private final Faults faults;
    private final List<ZoneLink> inner;

    /** What opens each link: any of these sets, whole. */
    private final Map<String, Set<Set<String>>> doors = new HashMap<>();

    private final Map<Set<String>, List<ZoneLink>> open = new HashMap<>();

    Terrain(Assessment assessment, Faults faults) {
        this.assessment = assessment;
        this.faults = faults;
        estate = assessment.estate();
        inner = estate.zoneLinks().values().stream()
                .filter(link -> link.state().up())
                .toList();
        inner.forEach(link -> doors.put(name(link), inner(link)));
        estate.connectionPoints().values().forEach(point -> doors.put(name(point), first(point)));
    }

    Posture posture(Link link) {
        return assessment.posture(Subject.of(link)).orElseThrow();
    }

    /**
     * How many breaks each zone is away; three where it may be more, and none that no chain of links leads to.
     *
     * @param through a link that has to be crossed on the way; absent where any way will do
     */
    Map<String, Integer> from(ConnectionPoint point, @Nullable ZoneLink through) {
        Map<String, Integer> breaks = new HashMap<>();
        for (Set<String> broken : choices(point)) {
            if (opens(point, broken)) {
                reached(point, through, broken).forEach(zone -> breaks.merge(zone, broken.size(), Math::min));
            }
        }
        anyhow(point, through).forEach(zone -> breaks.putIfAbsent(zone, BEYOND));
        return breaks;
    }

    /** Nothing, each one thing and each two things that can be broken. */
    private Set<Set<String>> choices(ConnectionPoint point) {
        var labels = new TreeSet<String>();
        Stream.concat(Stream.of(point), inner.stream())
                .flatMap(link -> doors.get(name(link)).stream())
                .forEach(labels::addAll);
        var choices = new HashSet<Set<String>>(Set.of(NOTHING));
        labels.forEach(one -> labels.forEach(other -> choices.add(new TreeSet<>(List.of(one, other)))));
        return choices;
    }

    private Set<String> reached(ConnectionPoint point, @Nullable ZoneLink through, Set<String> broken) {
        List<ZoneLink> crossed = open.computeIfAbsent(
                broken, some -> inner.stream().filter(link -> opens(link, some)).toList());
        return reached(point, through, crossed);
    }

    private Set<String> anyhow(ConnectionPoint point, @Nullable ZoneLink through) {
        return reached(point, through, inner);
    }

    private static Set<String> reached(
            ConnectionPoint point, @Nullable ZoneLink through, Collection<ZoneLink> crossed) {
        Set<String> there = spread(point.zone(), crossed);
        if (through == null) {
            return there;
        }
        boolean crosses = crossed.contains(through) && there.contains(through.from());
        return crosses ? spread(through.zone(), crossed) : NOTHING;
    }

    private static Set<String> spread(String start, Collection<ZoneLink> crossed) {
        var there = new HashSet<String>(Set.of(start));
        for (int before = 0; before < there.size(); ) {
            before = there.size();
            crossed.stream().filter(link -> there.contains(link.from())).forEach(link -> there.add(link.zone()));
        }
        return there;
    }

    private boolean opens(Link link, Set<String> broken) {
        return doors.get(name(link)).stream().anyMatch(broken::containsAll);
    }

    private Set<Set<String>> first(ConnectionPoint point) {
        if (firewallFree(point)) {
            return Set.of(NOTHING);
        }
        Set<Set<String>> behind = behind(point);
        login(point).ifPresent(behind::add);
        return barred(point) ? both(firewall(point), behind) : behind;
    }

    private Set<Set<String>> inner(ZoneLink link) {
        if (firewallFree(link) || posture(link).unfiltered()) {
            return Set.of(NOTHING);
        }
        Set<Set<String>> behind = behind(link);
        return barred(link) ? both(firewall(link), behind) : behind;
    }

    private boolean barred(Link link) {
        return !posture(link).unfiltered() && posture(link).permitsNothing();
    }

    private boolean firewallFree(Link link) {
        return faults.ofFirewall(link).stream().anyMatch(Fault::free);
    }

    private static String firewall(Link link) {
        String product = link.firewall().product();
        return product == null ? "firewall at " + name(link) : "product " + product;
    }

    /** What is in use behind the link, the far end of the link itself, and the passwords of the hosts there. */
    private Set<Set<String>> behind(Link link) {
        var ways = new HashSet<Set<String>>();
        for (Installation installation : faults.behind(link)) {
            boolean free = faults.of(installation).anyMatch(Fault::free);
            ways.add(free ? NOTHING : Set.of("product " + installation.product()));
        }
        ways.add(Set.of("end of " + name(link)));
        estate.assetsIn(link.zone()).stream()
                .map(Asset::credentialGroup)
                .filter(Objects::nonNull)
                .forEach(group -> ways.add(Set.of("password " + group)));
        return ways;
    }

    private static Optional<Set<String>> login(ConnectionPoint point) {
        if (Boolean.FALSE.equals(point.privileged())) {
            return Optional.empty();
        }
        String credential = "credential " + point.thirdParty();
        Authentication login = point.authentication();
        return switch (login) {
            case NONE, UNKNOWN -> Optional.of(NOTHING);
            case SINGLE_FACTOR, SHARED, MFA_WITH_EXEMPTIONS -> Optional.of(Set.of(credential));
            case MFA, PHISHING_RESISTANT_MFA -> Optional.of(Set.of(credential, "second factor " + point.thirdParty()));
            case MUTUAL_CERTIFICATE, PRE_SHARED_KEY -> Optional.empty();
        };
    }

    private static Set<Set<String>> both(String label, Set<Set<String>> ways) {
        var all = new HashSet<Set<String>>();
        for (Set<String> way : ways) {
            var more = new ArrayList<>(way);
            more.add(label);
            all.add(Set.copyOf(new HashSet<>(more)));
        }
        return all;
    }

    private static String name(Link link) {
        return (link instanceof ZoneLink ? "zone link " : "point ") + link.key();
    }
}
