package dev.sekisho.advisory;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.advisory.view.ExploitedView;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.Exploited;
import dev.sekisho.registry.field.JsonColumn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * What the feeds said of one advisory, as read, each source under its {@link Label}. It is taken out of its text only when
 * somebody asks: whoever changes a score of sixty thousand advisories does not.
 *
 * <p>It does not matter in which order records arrive: of one source the latest by its own date stays, records that bear
 * the same date stand side by side, and evidence of exploitation stays once it was given.
 */
final class Statements {
    static final Statements NONE = new Statements(new TreeMap<>(), new TreeMap<>());

    /** Records of one source and one date that differ; a publisher does not do this, so a few are enough. */
    private static final int MOST_BESIDE = 8;

    private static final String BEFORE_UPGRADE = "held";
    private static final Text TEXT = new Text();
    private static final Comparator<Exploited> EARLIEST = Comparator.comparing(
                    Exploited::since, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Exploited::toString);

    private @Nullable String text;
    private @Nullable Kept kept;

    /**
     * The form of the column.
     *
     * @param exploited by label; null in what was stored before it was kept here
     */
    private record Kept(
            SortedMap<String, AdvisoryRecord> byFeed,
            @Nullable SortedMap<String, Exploited> exploited) {

        Kept {
            var labelled = new TreeMap<String, AdvisoryRecord>();
            byFeed.forEach((label, record) -> labelled.put(Label.today(label, record), record));
            byFeed = Collections.unmodifiableSortedMap(labelled);
        }
    }

    private static final class Text extends JsonColumn<Kept> {
        Text() {
            super(new TypeReference<>() {});
        }
    }

    /** What became of a record. */
    enum Laid {
        TAKEN,
        /** Said before, word for word. */
        SAME,
        /** What is held of this source is later. */
        OLDER
    }

    private Statements(String text) {
        this.text = text;
    }

    private Statements(SortedMap<String, AdvisoryRecord> byFeed, SortedMap<String, Exploited> exploited) {
        this.kept = new Kept(byFeed, exploited);
    }

    private Kept kept() {
        Kept known = kept;
        if (known == null) {
            known = Objects.requireNonNullElseGet(
                    TEXT.convertToEntityAttribute(text), () -> new Kept(new TreeMap<>(), null));
            kept = known;
        }
        return known;
    }

    SortedMap<String, AdvisoryRecord> byFeed() {
        return kept().byFeed();
    }

    /** Evidence of exploitation once given, by the label of its source. */
    SortedMap<String, Exploited> exploited() {
        SortedMap<String, Exploited> known = kept().exploited();
        return known == null ? Collections.emptySortedMap() : known;
    }

    /** What was stored before evidence was kept here has it in the row alone. */
    Statements remembering(@Nullable ExploitedView evidence) {
        if (kept().exploited() != null) {
            return this;
        }
        var all = new TreeMap<String, Exploited>();
        if (evidence != null) {
            all.put(
                    BEFORE_UPGRADE,
                    new Exploited(
                            evidence.source(),
                            evidence.date(),
                            null,
                            evidence.dueDate(),
                            evidence.ransomware(),
                            evidence.forensicTriage(),
                            evidence.removedOn()));
        }
        return new Statements(byFeed(), all);
    }

    boolean isEmpty() {
        return byFeed().isEmpty() && exploited().isEmpty();
    }

    /** The same facts have the same text. */
    String text() {
        String known = text;
        if (known == null) {
            known = String.valueOf(TEXT.convertToDatabaseColumn(kept()));
            text = known;
        }
        return known;
    }

    /** What is held under a label, records of the same date side by side. */
    List<AdvisoryRecord> under(String label) {
        return byFeed().entrySet().stream()
                .filter(entry -> Label.isOf(entry.getKey(), label))
                .map(Map.Entry::getValue)
                .toList();
    }

    Laid wouldBe(String label, AdvisoryRecord record) {
        List<AdvisoryRecord> held = under(label);
        if (held.contains(record)) {
            return Laid.SAME;
        }
        return held.isEmpty() || Label.compareDates(record, held.get(0)) >= 0 ? Laid.TAKEN : Laid.OLDER;
    }

    /** Puts a record in place of older ones of its label, or beside those of the same date. */
    Statements with(String label, AdvisoryRecord record) {
        List<AdvisoryRecord> beside = under(label).stream()
                .filter(held -> Label.compareDates(held, record) == 0)
                .toList();
        var next = new TreeMap<>(byFeed());
        next.keySet().removeIf(key -> Label.isOf(key, label));
        List<AdvisoryRecord> all = beside.isEmpty() ? List.of(record) : besides(beside, record);
        for (int i = 0; i < all.size(); i++) {
            next.put(i == 0 ? label : Label.beside(label, i), all.get(i));
        }
        return new Statements(next, new TreeMap<>(exploited()))
                .with(Label.ofEvidence(label, record), record.exploited());
    }

    /** In an order of their own, never that of arrival. */
    private static List<AdvisoryRecord> besides(List<AdvisoryRecord> held, AdvisoryRecord record) {
        var all = new java.util.ArrayList<>(held);
        all.add(record);
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(AdvisoryRecord::toString))
                .limit(MOST_BESIDE)
                .toList();
    }

    /** In place of whatever stands under the label, whose order somebody else keeps. */
    Statements replacing(String label, AdvisoryRecord record) {
        var next = new TreeMap<>(byFeed());
        next.put(label, record);
        return new Statements(next, new TreeMap<>(exploited()));
    }

    /** Remembers evidence; of several the earliest. */
    Statements with(String label, @Nullable Exploited evidence) {
        if (evidence == null) {
            return this;
        }
        var next = new TreeMap<>(exploited());
        next.merge(label, evidence, Statements::earlier);
        return new Statements(new TreeMap<>(byFeed()), next);
    }

    static Exploited earlier(Exploited one, Exploited other) {
        return EARLIEST.compare(one, other) <= 0 ? one : other;
    }

    /** Leaves out what a later version of the document no longer says; evidence stays. */
    Statements without(String label) {
        var next = new TreeMap<>(byFeed());
        next.keySet().removeIf(key -> Label.isOf(key, label));
        return new Statements(next, new TreeMap<>(exploited()));
    }

    /** Leaves out one of the records of a label. */
    Statements without(String label, AdvisoryRecord record) {
        List<AdvisoryRecord> held = under(label);
        if (!held.contains(record)) {
            return this;
        }
        Statements next = without(label);
        for (AdvisoryRecord one : held) {
            next = one.equals(record) ? next : next.with(label, one);
        }
        return next;
    }

    /** Leaves out evidence that goes elsewhere. */
    Statements withoutEvidence(Set<String> keys) {
        var next = new TreeMap<>(exploited());
        return next.keySet().removeAll(keys) ? new Statements(new TreeMap<>(byFeed()), next) : this;
    }

    /** Everything that both say. */
    Statements and(Statements others) {
        Statements all = this;
        for (var one : others.byFeed().entrySet()) {
            String label = Label.plain(one.getKey());
            if (all.wouldBe(label, one.getValue()) == Laid.TAKEN) {
                all = all.with(label, one.getValue());
            }
        }
        for (var one : others.exploited().entrySet()) {
            all = all.with(one.getKey(), one.getValue());
        }
        return all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Statements statements && text().equals(statements.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    /** Keeps them in one column. */
    @Converter
    @Immutable
    public static class Column implements AttributeConverter<Statements, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Statements statements) {
            return statements == null ? null : statements.text();
        }

        @Override
        public @Nullable Statements convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : new Statements(text);
        }
    }
}
