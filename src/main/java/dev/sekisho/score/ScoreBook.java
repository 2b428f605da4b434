package dev.sekisho.score;

import dev.sekisho.assessment.Snapshot;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Band;
import dev.sekisho.risk.score.Points;
import dev.sekisho.risk.score.Score;
import dev.sekisho.software.identity.NotJudgedView;
import dev.sekisho.software.identity.SoftwareIdentities;
import dev.sekisho.text.Sentences;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Reads scores as they are shown. */
@ApplicationScoped
class ScoreBook {
    private static final int LOOK_BACK_DAYS = 30;
    private static final Sentences ENGLISH = Sentences.in(Locale.ENGLISH);

    private final ScoreRepository scores;
    private final ScorePointRepository points;
    private final FindingTally findings;
    private final Transactions transactions;
    private final CollectionRegistry collections;
    private final SoftwareIdentities software;
    private final AtomicReference<Explained> latest = new AtomicReference<>(Explained.of(null));

    ScoreBook(
            ScoreRepository scores,
            ScorePointRepository points,
            FindingTally findings,
            Transactions transactions,
            CollectionRegistry collections,
            SoftwareIdentities software) {
        this.software = software;
        this.collections = collections;
        this.scores = scores;
        this.points = points;
        this.findings = findings;
        this.transactions = transactions;
    }

    Page<ScoreView> page(ScoreFilter filter, ListQuery query, LocalDate today) {
        Subject.Kind kind = filter.kind();
        return transactions.read(() -> {
            Page<ScoreEntity> page = scores.page(filter, query);
            List<String> keys = page.items().stream().map(row -> row.id.key()).toList();
            Map<String, ScorePointEntity> then =
                    keys.isEmpty() ? Map.of() : points.on(today.minusDays(LOOK_BACK_DAYS), kind, keys);
            Map<String, FindingTally.Tally> tallies = findings.of(kind, keys);
            return new Page<>(
                    page.items().stream().map(row -> row(row, then, tallies)).toList(),
                    page.nextPageToken(),
                    page.total());
        });
    }

    private static ScoreView row(
            ScoreEntity row, Map<String, ScorePointEntity> then, Map<String, FindingTally.Tally> tallies) {
        ScorePointEntity before = then.get(row.id.key());
        boolean comparable = before == null || before.modelVersion.equals(row.modelVersion);
        FindingTally.Tally tally = tallies.getOrDefault(row.id.key(), FindingTally.Tally.NONE);
        return new ScoreView(
                row.id.kind(),
                row.id.key(),
                row.name,
                Points.shown(row.milliPoints),
                Band.of(row.milliPoints),
                Interval.of(row.lowMilli, row.highMilli),
                before == null || !comparable
                        ? null
                        : Points.shown(row.milliPoints).subtract(Points.shown(before.milliPoints)),
                comparable ? null : ScoreView.NoChange.MODEL_CHANGED,
                tally.counts(),
                List.copyOf(tally.codes()),
                row.modelVersion,
                row.asOf);
    }

    /** The lines and what stands behind them are those of the assessment; what is stored is since when the score holds. */
    RiskView risk(Subject subject, Snapshot now) {
        // What takes long holds no connection to the database.
        Optional<Told.All> explained = explained(subject, now.assessment());
        NotJudgedView notJudged = subject.equals(Subject.PORTFOLIO) ? software.notJudged(now, any -> true) : null;
        return transactions.read(() -> {
            Kept kept = kept(subject, now);
            Told.All told = explained.orElseThrow(() -> missing(subject));
            Score score = told.score();
            FindingTally.Tally tally = findings.of(subject.kind(), List.of(subject.key()))
                    .getOrDefault(subject.key(), FindingTally.Tally.NONE);
            return new RiskView(
                    subject.kind(),
                    subject.key(),
                    kept.name,
                    Points.shown(score.milliPoints()),
                    score.milliPoints(),
                    score.band(),
                    Interval.of(score.lowMilli(), score.highMilli()),
                    told.lines(),
                    told.worst(),
                    told.path(),
                    told.breaks(),
                    told.next(),
                    told.answer(),
                    told.remedy(),
                    tally.counts(),
                    List.copyOf(tally.codes()),
                    kept.modelVersion,
                    kept.asOf,
                    notJudged);
        });
    }

    /** What is told of a score that does not follow from the facts. */
    private record Kept(String name, String modelVersion, Instant asOf) {
        static Kept of(ScoreEntity row) {
            return new Kept(row.name, row.modelVersion, row.asOf);
        }
    }

    /** There may be very many hosts, and each score is that of a zone but for one number: they are kept nowhere. */
    private Kept kept(Subject subject, Snapshot now) {
        if (subject.kind() != Subject.Kind.ASSET) {
            return Kept.of(existing(subject));
        }
        Asset host = now.assessment().estate().assets().get(subject.key());
        if (host == null) {
            throw missing(subject);
        }
        return new Kept(host.name(), now.assessment().model().version(), now.at());
    }

    private ScoreEntity existing(Subject subject) {
        ScoreEntity row = scores.findById(new ScoreEntity.Id(subject.kind(), subject.key()));
        if (row == null) {
            throw missing(subject);
        }
        return row;
    }

    private ProblemException missing(Subject subject) {
        return CollectionName.of(subject.kind())
                .map(collection -> collections.holds(collection, subject.key())
                        ? notYet(subject.key())
                        : collections.missing(collection, subject.key()))
                .orElseGet(() -> ProblemException.notFound("portfolio", subject.key()));
    }

    /** Many ask for the same at once: the first works it out, the others wait for him. */
    private Optional<Told.All> explained(Subject subject, Assessment assessment) {
        Explained known = latest.updateAndGet(held -> held.isOf(assessment) ? held : Explained.of(assessment));
        return known.bySubject.computeIfAbsent(
                subject, any -> assessment.score(any).map(score -> new Told(assessment, any, ENGLISH).all(score)));
    }

    /** What was told of one assessment, which it does not keep alive. */
    private record Explained(WeakReference<Assessment> assessment, Map<Subject, Optional<Told.All>> bySubject) {
        static Explained of(@Nullable Assessment assessment) {
            return new Explained(new WeakReference<>(assessment), new ConcurrentHashMap<>());
        }

        boolean isOf(Assessment other) {
            return assessment.refersTo(other);
        }
    }

    private static ProblemException notYet(String key) {
        return ProblemException.of(
                        ProblemType.UNAVAILABLE, key + " is registered, and has not been assessed yet. Try again.")
                .with("Retry-After", "2");
    }

    HistoryView history(Subject subject, LocalDate from, LocalDate to) {
        return transactions.read(() -> {
            existing(subject);
            return HistoryView.of(subject, from, to, points.between(subject, from, to));
        });
    }
}
