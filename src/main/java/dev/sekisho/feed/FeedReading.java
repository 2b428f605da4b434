package dev.sekisho.feed;

import dev.sekisho.advisory.AdvisoryMerger;
import dev.sekisho.advisory.EpssLookup;
import dev.sekisho.advisory.KevHistory;
import dev.sekisho.advisory.LifeCycles;
import dev.sekisho.feed.csaf.CsafReader;
import dev.sekisho.feed.cve.Cve5Reader;
import dev.sekisho.feed.eol.EolReader;
import dev.sekisho.feed.epss.EpssReader;
import dev.sekisho.feed.epss.EpssRelease;
import dev.sekisho.feed.eukev.EuKevReader;
import dev.sekisho.feed.jvn.JvnReader;
import dev.sekisho.feed.kev.KevReader;
import dev.sekisho.feed.nvd.NvdReader;
import dev.sekisho.feed.osv.OsvReader;
import dev.sekisho.feed.reading.FeedReport;
import dev.sekisho.feed.reading.ReadCounts;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.feed.vex.OpenVexReader;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.EolProduct;
import dev.sekisho.matching.published.KevCatalogue;
import dev.sekisho.matching.published.KevEntry;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Leads each feed through its reader into what is kept, a few hundred records at a time, within the caller's transaction. */
@ApplicationScoped
public class FeedReading {
    private final AdvisoryMerger intake;
    private final EpssLookup scores;
    private final LifeCycles lifeCycles;
    private final KevHistory history;
    private final FeedsConfig config;
    private final DateCheck dates;
    private volatile boolean stopping;

    FeedReading(
            AdvisoryMerger intake,
            EpssLookup scores,
            LifeCycles lifeCycles,
            KevHistory history,
            FeedsConfig config,
            DateCheck dates) {
        this.history = history;
        this.config = config;
        this.dates = dates;
        this.intake = intake;
        this.scores = scores;
        this.lifeCycles = lifeCycles;
    }

    /**
     * What a feed held.
     *
     * @param changed keys of what it changed
     * @param older how many of its records were older than what is held of the same source
     * @param released when it was released, for what is published as a whole; null otherwise
     * @param unknown fields, columns and versions of the format that are not known, with how often each stood there
     * @param notes what whoever sent it ought to know, as sentences
     */
    public record Taken(
            long records,
            long skipped,
            List<String> reasons,
            Set<String> changed,
            int older,
            @Nullable Instant released,
            List<String> notes,
            SortedMap<String, Long> unknown) {
        static Taken of(FeedReport report, Set<String> changed, int older, List<String> notes) {
            return new Taken(
                    report.read(), report.skipped(), report.reasons(), changed, older, null, notes, report.unknown());
        }
    }

    DateCheck dates() {
        return dates;
    }

    /** The next records are refused, which rolls back. An interrupt would close the file of H2 under everybody. */
    void stop() {
        stopping = true;
    }

    /**
     * @param held when what is held of it was released, where that is known
     * @param sending what is said of the file beside it
     */
    public Taken take(Feed feed, InputStream in, @Nullable Instant held, Sending sending) {
        var whole = new WholeFeed(feed, config.leastShare(), sending.forced());
        return switch (feed) {
            case KEV -> exploited(in, whole);
            case EUKEV -> advisories("EUKEV", sink -> new EuKevReader().read(in, sink));
            case EPSS -> scores(in, held, whole);
            case CVE -> advisories("CVE", sink -> new Cve5Reader().read(in, sending.strict(), sink));
            case NVD -> advisories("NVD", sink -> new NvdReader().read(in, sending.strict(), sink));
            case OSV -> advisories("OSV", sink -> new OsvReader().read(in, sending.strict(), sink));
            case CSAF -> advisories("CSAF", sink -> new CsafReader().read(in, sending.strict(), sink));
            case OPENVEX -> advisories("OPENVEX", sink -> new OpenVexReader().read(in, sending.strict(), sink));
            case JVN -> advisories("JVN", sink -> new JvnReader().read(in, sending.strict(), sink));
            case EOL -> lifeCycles(in, sending);
        };
    }

    private Taken advisories(String name, Function<Consumer<AdvisoryRecord>, FeedReport> reader) {
        var changed = new TreeSet<String>();
        int[] counts = {0, 0, 0};
        EpssLookup.Book book = scores.book();
        var chunk = new Chunk<AdvisoryRecord>(AdvisoryRecord::document, records -> {
            AdvisoryMerger.Taken taken = intake.takeOver(name, records, book::of);
            changed.addAll(taken.changed());
            counts[0] += taken.older();
            counts[1] += taken.undated();
        });
        var findable = new Findable(chunk);
        FeedReport report = findable.report(reader.apply(record -> {
            boolean toCome = dates.isToCome(record);
            counts[2] += toCome ? 1 : 0;
            findable.accept(toCome ? record.undated() : record);
        }));
        chunk.hand();
        List<String> notes = notes(counts[0], counts[1], counts[2]);
        notes.addAll(brokenNotes(report));
        return Taken.of(report, changed, counts[0], notes);
    }

    private static List<String> brokenNotes(FeedReport report) {
        return report.broken() == 0
                ? List.of()
                : List.of(report.broken()
                        + " documents of the archive are broken and were left out; skippedReasons names the first, and"
                        + " what is held of them stays. With strict=true one broken document refuses all.");
    }

    private static List<String> notes(int older, int undated, int toCome) {
        var notes = new ArrayList<String>();
        if (older > 0) {
            notes.add(older + " records are older than what is held of the same source, which stays.");
        }
        if (toCome > 0) {
            notes.add(
                    toCome + " records bear a date that lies in the future; they are taken as records without a date.");
        }
        if (undated > 0) {
            notes.add(undated + " records bear no date: they stand beside what bears one and replace nothing.");
        }
        return notes;
    }

