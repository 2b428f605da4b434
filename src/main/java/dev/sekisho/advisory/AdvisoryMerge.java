package dev.sekisho.advisory;

import dev.sekisho.advisory.view.ExploitedView;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.CvssScore;
import dev.sekisho.matching.published.Exploited;
import dev.sekisho.matching.published.Ssvc;
import dev.sekisho.risk.estate.software.Impact;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What counts of all that is said of one vulnerability. It is made anew from everything each time, so that it depends on
 * what was said and never on the order in which it came; where sources differ, the less safe word counts.
 *
 * @param own what persons wrote
 * @param said what feeds say
 */
record AdvisoryMerge(List<AdvisoryView> own, List<Statements> said) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 20_000;
    private static final int LONGEST_ALIAS = 100;
    private static final int MOST_ALIASES = 100;

    /** Whose words name and describe it, the first that has some. */
    private static final List<String> TELLERS = List.of("CVE", "NVD", "KEV", "EUKEV", "OSV", "CSAF", "OPENVEX", "JVN");

    /** CISA's list before what repeats it, then whoever saw it first. */
    private static final Comparator<ExploitedView> FIRST_EVIDENCE = Comparator.comparing(
                    (ExploitedView one) -> !one.source().equals(Label.KEV))
            .thenComparing(ExploitedView::date, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ExploitedView::toString);

    /** Writes what counts into the columns that are shown. */
    void layInto(AdvisoryEntity row, @Nullable Double score) {
        List<AdvisoryRecord> records = records();
        row.name = name(row.id, records);
        row.aliases = aliases(row, records);
        row.published = records.isEmpty() ? first(AdvisoryView::published) : Boolean.TRUE;
        row.description = description(records);
        row.affected = own.size() == 1 ? own.get(0).affected() : null;
        row.fix = first(AdvisoryView::fix);
        row.knownOn = earliest(own.stream().map(AdvisoryView::knownOn));
        row.cvss = cvss(records);
        row.epss = score == null ? greatest(own.stream().map(AdvisoryView::epss)) : score;
        row.exploited = exploited();
        row.publicExploit = publicExploit(records);
        row.automatable = automatable(records);
        row.impact = impact(records);
        row.withdrawnOn = withdrawn(row, records);
    }

    private List<AdvisoryRecord> records() {
        return said.stream()
                .flatMap(one -> one.byFeed().entrySet().stream())
                .sorted(Comparator.<Map.Entry<String, AdvisoryRecord>>comparingInt(
                                entry -> TELLERS.indexOf(Label.feed(entry.getKey())))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
    }

    private <T> @Nullable T first(Function<AdvisoryView, @Nullable T> property) {
        return own.stream().map(property).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable LocalDate earliest(Stream<@Nullable LocalDate> days) {
        return days.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable Double greatest(Stream<@Nullable Double> values) {
        return values.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    /** A name that only repeats the key was not given by anybody. */
    private String name(String key, List<AdvisoryRecord> records) {
        Stream<String> given = own.stream()
                .map(AdvisoryView::name)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(name -> !name.equals(key));
        Stream<String> titles = records.stream()
                .map(AdvisoryRecord::title)
                .filter(title -> title != null && !title.isBlank())
                .map(title -> cut(title.strip().replaceAll("\\p{Cntrl}+", " "), LONGEST_NAME));
        return Stream.concat(given, titles).findFirst().orElse(key);
    }

    private @Nullable String description(List<AdvisoryRecord> records) {
        String written = first(AdvisoryView::description);
        return written != null
                ? written
                : records.stream()
                        .map(AdvisoryRecord::description)
                        .filter(Objects::nonNull)
                        .map(text -> cut(text.replaceAll("[\\p{Cntrl}&&[^\n\t]]+", " "), LONGEST_DESCRIPTION))
                        .findFirst()
                        .orElse(null);
    }

    private static String cut(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
    }

    private @Nullable List<String> aliases(AdvisoryEntity row, List<AdvisoryRecord> records) {
        Stream<String> written = own.stream().map(AdvisoryView::aliases).flatMap(AdvisoryMerge::each);
        Stream<String> ids = records.stream()
                .flatMap(record -> record.document() == null ? AdvisoryLookup.names(record) : record.aliases().stream())
                // Ids of other CVEs name another vulnerability.
                .filter(name -> !name.startsWith("CVE-") || row.cve == null);
        var all = new TreeSet<String>();
        Stream.concat(written, ids)
                .filter(name -> !name.isBlank() && name.length() <= LONGEST_ALIAS)
                .filter(name -> !name.equals(row.id) && !name.equals(row.cve))
                .forEach(all::add);
        return all.isEmpty() ? null : all.stream().limit(MOST_ALIASES).toList();
    }

    private static <T> Stream<T> each(@Nullable Collection<T> values) {
        return values == null ? Stream.empty() : values.stream();
    }

    /** The highest; a score of version 2 is on another scale and serves only where there is no newer one. */
    private @Nullable Double cvss(List<AdvisoryRecord> records) {
        Double newest = greatest(Stream.concat(
                own.stream().map(AdvisoryView::cvss), scores(records, false).map(CvssScore::base)));
        return newest != null ? newest : greatest(scores(records, true).map(CvssScore::base));
    }

    private static Stream<CvssScore> scores(List<AdvisoryRecord> records, boolean old) {
        return records.stream()
                .map(AdvisoryRecord::cvss)
                .flatMap(Stream::ofNullable)
                .filter(score -> score.version().startsWith("2") == old);
    }

    private @Nullable Boolean publicExploit(List<AdvisoryRecord> records) {
        boolean known = records.stream().anyMatch(AdvisoryRecord::publicExploit)
                || own.stream().map(AdvisoryView::publicExploit).anyMatch(Boolean.TRUE::equals);
        return known ? Boolean.TRUE : first(AdvisoryView::publicExploit);
    }

    private @Nullable Boolean automatable(List<AdvisoryRecord> records) {
        List<Boolean> words = Stream.concat(
                        own.stream().map(AdvisoryView::automatable),
                        ssvc(records).map(Ssvc::automatable))
                .filter(Objects::nonNull)
                .toList();
        return words.isEmpty() ? null : words.contains(Boolean.TRUE);
    }

    private @Nullable Impact impact(List<AdvisoryRecord> records) {
        List<Impact> words = Stream.concat(
                        own.stream().map(AdvisoryView::impact),
                        ssvc(records)
                                .map(Ssvc::technicalImpact)
                                .filter(Objects::nonNull)
                                .map(impact -> Impact.valueOf(impact.name())))
                .filter(Objects::nonNull)
                .toList();
        return words.contains(Impact.TOTAL) || words.isEmpty()
                ? words.isEmpty() ? null : Impact.TOTAL
                : words.contains(Impact.PARTIAL) ? Impact.PARTIAL : Impact.UNKNOWN;
    }

    private static Stream<Ssvc> ssvc(List<AdvisoryRecord> records) {
        return records.stream().map(AdvisoryRecord::ssvc).flatMap(Stream::ofNullable);
    }

    /** Once exploited, always exploited. */
    private @Nullable ExploitedView exploited() {
        Stream<Exploited> evidence = said.stream()
                .flatMap(one -> Stream.concat(
                        one.byFeed().values().stream()
                                .map(AdvisoryRecord::exploited)
                                .flatMap(Stream::ofNullable),
                        one.exploited().values().stream()));
        List<ExploitedView> all = Stream.concat(
                        own.stream().map(AdvisoryView::exploited).filter(Objects::nonNull),
                        evidence.map(ExploitedView::of))
                .sorted(FIRST_EVIDENCE)
                .toList();
        return all.isEmpty() ? null : all.get(0).amid(all);
    }

    /** Withdrawn is what nobody upholds; a person can take back what persons wrote, never what a feed says. */
    private @Nullable LocalDate withdrawn(AdvisoryEntity row, List<AdvisoryRecord> records) {
        if (row.isOwnOnly() && own.get(0).withdrawnOn() != null) {
            return own.get(0).withdrawnOn();
        }
        boolean upheld = records.stream().anyMatch(record -> !record.withdrawn())
                || own.stream()
                        .anyMatch(one -> one.withdrawnOn() == null && (one.affected() != null || records.isEmpty()));
        return upheld ? null : lastWord(records).orElse(row.recordedOn);
    }

    private java.util.Optional<LocalDate> lastWord(List<AdvisoryRecord> records) {
        var days = new ArrayList<LocalDate>();
        own.stream().map(AdvisoryView::withdrawnOn).filter(Objects::nonNull).forEach(days::add);
        records.stream()
                .map(AdvisoryRecord::dated)
                .filter(Objects::nonNull)
                .forEach(at -> days.add(LocalDate.ofInstant(at, ZoneOffset.UTC)));
        return days.stream().max(Comparator.naturalOrder());
    }
}
