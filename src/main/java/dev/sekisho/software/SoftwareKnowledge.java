package dev.sekisho.software;

import dev.sekisho.advisory.Matching;
import dev.sekisho.assessment.Assessor;
import dev.sekisho.assessment.Snapshot;
import dev.sekisho.feed.LoadedSource;
import dev.sekisho.feed.LoadedSources;
import dev.sekisho.matching.product.Installed;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.sbom.Bill;
import dev.sekisho.software.identity.NotJudgedView;
import dev.sekisho.software.identity.SoftwareIdentities;
import dev.sekisho.web.list.Page;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Of which software something is known at all: where nothing is, no verdict means neither good nor bad. */
@ApplicationScoped
class SoftwareKnowledge {
    private final Matching matching;
    private final LoadedSources sources;
    private final SoftwareIdentities identities;
    private @Nullable Counted counted;

    /** How much in use no source names, at one assessment. */
    private record Counted(long generation, int installations) {}

    SoftwareKnowledge(Matching matching, LoadedSources sources, SoftwareIdentities identities) {
        this.identities = identities;
        this.matching = matching;
        this.sources = sources;
    }

    void register(@Observes StartupEvent start, MeterRegistry metrics, Assessor assessor) {
        Gauge.builder("sekisho.not.judged.installations", this, known -> known.notJudged(assessor))
                .description("Installations in use that no loaded source names: nobody knows whether they are affected")
                .register(metrics);
    }

    private synchronized double notJudged(Assessor assessor) {
        if (!assessor.isReady()) {
            return Double.NaN;
        }
        Snapshot now = assessor.latest();
        if (counted == null || counted.generation != now.generation()) {
            counted = new Counted(now.generation(), notJudged(now, any -> true).installations());
        }
        return counted.installations;
    }

    List<LoadedSource> sources() {
        return sources.all();
    }

    /**
     * A page together with what it rests on.
     *
     * @param all what was asked for, on whichever page
     */
    UnpatchedPageView beside(Page<?> page, List<UnpatchedSoftware.Row> all, NotJudgedView notJudged) {
        List<LoadedSource> loaded = sources();
        return new UnpatchedPageView(
                page.items(),
                page.nextPageToken(),
                page.total(),
                FlawCountsView.of(all, UnpatchedView.Certainty.PROVEN),
                FlawCountsView.of(all, UnpatchedView.Certainty.POSSIBLE),
                FlawCountsView.of(all, UnpatchedView.Certainty.CLEARED),
                notJudged.isNothing(!loaded.isEmpty()),
                notJudged,
                loaded);
    }

    /** The software in use that nobody says anything of. */
    NotJudgedView notJudged(Snapshot now, Predicate<Installation> asked) {
        return identities.notJudged(now, asked);
    }

    /** How software that is not stored stands to what was loaded. */
    SoftwareIdentities.Standing standing(Snapshot now) {
        return identities.standing(now);
    }

    /** Whether a source names a part of some software, whatever it says of it. */
    boolean isNamed(Bill.Component part) {
        return matching.names(new Installed(null, null, part.version(), part.purl(), part.cpe(), Set.of()));
    }
}
