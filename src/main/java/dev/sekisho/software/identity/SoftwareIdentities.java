package dev.sekisho.software.identity;

import dev.sekisho.advisory.Matching;
import dev.sekisho.advisory.naming.Recognition;
import dev.sekisho.assessment.Assessor;
import dev.sekisho.assessment.Snapshot;
import dev.sekisho.feed.LoadedSource;
import dev.sekisho.feed.LoadedSources;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Product;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells how well software is known, out of counts that are kept in memory. */
@ApplicationScoped
public class SoftwareIdentities {
    private static final Recognition NOTHING = new Recognition(0, List.of(), Collections.emptySortedSet());

    private final Matching matching;
    private final LoadedSources sources;
    private final Assessor assessor;
    private @Nullable Snapshot counted;
    private long revision;

    SoftwareIdentities(Matching matching, LoadedSources sources, Assessor assessor) {
        this.matching = matching;
        this.sources = sources;
        this.assessor = assessor;
    }

    /**
     * How well a product is known; null while the assessment does not know it as it is.
     *
     * @param stored as it is stored
     */
    public @Nullable IdentityQuality shown(Product stored) {
        if (!assessor.isReady()) {
            return null;
        }
        Snapshot now = assessor.latest();
        boolean known = stored.equals(now.assessment().estate().products().get(stored.key()));
        return known ? standing(now).of(stored.key()) : null;
    }

    /**
     * How well an installation is known; null while the assessment does not know it as it is.
     *
     * @param version as it is stored
     */
    public @Nullable IdentityQuality shown(String installation, String product, @Nullable String version) {
        if (!assessor.isReady()) {
            return null;
        }
        Snapshot now = assessor.latest();
        Installation known = now.assessment().estate().installations().get(installation);
        boolean same = known != null && known.product().equals(product) && Objects.equals(known.version(), version);
        return same ? standing(now).of(known) : null;
    }

    /** Grows whenever how well anything is known may have changed. */
    public synchronized long revision() {
        if (assessor.isReady()) {
            Snapshot now = assessor.latest();
            if (counted == null || !isSame(counted, now)) {
                revision++;
            }
            counted = now;
        }
        return revision;
    }

    private static boolean isSame(Snapshot before, Snapshot now) {
        Estate one = before.assessment().estate();
        Estate other = now.assessment().estate();
        return one.sharesSoftwareWith(other)
                && one.sources() == other.sources()
                && before.day().equals(now.day());
    }

    /** The names a product is looked up under, and what they find. */
    Recognition recognition(String product) {
        return matching.identities().of(product).orElse(NOTHING);
    }

    /** How it stands with what was loaded, for the questions of one answer. */
    public Standing standing(Snapshot now) {
        return new Standing(now, sources.all());
    }

    /** The software in use that nobody says anything of. */
    public NotJudgedView notJudged(Snapshot now, Predicate<Installation> asked) {
        Standing standing = standing(now);
        var counts = new EnumMap<IdentityQuality, Integer>(IdentityQuality.class);
        var products = new TreeSet<String>();
        for (Installation one : now.assessment().estate().installations().values()) {
            if (one.useState().live() && asked.test(one)) {
                IdentityQuality quality = standing.of(one);
                counts.merge(quality, 1, Integer::sum);
                if (quality == IdentityQuality.UNMATCHED || quality == IdentityQuality.NO_FEED) {
                    products.add(one.product());
                }
            }
        }
        return NotJudgedView.of(counts, products, standing.loaded);
    }

    /** Answers for many pieces of software with what was loaded at one time. */
    public final class Standing {
        private final Snapshot now;
        private final boolean loaded;
        private final boolean stale;

        private Standing(Snapshot now, List<LoadedSource> all) {
            this.now = now;
            LocalDate today = now.day();
            loaded = all.stream().anyMatch(LoadedSource::namesProducts);
            stale = all.stream().filter(LoadedSource::namesProducts).allMatch(source -> source.isStaleOn(today));
        }

        /** Of a product, by its names. */
        public IdentityQuality of(String product) {
            Recognition known = recognition(product);
            return known.records() == 0 ? unknown() : quality(known);
        }

        /** Of software that is not stored, by whether anything speaks of it. */
        public IdentityQuality of(boolean judged) {
            return judged ? quality(NOTHING) : unknown();
        }

        /** Of an installation, by what speaks of its version or of what that is made of. */
        public IdentityQuality of(Installation installation) {
            return isJudged(installation) ? quality(recognition(installation.product())) : unknown();
        }

        private IdentityQuality unknown() {
            return loaded ? IdentityQuality.UNMATCHED : IdentityQuality.NO_FEED;
        }

        private IdentityQuality quality(Recognition known) {
            if (known.isAmbiguous()) {
                return IdentityQuality.AMBIGUOUS;
            }
            return loaded && stale ? IdentityQuality.STALE_FEED : IdentityQuality.MATCHED;
        }

        /** Whether anything speaks of this very version, or of what it is made of. */
        public boolean isJudged(Installation installation) {
            return now.assessment().estate().matchesOf(installation.key()).stream()
                            .anyMatch(match -> !match.analysts().alone())
                    || matching.namesPartOf(installation.product(), installation.version());
        }
    }
}
