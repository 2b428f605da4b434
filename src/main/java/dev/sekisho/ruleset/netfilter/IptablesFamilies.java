package dev.sekisho.ruleset.netfilter;

import dev.sekisho.ruleset.reading.DeclaredFamily;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which tables of a file are of which family: by what each export says of itself, else by what the guard says. */
final class IptablesFamilies {

    private static final String BOTH = "BOTH";

    private final Optional<String> asked;
    private final Map<DeclaredFamily, List<ChainTable>> tables = new EnumMap<>(DeclaredFamily.class);
    private final List<Set<String>> notes = new ArrayList<>();
    private final List<ChainTable> unknown = new ArrayList<>();

    private IptablesFamilies(GuardSelector guard) {
        asked = guard.one(Key.FAMILY).map(family -> family.toUpperCase(Locale.ROOT));
        if (asked.filter(family -> !List.of("IPV4", "IPV6", BOTH).contains(family))
                .isPresent()) {
            throw new UnsuitableGuard("family", "the family is IPV4, IPV6 or BOTH");
        }
        for (var family : DeclaredFamily.values()) {
            tables.put(family, new ArrayList<>());
        }
    }

    static IptablesFamilies of(List<IptablesExport> exports, GuardSelector guard) {
        refuseUnclearBounds(exports);
        var families = new IptablesFamilies(guard);
        exports.forEach(export -> families.notes.add(export.notes));
        var silent = new ArrayList<IptablesExport>();
        for (var export : exports) {
            export.family().ifPresentOrElse(family -> families.take(family, export), () -> silent.add(export));
        }
        for (var export : silent) {
            families.place(export, exports.size());
        }
        return families;
    }

    /** Without headers nobody can say to which of two exports a table belongs that stands only once. */
    private static void refuseUnclearBounds(List<IptablesExport> exports) {
        var headless = exports.stream()
                .filter(export -> export.header == IptablesExport.Header.SILENT)
                .toList();
        for (var export : headless) {
            for (var table : export.tables) {
                if (!headless.stream().allMatch(other -> other.has(table.name))) {
                    throw new UnreadableConfiguration(
                            table.line,
                            1,
                            "nothing says of which family the table '" + Redaction.value(table.name) + "' is");
                }
            }
        }
    }

    List<ChainTable> of(DeclaredFamily family) {
        return tables.getOrDefault(family, List.of());
    }

    /** Tables of which nobody says what they are about. */
    List<ChainTable> unknown() {
        return unknown;
    }

    /** Lines that do not count as they stand, and why. */
    Stream<String> notes() {
        return notes.stream().flatMap(Set::stream);
    }

    List<ChainTable> all() {
        var all = new ArrayList<>(of(DeclaredFamily.IPV4));
        all.addAll(of(DeclaredFamily.IPV6));
        all.addAll(unknown);
        return all;
    }

    private void take(DeclaredFamily family, IptablesExport export) {
        if (asked.filter(name -> name.equals(family.other().name())).isPresent()) {
            throw new UnsuitableGuard("family", "the configuration says that it is of " + family);
        }
        add(family, export);
    }

    /** An export that says nothing of itself. */
    private void place(IptablesExport export, int exports) {
        var free = freeFamilies(export);
        if (asked.isPresent() && !asked.get().equals(BOTH)) {
            add(DeclaredFamily.valueOf(asked.get()), export);
        } else if (free.size() == 1) {
            // one machine has a table once for each family
            add(free.get(0), export);
        } else if (asked.isPresent() && exports > 1) {
            add(DeclaredFamily.IPV4, export);
        } else if (asked.isPresent()) {
            free.forEach(family -> add(family, export));
        } else {
            unknown.addAll(export.tables);
        }
    }

    private List<DeclaredFamily> freeFamilies(IptablesExport export) {
        return List.of(DeclaredFamily.values()).stream()
                .filter(family -> of(family).stream().noneMatch(table -> export.has(table.name)))
                .toList();
    }

    private void add(DeclaredFamily family, IptablesExport export) {
        for (var table : export.tables) {
            if (of(family).stream().anyMatch(other -> other.name.equals(table.name))) {
                throw new UnreadableConfiguration(
                        table.line, 1, "the table '" + Redaction.value(table.name) + "' stands twice");
            }
            of(family).add(table);
        }
    }
}
