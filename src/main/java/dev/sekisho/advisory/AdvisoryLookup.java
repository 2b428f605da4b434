package dev.sekisho.advisory;

import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.registry.Chunks;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The advisories that go by some names: by key, by CVE and by alias, whatever their case. Lasts for one transaction. */
public final class AdvisoryLookup {
    private static final int LONGEST_KEY = 100;
    private final AdvisoryRepository rows;
    private final AliasRows aliases;
    private final Map<String, Set<AdvisoryEntity>> byName = new HashMap<>();
    private final Map<AdvisoryEntity, Set<String>> namesOf = new HashMap<>();
    private final Set<String> looked = new HashSet<>();

    AdvisoryLookup(AdvisoryRepository rows, AliasRows aliases) {
        this.rows = rows;
        this.aliases = aliases;
    }

    /** An id as a key: what an address cannot hold becomes a hyphen. */
    static String key(String id) {
        String plain = id.strip().replaceAll("[^A-Za-z0-9._:-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        String named = plain.isEmpty() ? "unnamed" : plain;
        return named.substring(0, Math.min(LONGEST_KEY, named.length()));
    }

    static String fold(String id) {
        return key(id).toLowerCase(Locale.ROOT);
    }

    static Set<String> folded(@Nullable Collection<String> ids) {
        var folded = new TreeSet<String>();
        if (ids != null) {
            ids.forEach(id -> folded.add(fold(id)));
        }
        return folded;
    }

    static Stream<String> names(AdvisoryRecord record) {
        return Stream.concat(Stream.of(record.id()), record.aliases().stream());
    }

    /** The CVE ids a record is about. */
    static List<String> cves(AdvisoryRecord record) {
        return isCve(record.id())
                ? List.of(record.id())
                : record.aliases().stream().filter(AdvisoryLookup::isCve).toList();
    }

    public static boolean isCve(String id) {
        return id.startsWith("CVE-");
    }

    /** All names of an advisory, folded. */
    static Set<String> names(AdvisoryEntity row) {
        Set<String> names = row.saidNames();
        names.add(row.keyFolded);
        if (row.cve != null) {
            names.add(fold(row.cve));
        }
        return names;
    }

    /** Reads what goes by these names, which are folded, unless it was read before. */
    void look(Collection<String> names) {
        List<String> wanted = names.stream().filter(looked::add).sorted().toList();
        each(
                List.copyOf(aliases.advisoriesNamed(wanted)),
                ids -> rows.list("id in ?1", ids).forEach(this::add));
        each(
                wanted.stream().filter(name -> !name.startsWith("=")).toList(),
                keys -> rows.list("keyFolded in ?1", keys).forEach(this::add));
        each(
                wanted.stream()
                        .filter(name -> name.startsWith("cve-"))
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .toList(),
                cves -> rows.list("cve in ?1", cves).forEach(this::add));
    }

    private static void each(List<String> names, Consumer<List<String>> lookup) {
        Chunks.of(names).forEach(lookup);
    }

    /** Takes in an advisory, or what it is called now. */
    void add(AdvisoryEntity row) {
        remove(row);
        Set<String> names = names(row);
        namesOf.put(row, names);
        names.forEach(name ->
                byName.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(row));
    }

    void remove(AdvisoryEntity row) {
        Set<String> names = namesOf.remove(row);
        if (names != null) {
            names.forEach(name -> byName.getOrDefault(name, Set.of()).remove(row));
        }
    }

    /** Everything that goes by one of these names, in the order of keys. */
    List<AdvisoryEntity> named(Collection<String> folded) {
        return folded.stream()
                .flatMap(name -> byName.getOrDefault(name, Set.of()).stream())
                .distinct()
                .sorted(java.util.Comparator.comparing(row -> row.id))
                .toList();
    }

    /** The advisory that keeps what feeds say of this very id; what a person calls so is another. */
    @Nullable
    AdvisoryEntity home(String id) {
        String folded = fold(id);
        Set<AdvisoryEntity> named = byName.getOrDefault(folded, Set.of());
        return named.stream()
                .filter(row -> row.keyFolded.equals(folded))
                .findFirst()
                .or(() -> named.stream()
                        .filter(row -> id.equals(row.cve) && row.own == null)
                        .min(java.util.Comparator.comparing(row -> row.id)))
                .orElse(null);
    }
}
