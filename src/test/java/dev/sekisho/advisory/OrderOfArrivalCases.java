package dev.sekisho.advisory;

import static dev.sekisho.advisory.ArrivalDocuments.csaf;
import static dev.sekisho.advisory.ArrivalDocuments.csafWithoutCve;
import static dev.sekisho.advisory.ArrivalDocuments.cve;
import static dev.sekisho.advisory.ArrivalDocuments.entry;
import static dev.sekisho.advisory.ArrivalDocuments.kev;
import static dev.sekisho.advisory.ArrivalDocuments.nvd;
import static dev.sekisho.advisory.ArrivalDocuments.osv;
import static dev.sekisho.advisory.ArrivalDocuments.vex;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.advisory.view.AffectedView;
import dev.sekisho.advisory.view.ExploitedView;
import dev.sekisho.database.Transactions;
import dev.sekisho.database.Undone;
import dev.sekisho.feed.Feed;
import dev.sekisho.feed.FeedReading;
import dev.sekisho.feed.Sending;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.sbom.Bills;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever arrives first, the end is the same. Each order is played in one transaction that is rolled back, through the
 * classes that serve requests. The ids are of this test alone: other tests leave records behind.
 */
abstract class OrderOfArrivalCases {
    private static final int ORDERS = 24;

    @Inject
    FeedReading reading;

    @Inject
    Transactions transactions;

    @Inject
    AdvisoryRegistry registry;

    @Inject
    AdvisoryRepository rows;

    @Inject
    AdvisoryGroups groups;

    @Inject
    AdvisoryMerger intake;

    @Inject
    AdvisoryUpgrade upgrade;

    @Inject
    Bills bills;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** What one order of arrival leads to. */
    private final class Week {
        private final Matching matching = new Matching(bills);
        private final Map<String, Runnable> arrivals = new LinkedHashMap<>();
        private @Nullable Instant scored;

        Week() {
            feed(Feed.KEV, "kev 1", kev("2090-01-01", entry("CVE-2090-0001", "01"), entry("CVE-2090-0002", "09")));
            feed(Feed.KEV, "kev 2", kev("2090-01-02", entry("CVE-2090-0001", "02"), entry("CVE-2090-0005", "09")));
            feed(Feed.KEV, "kev 3", kev("2090-01-03", entry("CVE-2090-0001", "03"), entry("CVE-2090-0005", "09")));
            feed(
                    Feed.EPSS,
                    "epss 1",
                    "#score_date:2090-01-01T00:00:00+0000\ncve,epss\nCVE-2090-0001,.1\nCVE-2090-0003,.3\n");
            feed(
                    Feed.EPSS,
                    "epss 2",
                    "#score_date:2090-01-02T00:00:00+0000\ncve,epss\nCVE-2090-0001,.2\nCVE-2090-0004,.4\n");
            feed(Feed.CVE, "cve 1", cve("CVE-2090-0001", "2090-01-01", "2090-01-01", "5.0"));
            feed(Feed.CVE, "cve 2", cve("CVE-2090-0001", "2090-01-02", "2090-01-02", "4.0"));
            feed(Feed.CVE, "cve of the maker", cve("CVE-2090-0001", "2090-01-05", null, "1.0"));
            feed(Feed.CVE, "cve of the maker, other", cve("CVE-2090-0001", "2090-01-05", null, "1.5"));
            feed(Feed.NVD, "nvd 1", nvd("2090-01-01T00:00:00", 5.1));
            feed(Feed.NVD, "nvd 2", nvd("2090-01-02T00:00:00", 7.1));
            feed(
                    Feed.OSV,
                    "osv of a CVE",
                    osv("GHSA-2090-aaaa-bbbb", "2090-01-02", "'aliases':['CVE-2090-0003'],", "npm"));
            feed(Feed.OSV, "osv before", osv("GHSA-2090-aaaa-bbbb", "2090-01-01", "", "npm"));
            feed(
                    Feed.OSV,
                    "osv of an alias",
                    osv("JVNDB-2090-000001", "2090-01-01", "'aliases':['GHSA-2090-aaaa-bbbb'],", "npm"));
            feed(
                    Feed.OSV,
                    "osv without a CVE",
                    osv("PYSEC-2090-1", "2090-01-01", "'aliases':['GHSA-2090-dddd-eeee'],", "PyPI"));
            feed(Feed.OSV, "osv of the same", osv("GHSA-2090-dddd-eeee", "2090-01-01", "", "PyPI"));
            feed(
                    Feed.OSV,
                    "osv of a distribution",
                    osv("ALSA-2090:0001", "2090-01-01", "'related':['CVE-2090-0002','CVE-2090-0004'],", "AlmaLinux:9"));
            feed(
                    Feed.OSV,
                    "osv of it, later",
                    osv("ALSA-2090:0001", "2090-01-02", "'related':['CVE-2090-0002'],", "AlmaLinux:9"));
            feed(Feed.CSAF, "csaf 1", csaf("2090-01-01T00:00:00Z", "CVE-2090-0001", "CVE-2090-0004"));
            feed(Feed.CSAF, "csaf 2", csaf("2090-01-02T00:00:00Z", "CVE-2090-0001"));
            feed(Feed.OPENVEX, "vex 1", vex("2090-01-01T00:00:00Z", "not_affected"));
            feed(Feed.OPENVEX, "vex 2", vex("2090-01-03T00:00:00Z", "affected"));
            takenBack();
            own("own-cve", "{'cve':'CVE-2090-0001','cvss':6.5,'epss':0.5,'affected':[{'product':'order-box'}]}");
            own("own-alias", "{'aliases':['GHSA-2090-aaaa-bbbb'],'affected':[{'product':'order-box'}]}");
            own("own-two", "{'aliases':['CVE-2090-0002','CVE-2090-0004'],'affected':[{'product':'order-box'}]}");
            own("our-cve-2090-0005", "{'affected':[{'product':'order-box','versions':[{'version':'9'}]}]}");
            own("CVE-2090-0004", "{'description':'ours','fix':{'version':'8'}}");
            own("own-other", "{'cve':'CVE-2090-0001','exploited':{'source':'OWN','date':'2089-12-01'}}");
            arrivals.put(
                    "product",
                    () -> matching.know(
                            new Product("order-box", "Order Box", "Maker", null, "pkg:npm/order-box", null, List.of()),
                            null));
        }