    private Taken exploited(InputStream in, WholeFeed whole) {
        var tally = new ReadCounts();
        KevCatalogue catalogue = new KevReader().read(in, tally);
        dates.check(Feed.KEV, catalogue.dated());
        KevHistory.Compared compared = history.compare(catalogue);
        int entries = catalogue.entries().size();
        whole.check(entries, compared.older() ? 0 : compared.listed());
        var changed = new TreeSet<String>();
        EpssLookup.Book book = scores.book();
        var chunk = new Chunk<KevEntry>(
                KevEntry::cveId, some -> changed.addAll(intake.takeOverExploited(some, compared, book::of)));
        compared.latest().forEach(chunk);
        chunk.hand();
        changed.addAll(intake.markRemoved(compared.removed(), book::of));
        intake.settle();
        history.keep(compared);
        int older = entries - compared.latest().size();
        return new Taken(entries, 0, List.of(), changed, older, catalogue.dated(), notes(compared), tally.unknown());
    }

    private static List<String> notes(KevHistory.Compared compared) {
        if (compared.undated() && compared.newest() != null) {
            return List.of("The catalogue bears no date. What is held, of " + compared.newest() + ", stays; "
                    + compared.latest().size() + " entries that no dated catalogue has were added.");
        }
        return compared.older()
                ? List.of("The catalogue of " + compared.released() + " is older than the one held, of "
                        + compared.newest() + ", which stays; "
                        + compared.latest().size()
                        + " entries that no later one has were added as removed.")
                : List.of();
    }

    private Taken scores(InputStream in, @Nullable Instant held, WholeFeed whole) {
        var release = new EpssLookup.Release();
        var strange = new ArrayList<String>();
        EpssRelease read = new EpssReader().read(in, (cve, score, percentile) -> {
            switch (release.add(cve, score)) {
                case NEW -> {}
                case AGAIN -> throw new UnreadableFeed("epss", cve, "it is listed twice");
                case STRANGE -> strange.add(cve + ": not a CVE id");
            }
        });
        long rows = read.rows() - strange.size();
        List<String> reasons = strange.subList(0, Math.min(50, strange.size()));
        Instant released = read.scored();
        dates.check(Feed.EPSS, released);
        if (held != null && (released == null || released.isBefore(held))) {
            whole.check(rows, 0);
            String note = released == null
                    ? "The file bears no date. The scores held, of " + held + ", stay."
                    : "The scores of " + released + " are older than those held, of " + held + ", which stay.";
            return new Taken(
                    rows, strange.size(), reasons, Set.of(), (int) rows, released, List.of(note), unknown(read));
        }
        whole.check(rows, scores.held());
        if (Objects.equals(released, held)) {
            scores.addHeld(release);
        }
        var changed = new TreeSet<>(scores.replace(release));
        changed.addAll(intake.rescore());
        return new Taken(rows, strange.size(), reasons, changed, 0, released, List.of(), unknown(read));
    }

    private static SortedMap<String, Long> unknown(EpssRelease release) {
        var columns = new TreeMap<String, Long>();
        release.unknown().forEach(name -> columns.put(name, 1L));
        return columns;
    }

    private Taken lifeCycles(InputStream in, Sending sending) {
        LocalDate publishedOn = sending.publishedOn();
        Instant released = publishedOn == null
                ? null
                : publishedOn.atStartOfDay(ZoneOffset.UTC).toInstant();
        var products = new ArrayList<EolProduct>();
        FeedReport report = new EolReader().read(in, sending.strict(), products::add);
        LifeCycles.Taken taken = lifeCycles.take(products, publishedOn);
        List<String> notes = new ArrayList<>(notes(taken, publishedOn));
        notes.addAll(brokenNotes(report));
        return new Taken(
                report.read(),
                report.skipped(),
                report.reasons(),
                taken.changed(),
                taken.older(),
                released,
                notes,
                report.unknown());
    }

    private static List<String> notes(LifeCycles.Taken taken, @Nullable LocalDate publishedOn) {
        if (publishedOn != null) {
            return taken.older() == 0
                    ? List.of()
                    : List.of(taken.older() + " products of " + publishedOn
                            + " are older than what is held of them, which stays.");
        }
        var notes = new ArrayList<String>();
        notes.add("These files bear no date, and publishedOn gives none: of two such loads the last counts.");
        if (taken.older() > 0) {
            notes.add(taken.older() + " products are held as of a day that was given; that stays.");
        }
        return notes;
    }

    /** Hands on what was read once it is as much as one statement of the database takes. */
    private final class Chunk<T> implements Consumer<T> {
        private final Function<T, @Nullable String> document;
        private final Consumer<List<T>> next;
        private List<T> waiting = new ArrayList<>();

        /** @param document what belongs together and is not handed on in two parts; null for what stands alone */
        Chunk(Function<T, @Nullable String> document, Consumer<List<T>> next) {
            this.document = document;
            this.next = next;
        }

        @Override
        public void accept(T one) {
            if (waiting.size() >= AdvisoryMerger.CHUNK && !continues(one)) {
                hand();
            }
            waiting.add(one);
        }

        private boolean continues(T one) {
            String of = document.apply(one);
            return of != null && of.equals(document.apply(waiting.get(waiting.size() - 1)));
        }

        void hand() {
            if (stopping) {
                throw ProblemException.of(
                        ProblemType.UNAVAILABLE, "The service is being stopped; nothing was changed.");
            }
            if (!waiting.isEmpty()) {
                next.accept(waiting);
                intake.settle();
                waiting = new ArrayList<>();
            }
        }
    }
}
