package dev.sekisho.matching.opinion;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.AnalystVerdict;
import dev.sekisho.risk.estate.software.AnalystWords;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lays what persons of ours say beside what sources say. The word on an installation counts before that on its product; of
 * like ones the less safe does. Where no source names the software for a vulnerability, somebody who calls it affected, or is
 * still looking, makes a match of its own. Used by one thread.
 */
public final class Opinions {
    private static final String NO_SOURCE = "no loaded source names this software for it";
    private static final Comparator<AnalystVerdict> FIRST = Comparator.comparing(
                    (AnalystVerdict one) -> one.installation() == null)
            .thenComparing(one -> one.word().state())
            .thenComparing(one -> one.word().until(), Comparator.reverseOrder())
            .thenComparing(AnalystVerdict::key);

    private final Names names;
    private final Map<String, AnalystVerdict> known = new HashMap<>();
    private final Map<String, Set<AnalystVerdict>> ofInstallations = new HashMap<>();
    private final Map<String, Set<AnalystVerdict>> ofProducts = new HashMap<>();

    public Opinions(Names names) {
        this.names = names;
    }

    /** What vulnerabilities are called. */
    public interface Names {
        /** Whether the vulnerability of this key goes by a name. */
        boolean goesBy(String vulnerability, String name);

        /** Key of a vulnerability that goes by a name; null where none does. */
        @Nullable
        String vulnerability(String name);
    }

    /** Takes in all of them, in place of what was known. */
    public void all(Estate estate) {
        known.clear();
        ofInstallations.clear();
        ofProducts.clear();
        estate.analystVerdicts().values().forEach(this::put);
    }

    /**
     * Takes in those that were written or deleted.
     *
     * @param renamed whether vulnerabilities may have come, gone or changed their names
     * @return keys of the installations whose matches may be others now
     */
    public Set<String> after(Estate estate, Collection<String> changed, boolean renamed) {
        var touched = new ArrayList<AnalystVerdict>();
        for (String key : changed) {
            AnalystVerdict before = known.remove(key);
            if (before != null) {
                at(before).remove(before);
                touched.add(before);
            }
            AnalystVerdict now = estate.analystVerdicts().get(key);
            if (now != null) {
                put(now);
                touched.add(now);
            }
        }
        if (renamed) {
            known.values().stream().filter(Opinions::makesMatches).forEach(touched::add);
        }
        return installations(estate, touched);
    }

    private void put(AnalystVerdict verdict) {
        known.put(verdict.key(), verdict);
        at(verdict).add(verdict);
    }

    private Set<AnalystVerdict> at(AnalystVerdict verdict) {
        return verdict.installation() == null
                ? ofProducts.computeIfAbsent(String.valueOf(verdict.product()), any -> new HashSet<>())
                : ofInstallations.computeIfAbsent(verdict.installation(), any -> new HashSet<>());
    }

    private static boolean makesMatches(AnalystVerdict verdict) {
        return !verdict.word().state().clean();
    }

    private static Set<String> installations(Estate estate, List<AnalystVerdict> touched) {
        var keys = new HashSet<String>();
        var products = new HashSet<String>();
        for (AnalystVerdict one : touched) {
            if (one.installation() != null) {
                keys.add(one.installation());
            } else if (one.product() != null) {
                products.add(one.product());
            }
        }
        if (!products.isEmpty()) {
            estate.installations().values().stream()
                    .filter(installation -> products.contains(installation.product()))
                    .forEach(installation -> keys.add(installation.key()));
        }
        keys.retainAll(estate.installations().keySet());
        return keys;
    }

    /**
     * Matches with what persons say of them, and those that persons alone make.
     *
     * @param product that is installed; absent where it is not registered
     * @param found by what sources say
     * @param scope keys of the vulnerabilities that were looked at; absent for all
     */
    public List<Match> beside(
            Installation installation,
            @Nullable Product product,
            List<Match> found,
            @Nullable Collection<String> scope) {
        List<AnalystVerdict> said = counting(installation, product);
        if (said.isEmpty()) {
            return found;
        }
        var all = new TreeMap<String, Match>();
        found.forEach(match -> all.put(match.advisory(), match.with(words(installation, said, match, false))));
        for (AnalystVerdict one : said) {
            String vulnerability = makesMatches(one) ? names.vulnerability(one.advisory()) : null;
            if (vulnerability != null && (scope == null || scope.contains(vulnerability))) {
                all.computeIfAbsent(vulnerability, key -> alone(installation, key, said));
            }
        }
        return List.copyOf(all.values());
    }

    private List<AnalystVerdict> counting(Installation installation, @Nullable Product product) {
        var said = new ArrayList<AnalystVerdict>();
        said.addAll(ofInstallations.getOrDefault(installation.key(), Set.of()));
        said.addAll(ofProducts.getOrDefault(installation.product(), Set.of()));
        said.removeIf(one -> !CoveredVersions.covers(one, installation.version()) || !isOf(one, product));
        said.sort(FIRST);
        return said;
    }

    /** A clean word is of the software it was given for; any other goes along with whatever takes its place. */
    private static boolean isOf(AnalystVerdict said, @Nullable Product product) {
        return makesMatches(said)
                || product != null && product.identity().equals(said.given().software());
    }

    private boolean isAbout(AnalystVerdict said, String vulnerability) {
        return said.given().vulnerabilities().contains(vulnerability)
                || makesMatches(said) && names.goesBy(vulnerability, said.advisory());
    }

    private Match alone(Installation installation, String vulnerability, List<AnalystVerdict> said) {
        var none = new Match(installation.key(), vulnerability, Verdict.NOT_AFFECTED, NO_SOURCE, null, null);
        return none.with(words(installation, said, none, true));
    }

    private AnalystWords words(Installation installation, List<AnalystVerdict> said, Match match, boolean alone) {
        return AnalystWords.of(
                said.stream()
                        .filter(one -> isAbout(one, match.advisory()))
                        .map(one -> one.wordOn(installation.version(), match.provenBy()))
                        .toList(),
                alone);
    }
}
