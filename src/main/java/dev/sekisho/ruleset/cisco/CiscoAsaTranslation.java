package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Group;
import dev.sekisho.ruleset.cisco.CiscoTranslations.Mapping;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.ServiceNames;
import dev.sekisho.ruleset.reading.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Translation as an ASA has it since 8.3: in "nat" lines of their own, before or after those of objects. Lists speak of
 * real addresses.
 */
final class CiscoAsaTranslation {

    private static final Pattern PAIR = Pattern.compile("\\(([^,]+),([^)]+)\\)");
    private static final String DYNAMIC = "only while it is translated";

    /** One "nat" line read word by word. */
    private static final class Words {

        private final Text.Line line;
        private int at;

        Words(Text.Line line, int at) {
            this.line = line;
            this.at = at;
        }

        String next() {
            return line.word(at++);
        }

        boolean accept(String expected) {
            var found = line.word(at).equals(expected);
            at += found ? 1 : 0;
            return found;
        }

        boolean has(String word) {
            return line.words().stream().skip(at).anyMatch(one -> one.text().equals(word));
        }

        /** The interfaces of the real and of the mapped side; any where none are named. */
        String[] pair() {
            var found = PAIR.matcher(line.word(at));
            if (!found.matches()) {
                return new String[] {"any", "any"};
            }
            at++;
            return new String[] {found.group(1), found.group(2)};
        }
    }

    private final CiscoConfiguration device;
    private final CiscoGroups groups;
    private final String entering;
    private final List<Mapping> mappings = new ArrayList<>();

    /** @param entering the interface that packets come in by; "" for any */
    private CiscoAsaTranslation(CiscoConfiguration device, CiscoGroups groups, String entering) {
        this.device = device;
        this.groups = groups;
        this.entering = entering;
    }

    static CiscoTranslations entering(CiscoConfiguration device, CiscoGroups groups, String interfaceName) {
        return new CiscoAsaTranslation(device, groups, interfaceName).all();
    }

    private CiscoTranslations all() {
        twice(false);
        device.groups.values().stream()
                .filter(group -> group.kind().equals("network"))
                .forEach(group -> group.members().stream()
                        .filter(line -> line.starts("nat"))
                        .forEach(line -> object(group, line)));
        twice(true);
        return new CiscoTranslations(mappings);
    }

    private void twice(boolean last) {
        for (var block : device.blocks("nat")) {
            var words = new Words(block.head(), 1);
            var pair = words.pair();
            if (words.accept("after-auto") == last) {
                twice(words, pair);
            }
        }
    }

    private void twice(Words words, String[] pair) {
        if (!words.accept("source") || words.has("inactive")) {
            return;
        }
        var fixed = words.next().equals("static");
        var real = addresses(words.next());
        var mapped = addresses(words.next(), pair[1]);
        var far = Resolved.exactly(AddressSet.ANY);
        if (words.accept("destination") && words.accept("static")) {
            var farMapped = addresses(words.next(), pair[0]);
            far = addresses(words.next());
            if (comes(pair[0])) {
                add(farMapped, far, real.set(), null, false, words.line);
            }
        }
        var services = words.accept("service") ? new String[] {words.next(), words.next()} : null;
        if (comes(pair[1]) && !words.has("unidirectional") && isPool(fixed, mapped)) {
            add(mapped, real, far.set(), services, !fixed, words.line);
        }
    }

    /** Several hosts behind one address can only be called back. */
    private static boolean isPool(boolean fixed, Resolved<AddressSet> mapped) {
        return fixed || mapped.doubts().isEmpty() && mapped.set().size4().bitLength() > 1;
    }

