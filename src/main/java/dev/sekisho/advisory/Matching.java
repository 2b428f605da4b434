package dev.sekisho.advisory;

import dev.sekisho.advisory.naming.NameIndex;
import dev.sekisho.advisory.naming.ProductIndexEntry;
import dev.sekisho.advisory.view.FixView;
import dev.sekisho.matching.opinion.Opinions;
import dev.sekisho.matching.product.Gap;
import dev.sekisho.matching.product.Installed;
import dev.sekisho.matching.product.Judgement;
import dev.sekisho.matching.product.MatchEvidence;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.matching.product.ProductNames;
import dev.sekisho.matching.product.VersionJudge;
import dev.sekisho.matching.version.VersionScheme;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.sbom.Bill;
import dev.sekisho.sbom.Bills;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which advisory concerns which installed product, answered from an index of names, purls and CPEs on both sides, so that
 * neither a new advisory nor a new installation is compared with everything.
 */
@ApplicationScoped
public class Matching implements Opinions.Names {
    private final Bills bills;
    private final ProductMatcher matcher = new ProductMatcher(ProductNames.usual());
    private final VersionJudge judge = new VersionJudge(matcher);
    private final Map<String, AdvisoryIndexEntry> dossiers = new HashMap<>();
    private final Map<String, ProductIndexEntry> products = new HashMap<>();
    private final NameIndex advisoriesByName = new NameIndex();
    private final NameIndex productsByName = new NameIndex();
    private final Map<String, Set<String>> changed = new HashMap<>();
    private final UnpackedRecords unpacked = new UnpackedRecords(judge);
    private final Map<String, Map<String, Contents>> contents = new HashMap<>();
    private final ProductIdentities identities = new ProductIdentities(
            this, new ProductIdentities.Index(dossiers, products, advisoriesByName, productsByName), matcher, unpacked);

    Matching(Bills bills) {
        this.bills = bills;
    }

    /** Under which names products of ours are known. */
    public ProductIdentities identities() {
        return identities;
    }

    /** @param about all advisories about one vulnerability */
    synchronized void put(String key, List<AdvisoryEntity> about, @Nullable FixView fix, boolean withdrawn) {
        AdvisoryIndexEntry before = dossiers.get(key);
        if (before == null || !before.says(about, fix, withdrawn)) {
            remove(key);
            var dossier = AdvisoryIndexEntry.of(key, about, fix, withdrawn, judge);
            dossiers.put(key, dossier);
            advisoriesByName.put(key, dossier.names());
            changed(dossier);
        }
    }