        /** Names that join records, one through another, of which later versions take some back. */
        private void takenBack() {
            feed(
                    Feed.OSV,
                    "joined by another's alias",
                    osv("PYSEC-2090-2", "2090-01-01", "'aliases':['GHSA-2090-ffff-0001'],", "PyPI"));
            feed(
                    Feed.OSV,
                    "alias before",
                    osv("GHSA-2090-ffff-0001", "2090-01-01", "'aliases':['CVE-2090-0004'],", "PyPI"));
            feed(Feed.OSV, "alias taken back", osv("GHSA-2090-ffff-0001", "2090-01-02", "", "PyPI"));
            feed(Feed.OSV, "chain 1", osv("OSV-2090-1", "2090-01-01", "'aliases':['OSV-2090-2'],", "npm"));
            feed(Feed.OSV, "chain 2", osv("OSV-2090-2", "2090-01-01", "'aliases':['OSV-2090-3'],", "npm"));
            feed(Feed.OSV, "chain 3", osv("OSV-2090-3", "2090-01-01", "'aliases':['CVE-2090-0002'],", "npm"));
            feed(
                    Feed.OSV,
                    "bridge before",
                    osv("OSV-2090-6", "2090-01-01", "'aliases':['OSV-2090-4','OSV-2090-5'],", "npm"));
            feed(Feed.OSV, "bridge taken back", osv("OSV-2090-6", "2090-01-02", "'aliases':['OSV-2090-5'],", "npm"));
            feed(Feed.OSV, "bridged 4", osv("OSV-2090-4", "2090-01-01", "", "npm"));
            feed(Feed.OSV, "bridged 5", osv("OSV-2090-5", "2090-01-01", "", "npm"));
            feed(Feed.CSAF, "csaf without a CVE, exploited", csafWithoutCve("M-2090-2", "2090-01-01", true));
            feed(Feed.CSAF, "csaf without a CVE", csafWithoutCve("M-2090-2", "2090-01-02", false));
            feed(
                    Feed.OSV,
                    "names the document",
                    osv("OSV-2090-7", "2090-01-01", "'aliases':['M-2090-2','CVE-2090-0003'],", "npm"));
            feed(Feed.OSV, "names it no more", osv("OSV-2090-7", "2090-01-02", "'aliases':['CVE-2090-0003'],", "npm"));
            own("own-of-the-taken-back", "{'aliases':['PYSEC-2090-2'],'affected':[{'product':'order-box'}]}");
        }

        private void feed(Feed feed, String name, String text) {
            arrivals.put(name, () -> {
                FeedReading.Taken taken = reading.take(
                        feed,
                        new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                        feed == Feed.EPSS ? scored : null,
                        new Sending(true, null));
                intake.settle();
                if (taken.released() != null && feed == Feed.EPSS) {
                    scored = taken.released();
                }
            });
        }