    private void object(Group group, Text.Line line) {
        var words = new Words(line, 1);
        var pair = words.pair();
        if (!comes(pair[1])) {
            return;
        }
        var kind = words.next();
        if (words.accept("pat-pool") || words.line.word(words.at).isEmpty()) {
            return;
        }
        var real = groups.network("object", group.name());
        var mapped = addresses(words.next(), pair[1]);
        if (!kind.equals("static")) {
            if (isPool(false, mapped)) {
                add(mapped, real, AddressSet.ANY, null, true, line);
            }
        } else if (words.accept("service")) {
            port(words, real, block(mapped, real.set()));
        } else {
            add(block(mapped, real.set()), real, AddressSet.ANY, null, false, line);
        }
    }

    /** An address alone stands for the first of as many as the object has. */
    private static Resolved<AddressSet> block(Resolved<AddressSet> mapped, AddressSet real) {
        var cidrs = real.cidrs();
        if (cidrs.size() != 1
                || !mapped.doubts().isEmpty()
                || mapped.set().texts().size() != 1) {
            return mapped;
        }
        var single = mapped.set().size4().add(mapped.set().size6()).bitLength() == 1;
        var slash = cidrs.get(0).indexOf('/');
        return single && slash >= 0
                ? Resolved.exactly(
                        AddressReader.cidr(mapped.set().first() + cidrs.get(0).substring(slash)))
                : mapped;
    }

    private void port(Words words, Resolved<AddressSet> real, Resolved<AddressSet> mapped) {
        var protocols = words.next();
        var number = ServiceNames.protocol(protocols);
        var inner = ports(words.next());
        var outer = ports(words.next());
        var translation = Translation.of(mapped.set(), real.set())
                .over(number.isPresent() ? ProtocolSet.of(number.getAsInt()) : ProtocolSet.ANY)
                .ports(outer, inner)
                .at(words.line.number(), words.line.raw());
        mappings.add(Mapping.of(translation, Resolved.doubts(Stream.of(real.doubts(), mapped.doubts()))));
    }

    private static PortSet ports(String text) {
        var port = ServiceNames.port(ProtocolSet.TCP, text);
        return port.isPresent() ? PortSet.of(port.getAsInt()) : PortSet.ANY;
    }

    private void add(
            Resolved<AddressSet> outer,
            Resolved<AddressSet> inner,
            AddressSet sources,
            String @Nullable [] services,
            boolean dynamic,
            Text.Line line) {
        var doubts = new ArrayList<>(outer.doubts());
        doubts.addAll(inner.doubts());
        if (dynamic) {
            doubts.add(DYNAMIC);
        }
        var same = outer.set().equals(inner.set());
        var translation = Translation.of(outer.set(), same ? null : inner.set())
                .from(sources)
                .at(line.number(), line.raw());
        mappings.add(Mapping.of(services == null ? translation : ported(translation, services), doubts));
    }

    /** The first service has the real port as its source, the second one the mapped port. */
    private Translation ported(Translation translation, String[] services) {
        var real = service(services[0]);
        var mapped = service(services[1]);
        return translation
                .over(mapped.protocols())
                .ports(
                        mapped.sourcePorts(),
                        mapped.sourcePorts().equals(real.sourcePorts()) ? null : real.sourcePorts());
    }

    private RuleMatch service(String name) {
        var found = groups.service("object", name).set();
        return found.size() == 1 ? found.get(0) : RuleMatch.ANY;
    }

    private boolean comes(String side) {
        return entering.isEmpty() || side.equals("any") || side.equals(entering);
    }

    private Resolved<AddressSet> addresses(String word, String interfaceName) {
        return word.equals("interface") ? device.addressOf(interfaceName) : addresses(word);
    }

    private Resolved<AddressSet> addresses(String word) {
        if (word.equals("any")) {
            return Resolved.exactly(AddressSet.ANY);
        }
        var text = device.address(word);
        if (AddressReader.isAddress(text.split("/", -1)[0])) {
            return Resolved.exactly(AddressReader.cidr(text));
        }
        return groups.network(device.group("object", word) != null ? "object" : "object-group", word);
    }
}
