package dev.sekisho.advisory;

import dev.sekisho.advisory.view.AffectedView;
import dev.sekisho.advisory.view.ExploitedView;
import dev.sekisho.advisory.view.FixView;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.CveId;
import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.field.TextList;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "advisory")
class AdvisoryEntity extends RegisteredEntity {
    private static final Pattern CVE = Pattern.compile(CveId.FORM, Pattern.CASE_INSENSITIVE);

    @Nullable
    String cve;

    @Convert(converter = TextList.class)
    @Nullable
    List<String> aliases;

    @Nullable
    Boolean published;

    @Nullable
    String description;

    @Convert(converter = AffectedView.Column.class)
    @Nullable
    List<AffectedView> affected;

    @Convert(converter = FixView.Column.class)
    @Nullable
    FixView fix;

    @Nullable
    Double cvss;

    @Nullable
    Double epss;

    @Convert(converter = ExploitedView.Column.class)
    @Nullable
    ExploitedView exploited;

    @Column(name = "public_exploit")
    @Nullable
    Boolean publicExploit;

    @Nullable
    Boolean automatable;

    @Enumerated(EnumType.STRING)
    @Nullable
    Impact impact;

    @Column(name = "known_on")
    @Nullable
    LocalDate knownOn;

    /** When it was first recorded here; kept by us. */
    @Column(name = "recorded_on")
    LocalDate recordedOn = LocalDate.EPOCH;

    @Column(name = "withdrawn_on")
    @Nullable
    LocalDate withdrawnOn;

    @Convert(converter = Statements.Column.class)
    @Nullable
    Statements statements;

    /** What a person wrote, of which the columns above show what counts; absent where nobody wrote anything. */
    @Convert(converter = AdvisoryView.Column.class)
    @Nullable
    AdvisoryView own;

    /** When that was written. */
    @Column(name = "own_at")
    @Nullable
    Instant ownAt;

    /** The vulnerability it is about: its CVE id, or the key of the only advisory that speaks of it. */
    String vulnerability = "";

    /** Whether other advisories are about the same vulnerability. */
    boolean shared;

    Statements statementsOrNone() {
        return statements == null ? Statements.NONE : statements.remembering(exploited);
    }

    /** Written here, and no feed says anything under its key. */
    boolean isOwnOnly() {
        return own != null && statementsOrNone().isEmpty();
    }

    /** The names a person, a record or evidence gives it beside its key, folded, and the marks of its documents. */
    Set<String> saidNames() {
        Set<String> names = AdvisoryLookup.folded(own == null ? null : own.aliases());
        names.addAll(AdvisoryLookup.folded(writtenCves()));
        statementsOrNone().byFeed().forEach((label, record) -> {
            String mark = Label.mark(label);
            if (mark != null) {
                names.add(mark);
            }
            AdvisoryLookup.names(record)
                    .filter(name -> !isOtherCve(name))
                    .map(AdvisoryLookup::fold)
                    .forEach(names::add);
        });
        statementsOrNone().exploited().keySet().stream()
                .map(Label::idOfEvidence)
                .filter(Objects::nonNull)
                .map(AdvisoryLookup::fold)
                .forEach(names::add);
        names.remove(keyFolded);
        return names;
    }

    /** The CVE ids a person names: in so many words, else among its names. */
    Set<String> writtenCves() {
        if (own == null) {
            return Set.of();
        }
        if (own.cve() != null) {
            return Set.of(own.cve());
        }
        var found = new TreeSet<String>();
        Stream.concat(Stream.of(id), Stream.ofNullable(own.aliases()).flatMap(List::stream))
                .map(CVE::matcher)
                .flatMap(Matcher::results)
                .forEach(cve -> found.add(cve.group().toUpperCase(Locale.ROOT)));
        return found;
    }

    /** One record may name several CVE ids; each is a vulnerability of its own. */
    private boolean isOtherCve(String name) {
        return name.startsWith("CVE-") && cve != null && !name.equals(cve);
    }

    /** What is not stated is unknown. */
    Hazard hazard() {
        return new Hazard(
                cvss,
                epss,
                Boolean.TRUE.equals(publicExploit),
                exploited == null ? null : exploited.fact(),
                automatable,
                Objects.requireNonNullElse(impact, Impact.UNKNOWN));
    }

    /**
     * From when it could have been known here: what is public is known, however late it was taken over, or a new
     * installation of this service would start every clock anew.
     */
    LocalDate knowableOn() {
        Stream<LocalDate> published = statementsOrNone().byFeed().values().stream()
                .map(AdvisoryRecord::published)
                .filter(Objects::nonNull)
                .map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC));
        return Stream.concat(published, Stream.ofNullable(knownOn))
                .filter(day -> day.isBefore(recordedOn))
                .min(Comparator.naturalOrder())
                .orElse(recordedOn);
    }
}
