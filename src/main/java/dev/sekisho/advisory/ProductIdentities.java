package dev.sekisho.advisory;

import dev.sekisho.advisory.naming.Candidate;
import dev.sekisho.advisory.naming.Likeness;
import dev.sekisho.advisory.naming.NameIndex;
import dev.sekisho.advisory.naming.NameKey;
import dev.sekisho.advisory.naming.NamedTogether;
import dev.sekisho.advisory.naming.ProductIndexEntry;
import dev.sekisho.advisory.naming.Recognition;
import dev.sekisho.matching.product.Installed;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.matching.product.VersionJudge;
import dev.sekisho.matching.published.AffectedProduct;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under which names products of ours are known to what was loaded. Counts are kept until one of the records or names they
 * were made of changes, so that asking for all products costs what changed and not what is loaded.
 */
public final class ProductIdentities {
    /** What record formats write where nobody says who makes a product. */
    private static final Set<String> NOBODY = Set.of("", "na", "unknown", "unspecified", "none");

    private static final int SHOWN = 10;
    private static final int LOOKED_INTO = 20;

    private final Matching lock;
    private final Index index;
    private final ProductMatcher matcher;
    private final UnpackedRecords unpacked;
    private final Map<String, Recognition> counted = new HashMap<>();

    /** What {@link Matching} finds both sides by; read under its lock only. */
    record Index(
            Map<String, AdvisoryIndexEntry> dossiers,
            Map<String, ProductIndexEntry> products,
            NameIndex advisoriesByName,
            NameIndex productsByName) {
        List<AdvisoryIndexEntry> standing(String name) {
            return advisoriesByName.under(name).stream()
                    .map(dossiers::get)
                    .filter(dossier -> dossier != null && !dossier.withdrawn())
                    .toList();
        }

        Set<String> namesOf(String product) {
            ProductIndexEntry known = products.get(product);
            return known == null ? Set.of() : known.names();
        }
    }

    ProductIdentities(Matching lock, Index index, ProductMatcher matcher, UnpackedRecords unpacked) {
        this.lock = lock;
        this.index = index;
        this.matcher = matcher;
        this.unpacked = unpacked;
    }

    /** Something about these products, or of what speaks of them, has changed. */
    void forget(Collection<String> products) {
        counted.keySet().removeAll(products);
    }

    void clear() {
        counted.clear();
    }

    /** How a product of ours is known; empty for one that is not looked up yet. */
    public Optional<Recognition> of(String product) {
        synchronized (lock) {
            ProductIndexEntry known = index.products().get(product);
            return known == null
                    ? Optional.empty()
                    : Optional.of(counted.computeIfAbsent(product, any -> recognition(known)));
        }
    }

    private Recognition recognition(ProductIndexEntry product) {
        var all = new HashSet<String>();
        var makers = new TreeSet<String>();
        var found = new TreeMap<String, Integer>();
        for (String name : product.names()) {
            NameKey key = NameKey.of(name);
            List<AdvisoryIndexEntry> standing = index.standing(name);
            standing.forEach(dossier -> all.add(dossier.key()));
            if (key != null && (key.kind() != NameKey.Kind.KEY || !standing.isEmpty())) {
                found.merge(key.words(), standing.size(), Math::max);
            }
            if (key != null && key.kind() == NameKey.Kind.PRODUCT) {
                standing.forEach(dossier -> makers.addAll(makers(dossier, key.product())));
            }
        }
        return new Recognition(all.size(), mostFirst(found), makers);
    }

    private static List<Recognition.Found> mostFirst(Map<String, Integer> found) {
        return found.entrySet().stream()
                .map(entry -> new Recognition.Found(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Recognition.Found::records)
                        .reversed()
                        .thenComparing(Recognition.Found::name))
                .toList();
    }

    private static Set<String> makers(AdvisoryIndexEntry dossier, String product) {
        var makers = new HashSet<String>();
        for (String name : dossier.names()) {
            NameKey key = NameKey.of(name);
            if (key != null && key.kind() == NameKey.Kind.NAME && key.product().equals(product)) {
                makers.add(key.maker());
            }
        }
        makers.removeAll(NOBODY);
        return makers;
    }

    /** What records speak of that a product of ours may be, the likest first; at most ten. */
    public List<Candidate> candidates(String product) {
        Set<String> own;
        List<String> all;
        List<Candidate> together;
        synchronized (lock) {
            own = index.namesOf(product);
            all = index.advisoriesByName().names();
            together = namedTogether(own);
        }
        var likeness = new Likeness(own);
        var found = new ArrayList<>(together);
        // The search itself takes no lock: nobody has to wait for it.
        for (Map.Entry<String, Integer> alike : alike(likeness, own, all)) {
            written(alike.getKey())
                    .map(one -> one.suggested(alike.getValue(), likeness))
                    .ifPresent(found::add);
        }
        found.sort(Candidate.LIKEST_FIRST);
        var shown = new LinkedHashMap<String, Candidate>();
        found.forEach(one -> shown.putIfAbsent(one.id(), one));
        return shown.values().stream().limit(SHOWN).toList();
    }