        private void own(String key, String body) {
            arrivals.put(key, () -> {
                AdvisoryEntity known = rows.findById(key);
                AdvisoryEntity row = known == null ? registry.blank() : known;
                row.id = key;
                row.keyFolded = AdvisoryLookup.fold(key);
                row.name = key;
                row.updatedAt = Instant.parse("2090-01-02T00:00:00Z");
                registry.write(view(body), row);
                if (known == null) {
                    rows.persist(row);
                }
                registry.written(row, known == null);
                intake.settle();
            });
        }

        private AdvisoryView view(String body) {
            try {
                return json.readValue(body.replace('\'', '"'), AdvisoryView.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** All that is shown and judged, in words. */
        Map<String, String> after(List<String> order) {
            return Undone.after(transactions, () -> {
                order.forEach(name -> arrivals.get(name).run());
                return state();
            });
        }

        private Map<String, String> state() {
            var state = new TreeMap<String, String>();
            var estate = Estate.builder();
            var keys = new ArrayList<String>();
            var vulnerabilities = new TreeSet<String>();
            for (AdvisoryEntity row : rows.<AdvisoryEntity>list(
                    "vulnerability like '%2090%' or id like 'own%' or id like 'GHSA%' or id like 'PYSEC%' or id like 'OSV-%' order by id")) {
                state.put(row.id, AdvisoryView.of(row) + " of " + row.vulnerability + (row.shared ? ", shared" : ""));
                keys.add(row.id);
                vulnerabilities.add(row.vulnerability);
            }
            new AdvisoryFacts(rows, groups, registry, matching).again(keys, estate, any -> {});
            Estate whole = estate.build();
            vulnerabilities.forEach(key ->
                    state.put("fact " + key, String.valueOf(whole.advisories().get(key))));
            var installation = new Installation(
                    "box",
                    "box",
                    "order-box",
                    new InstalledVersion("2.0", null),
                    new Place(Place.Kind.ZONE, "z"),
                    new Use(UseState.IN_USE, null),
                    List.of());
            matching.pass().of(installation).forEach(match -> state.put("match " + match.advisory(), match.toString()));
            return state;
        }
    }

    @Test
    void endsInTheSameStateInWhateverOrderAWeekArrives() {
        List<String> order = new ArrayList<>(new Week().arrivals.keySet());
        Map<String, String> expected = new Week().after(order);
        assertThat(expected.get("own-cve")).contains("source=KEV").contains("epss=0.2");
        assertThat(expected.get("fact CVE-2090-0002")).contains("KEV");
        assertThat(expected.get("own-two")).contains("source=KEV").contains("epss=0.4");
        assertThat(expected.get("CVE-2090-0002")).contains("removedOn=2090-01-02");
        assertThat(expected.get("GHSA-2090-ffff-0001")).contains("PYSEC-2090-2").contains("of GHSA-2090-ffff-0001");
        assertThat(expected.get("own-of-the-taken-back")).contains("of GHSA-2090-ffff-0001");
        assertThat(expected.get("CVE-2090-0002")).contains("OSV-2090-1");
        assertThat(expected.get("OSV-2090-5")).contains("OSV-2090-6");
        assertThat(expected).containsKey("OSV-2090-4");
        assertThat(expected.get("M-2090-2")).contains("exploited=ExploitedView");
        assertThat(expected.get("CVE-2090-0003")).contains("exploited=null");
        for (int seed = 0; seed < ORDERS; seed++) {
            Collections.shuffle(order, new Random(seed));

            assertThat(new Week().after(order))
                    .as("seed " + seed + ": " + order)
                    .isEqualTo(expected);
        }
    }

    @Test
    void changesNothingByAnOlderReleaseAndSaysSo() {
        Undone.after(transactions, () -> {
            take(Feed.KEV, kev("2091-01-02", entry("CVE-2090-0001", "02"), entry("CVE-2090-0002", "09")), null);
            FeedReading.Taken older = take(Feed.KEV, kev("2091-01-01", entry("CVE-2090-0001", "01")), null);
            FeedReading.Taken scores = take(
                    Feed.EPSS,
                    "#score_date:2091-01-01T00:00:00+0000\ncve,epss\nCVE-2090-0001,.1\n",
                    Instant.parse("2091-01-02T00:00:00Z"));
            take(Feed.NVD, nvd("2091-01-02T00:00:00", 5.1), null);
            FeedReading.Taken record = take(Feed.NVD, nvd("2091-01-01T00:00:00", 7.1), null);

            assertThat(List.of(older, scores, record)).allSatisfy(taken -> {
                assertThat(taken.changed()).doesNotContain("CVE-2090-0001", "CVE-2090-0002");
                assertThat(taken.older()).isEqualTo(1);
                assertThat(taken.notes()).anyMatch(note -> note.contains("older"));
            });
            return true;
        });
    }

    @Test
    void losesNothingWhereARecordTurnsOutToBeOfAnother() {
        Undone.after(transactions, () -> {
            take(Feed.OSV, osv("PYSEC-2093-1", "2090-01-01", "'aliases':['GHSA-hhhh-hhhh-hhhh'],", "PyPI"), null);
            FeedReading.Taken taken = take(Feed.OSV, osv("GHSA-hhhh-hhhh-hhhh", "2090-01-01", "", "PyPI"), null);

            assertThat(rows.<AdvisoryEntity>list("id like '%hhhh%' or id like 'PYSEC-2093%'"))
                    .as("changed " + taken.changed() + ", skipped " + taken.reasons())
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.id).isEqualTo("GHSA-hhhh-hhhh-hhhh");
                        assertThat(row.statementsOrNone().byFeed())
                                .containsOnlyKeys("OSV:GHSA-hhhh-hhhh-hhhh", "OSV:PYSEC-2093-1");
                    });
            return true;
        });
    }