    /** Keys of the vulnerabilities that go by a name: a CVE id, a key of ours, or what others call it. */
    public synchronized Set<String> named(String name) {
        String folded = AdvisoryLookup.fold(name);
        return dossiers.values().stream()
                .filter(dossier -> dossier.ids().contains(folded))
                .map(AdvisoryIndexEntry::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public synchronized boolean goesBy(String vulnerability, String name) {
        AdvisoryIndexEntry known = dossiers.get(vulnerability);
        return known != null && known.ids().contains(AdvisoryLookup.fold(name));
    }

    /** The one whose key it is before others that are called so, too. */
    @Override
    public synchronized @Nullable String vulnerability(String name) {
        return Stream.of(name, AdvisoryLookup.fold(name).toUpperCase(Locale.ROOT))
                .filter(key -> goesBy(key, name))
                .findFirst()
                .orElseGet(() -> named(name).stream().findFirst().orElse(null));
    }

    /** Forgets an advisory. */
    public synchronized void remove(String advisory) {
        AdvisoryIndexEntry gone = dossiers.remove(advisory);
        if (gone != null) {
            advisoriesByName.remove(advisory, gone.names());
            changed(gone);
        }
    }

    /** Forgets everything, for a start from what is stored. */
    public synchronized void reset() {
        contents.clear();
        bills.all().forEach(this::take);
        dossiers.clear();
        products.clear();
        advisoriesByName.clear();
        productsByName.clear();
        changed.clear();
        unpacked.clear();
        identities.clear();
    }

    private void changed(AdvisoryIndexEntry dossier) {
        changed.merge(dossier.key(), dossier.names(), Matching::both);
    }

    private static Set<String> both(Set<String> before, Set<String> now) {
        if (before.equals(now)) {
            return now;
        }
        var both = new HashSet<>(before);
        both.addAll(now);
        return both;
    }

    /** Takes in a product of ours, in place of what was known of it. */
    public synchronized void know(Product product, @Nullable String supplier) {
        forget(product.key());
        var known = ProductIndexEntry.of(product, supplier, matcher);
        products.put(product.key(), known);
        productsByName.put(product.key(), known.names());
        contents.getOrDefault(product.key(), Map.of())
                .values()
                .forEach(one -> productsByName.put(product.key(), one.names()));
    }

    /** Reads anew what the versions of a product are made of; to be told before the product is. */
    public void open(String product) {
        Map<String, Bill> stored = bills.of(product);
        synchronized (this) {
            forget(product);
            take(product, stored);
        }
    }

    private void take(String product, Map<String, Bill> stored) {
        var byVersion = new HashMap<String, Contents>();
        stored.forEach((version, bill) -> byVersion.put(version, Contents.of(bill, matcher)));
        contents.remove(product);
        if (!byVersion.isEmpty()) {
            contents.put(product, byVersion);
        }
    }

    /** Forgets a product of ours. */
    public synchronized void forget(String product) {
        identities.forget(Set.of(product));
        ProductIndexEntry gone = products.remove(product);
        if (gone != null) {
            productsByName.remove(product, gone.names());
            contents.getOrDefault(product, Map.of())
                    .values()
                    .forEach(one -> productsByName.remove(product, one.names()));
        }
    }

    /** For each product, the advisories that changed since the last call and concern it or did before. */
    public synchronized Map<String, Set<String>> changedSinceLastAsked() {
        var byProduct = new HashMap<String, Set<String>>();
        changed.forEach((advisory, names) -> productsByName
                .under(names)
                .forEach(product -> byProduct
                        .computeIfAbsent(product, any -> new TreeSet<>())
                        .add(advisory)));
        changed.clear();
        identities.forget(byProduct.keySet());
        return byProduct;
    }

    /** Starts to judge many installations: each version of a product is judged once. */
    public MatchingPass pass() {
        return new MatchingPass(this);
    }

    /**
     * The advisories that concern a version of a product, judged, in the order of their keys.
     *
     * @param advisories those that are asked for; absent for all
     */
    synchronized List<Match> judged(String product, @Nullable String version, @Nullable Collection<String> advisories) {
        ProductIndexEntry known = products.get(product);
        if (known == null) {
            return List.of();
        }
        Collection<String> candidates = advisories == null ? advisoriesByName.under(known.names()) : advisories;
        var found = new TreeMap<String, Match>();
        candidates.stream()
                .map(dossiers::get)
                .filter(Objects::nonNull)
                .flatMap(dossier -> Stream.ofNullable(match(dossier, known, version)))
                .forEach(match -> found.put(match.advisory(), match));
        Contents made = madeOf(product, version);
        if (made != null) {
            made.parts().forEach(part -> part(made, part, advisories, found));
        }
        return List.copyOf(found.values());
    }

    /** Why it is undecided whether a version of a product, or a part of it, has a flaw; empty where nothing is. */
    public synchronized Set<Gap> gaps(String product, @Nullable String version, String vulnerability) {
        ProductIndexEntry known = products.get(product);
        AdvisoryIndexEntry dossier = dossiers.get(vulnerability);
        if (known == null || dossier == null || dossier.withdrawn()) {
            return Set.of();
        }
        List<VersionJudge.Prepared> records = unpacked.records(dossier);
        var gaps = new TreeSet<>(judgement(dossier, known, version, records).gaps());
        Contents made = madeOf(product, version);
        if (made != null) {
            made.parts().stream()
                    .filter(part -> !Collections.disjoint(part.keys(), dossier.names()))
                    .map(part -> judge.judge(part.installed(), part.keys(), records))
                    .forEach(judgement -> gaps.addAll(judgement.gaps()));
        }
        return gaps;
    }

    /** What concerns a part concerns the whole; of two matches for one advisory the worse counts. */
    private void part(
            Contents made, Contents.Part part, @Nullable Collection<String> advisories, Map<String, Match> found) {
        for (AdvisoryIndexEntry dossier : standing(part.keys())) {
            if (advisories == null || advisories.contains(dossier.key())) {
                Judgement judgement = judge.judge(part.installed(), part.keys(), unpacked.records(dossier));
                Bill.Statement said = made.statement(part, dossier.ids());
                Verdict settled = Contents.verdict(said);
                if (judgement.concerns()
                        && (settled != null || !judgement.answer().isClean())) {
                    Match match = Matches.of(dossier, judgement);
                    Verdict verdict = settled == null ? match.verdict() : settled;
                    String word =
                            said == null ? "" : "VEX of " + made.author() + ": " + said.state() + " " + said.why();
                    found.merge(dossier.key(), Matches.inPart(part, match, verdict, word), Matches::worse);
                }
            }
        }
    }

    private @Nullable Match match(AdvisoryIndexEntry dossier, ProductIndexEntry product, @Nullable String version) {
        Judgement judgement = judgement(dossier, product, version, unpacked.records(dossier));
        return judgement.concerns() ? Matches.of(dossier, judgement) : null;
    }

    private Judgement judgement(
            AdvisoryIndexEntry dossier,
            ProductIndexEntry product,
            @Nullable String version,
            List<VersionJudge.Prepared> records) {
        var evidence = new LinkedHashSet<MatchEvidence>();
        if (!dossier.withdrawn()) {
            for (ProductIndexEntry.Identity identity : product.identities()) {
                evidence.addAll(judge.judge(
                                product.installed(identity, version),
                                identity.keys(),
                                dossier.about(product, identity.name(), judge, records))
                        .evidence());
            }
        }
        return Judgement.of(List.copyOf(evidence));
    }

    /** How software that is not registered stands to every advisory that concerns it, by the advisory's key. */
    public SortedMap<String, Judgement> judge(Installed asked) {
        Set<String> keys = matcher.lookupKeys(asked);
        var found = new TreeMap<String, Judgement>();
        for (AdvisoryIndexEntry dossier : standing(keys)) {
            Judgement judgement = judge.judge(asked, keys, unpacked.records(dossier));
            if (judgement.concerns()) {
                found.put(dossier.key(), judgement);
            }
        }
        for (ProductIndexEntry product : ours(asked, keys)) {
            standing(product.byKey())
                    .forEach(dossier -> found.merge(
                            dossier.key(), judgement(dossier, product, asked.version(), List.of()), Judgement::and));
        }
        found.values().removeIf(judgement -> !judgement.concerns());
        return found;
    }

    /** Products of ours that the software may be: an advisory may name them by nothing but their key. */
    private synchronized List<ProductIndexEntry> ours(Installed asked, Set<String> keys) {
        Stream<ProductIndexEntry> named = productsByName.under(keys).stream().map(products::get);
        return named.filter(one -> one != null && one.mayBe(asked, keys)).toList();
    }

    /** Whether an advisory names this software, whatever it says of it. */
    public boolean names(Installed asked) {
        return !standing(matcher.lookupKeys(asked)).isEmpty();
    }

    /** Whether an advisory names something this version of a product is made of, whatever it says of it. */
    public synchronized boolean namesPartOf(String product, @Nullable String version) {
        Contents made = madeOf(product, version);
        return made != null && !standing(made.names()).isEmpty();
    }

    /** What a version is made of; 9.9 and 9.9.0 are one version, of which the bill that is called exactly so counts first. */
    private @Nullable Contents madeOf(String product, @Nullable String version) {
        Map<String, Contents> byVersion = contents.getOrDefault(product, Map.of());
        if (version == null || byVersion.isEmpty()) {
            return null;
        }
        Contents exact = byVersion.get(version);
        return exact != null
                ? exact
                : byVersion.keySet().stream()
                        .filter(one ->
                                VersionScheme.VENDOR.compare(one, version).orElse(1) == 0)
                        .min(Comparator.naturalOrder())
                        .map(byVersion::get)
                        .orElse(null);
    }

    private synchronized List<AdvisoryIndexEntry> standing(Set<String> keys) {
        return advisoriesByName.under(keys).stream()
                .map(dossiers::get)
                .filter(dossier -> !dossier.withdrawn())
                .toList();
    }
}