    /** What the vulnerabilities that speak of it speak of as well, where that finds more than these. */
    private List<Candidate> namedTogether(Set<String> own) {
        var together = new NamedTogether(own);
        var about = new HashMap<String, AdvisoryIndexEntry>();
        own.forEach(name -> index.standing(name).forEach(dossier -> about.put(dossier.key(), dossier)));
        about.values().forEach(dossier -> together.add(dossier.names()));
        return together.likely().entrySet().stream()
                .filter(entry -> index.standing(entry.getKey()).size() > together.count(entry.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .flatMap(
                        entry -> written(entry.getKey()).map(one -> one.suggested(entry.getValue(), together)).stream())
                .toList();
    }

    private static List<Map.Entry<String, Integer>> alike(Likeness likeness, Set<String> own, List<String> all) {
        return all.stream()
                .filter(name -> !own.contains(name))
                .map(name -> Map.entry(name, likeness.of(name)))
                .filter(entry -> entry.getValue() >= Likeness.LEAST)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LOOKED_INTO)
                .toList();
    }

    /** What goes by a name that was suggested, as a record writes it; empty where no record speaks of it any more. */
    public Optional<Candidate> written(String id) {
        synchronized (lock) {
            NameKey key = NameKey.of(id);
            List<AdvisoryIndexEntry> standing = key == null || !key.suggests() ? List.of() : index.standing(id);
            return key == null || standing.isEmpty() ? Optional.empty() : Optional.of(written(id, key, standing));
        }
    }

    private Candidate written(String id, NameKey key, List<AdvisoryIndexEntry> standing) {
        // One that has a CPE name tells more.
        AffectedProduct entry = standing.stream()
                .sorted(Comparator.comparing(AdvisoryIndexEntry::key))
                .limit(LOOKED_INTO)
                .flatMap(dossier -> unpacked.records(dossier).stream())
                .flatMap(record -> entries(record, id))
                .filter(one -> finds(one, id))
                .max(Comparator.comparing(one -> cpe(one, id) != null))
                .orElse(null);
        if (key.kind() == NameKey.Kind.PURL) {
            return new Candidate(id, null, key.product(), key.words(), null, 0, standing.size(), "");
        }
        String vendor = entry == null || entry.vendor() == null ? key.maker() : entry.vendor();
        String product = entry != null && isCalled(entry, id) ? entry.product() : key.product();
        String cpe = entry == null ? null : cpe(entry, id);
        return new Candidate(id, vendor.isEmpty() ? null : vendor, product, null, cpe, 0, standing.size(), "");
    }

    private static Stream<AffectedProduct> entries(VersionJudge.Prepared record, String id) {
        return IntStream.range(0, record.keys().size())
                .filter(i -> record.keys().get(i).contains(id))
                .mapToObj(record.record().affected()::get);
    }

    /** A text that lists several products names none of them; what is stored has to find what was accepted. */
    private boolean finds(AffectedProduct entry, String id) {
        return cpe(entry, id) != null || isCalled(entry, id);
    }

    private boolean isCalled(AffectedProduct entry, String id) {
        return entry.product() != null
                && matcher.lookupKeys(Installed.named(entry.vendor(), entry.product(), null))
                        .contains(id);
    }

    /** A CPE name of every version that finds what goes by this name; null where the entry has none. */
    private @Nullable String cpe(AffectedProduct entry, String id) {
        return entry.cpes().stream()
                .sorted()
                .flatMap(cpe -> Candidate.ofEveryVersion(cpe).stream())
                .filter(cpe -> matcher.lookupKeys(Installed.ofCpe(cpe)).contains(id))
                .findFirst()
                .orElse(null);
    }

    /**
     * The other products of ours that share a name with one.
     *
     * @return by key whether it may be the same: they share more than the mere name, or one of the two does not say who
     *     makes it
     */
    public Map<String, Boolean> namesakes(String product) {
        synchronized (lock) {
            var found = new TreeMap<String, Boolean>();
            ProductIndexEntry mine = index.products().get(product);
            if (mine != null) {
                for (String key : index.productsByName().under(mine.names())) {
                    ProductIndexEntry other = index.products().get(key);
                    if (other != null && !key.equals(product) && mine.sharesName(other)) {
                        found.put(key, mine.mayBe(other));
                    }
                }
            }
            return found;
        }
    }

    /** The other products of ours whose names are spelled much like those of one, and are not the same. */
    public Set<String> nearNamesakes(String product) {
        synchronized (lock) {
            ProductIndexEntry mine = index.products().get(product);
            if (mine == null) {
                return Set.of();
            }
            var likeness = new Likeness(mine.names());
            return index.products().values().stream()
                    .filter(other -> !mine.sharesName(other) && isNear(likeness, other))
                    .map(other -> other.product().key())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isNear(Likeness mine, ProductIndexEntry other) {
        return other.names().stream().anyMatch(name -> mine.of(name) >= Likeness.NEAR);
    }
}