    @Test
    void joinsWhatAnEarlierVersionStoredApart() {
        Undone.after(transactions, () -> {
            AdvisoryEntity listed = stored("CVE-2092-0001", "CVE-2092-0001");
            listed.statements = before("{'byFeed':{'KEV':{'id':'CVE-2092-0001','aliases':[],'affected':[]}}}");
            listed.exploited =
                    new ExploitedView("KEV", java.time.LocalDate.parse("2089-01-01"), null, null, null, null);
            AdvisoryEntity late = stored("own-before", "CVE-2092-0001");
            late.affected = List.of(new AffectedView("order-box", null, null, null, null, null));
            AdvisoryEntity first = stored("own-first", "CVE-2092-0002");
            first.affected = late.affected;
            first.statements = before("{'byFeed':{'OSV':{'id':'GHSA-gggg-gggg-gggg','aliases':['CVE-2092-0002'],"
                    + "'modified':'2089-01-01T00:00:00Z','affected':[]}}}");

            upgrade.upgrade();

            AdvisoryEntity own = rows.findById("own-before");
            assertThat(own.exploited).isNotNull();
            assertThat(own.vulnerability).isEqualTo("CVE-2092-0001");
            assertThat(own.shared).isTrue();
            AdvisoryEntity split = rows.findById("CVE-2092-0002");
            assertThat(split.statementsOrNone().byFeed()).containsOnlyKeys("OSV:GHSA-gggg-gggg-gggg");
            AdvisoryEntity emptied = rows.findById("own-first");
            assertThat(emptied.isOwnOnly()).isTrue();
            assertThat(emptied.aliases).contains("GHSA-gggg-gggg-gggg");
            assertThat(rows.unparted(10)).isEmpty();
            return true;
        });
    }

    @Test
    void showsAsRemovedWhatWasListedBeforeCataloguesWereRemembered() {
        Undone.after(transactions, () -> {
            AdvisoryEntity listed = stored("CVE-2092-0007", "CVE-2092-0007");
            listed.statements = before("{'byFeed':{'KEV':{'id':'CVE-2092-0007','aliases':[],'affected':[]}}}");
            listed.exploited =
                    new ExploitedView("KEV", java.time.LocalDate.parse("2089-01-01"), null, null, null, null);
            rows.flush();
            // Undone with the rest: catalogues that other tests have loaded.
            rows.getEntityManager().createNativeQuery("delete from kev_entry").executeUpdate();
            rows.getEntityManager().createNativeQuery("delete from kev_release").executeUpdate();
            rows.getEntityManager()
                    .createNativeQuery("insert into kev_entry (cve, listed_at) values"
                            + " ('CVE-2092-0007', timestamp with time zone '1970-01-01 00:00:00+00')")
                    .executeUpdate();
            upgrade.upgrade();

            take(Feed.KEV, kev("2091-01-02", entry("CVE-2092-0008", "02")), null);

            AdvisoryEntity row = rows.findById("CVE-2092-0007");
            assertThat(row.exploited)
                    .isEqualTo(new ExploitedView(
                            "KEV",
                            java.time.LocalDate.parse("2089-01-01"),
                            null,
                            null,
                            null,
                            java.time.LocalDate.parse("2091-01-02")));
            return true;
        });
    }

    private AdvisoryEntity stored(String key, String cve) {
        AdvisoryEntity row = registry.blank();
        row.id = key;
        row.keyFolded = AdvisoryLookup.fold(key);
        row.name = key;
        row.cve = cve;
        row.vulnerability = cve;
        rows.persist(row);
        return row;
    }

    private static @Nullable Statements before(String text) {
        return new Statements.Column().convertToEntityAttribute(text.replace('\'', '"'));
    }

    private FeedReading.Taken take(Feed feed, String text, @Nullable Instant held) {
        return reading.take(
                feed,
                new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                held,
                new Sending(true, null));
    }
}
