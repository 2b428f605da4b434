package dev.sekisho.risk.stake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sekisho.risk.entry.Door;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Exploitation;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Assurance;
import dev.sekisho.risk.score.Band;
import dev.sekisho.risk.score.Cause;
import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Exposedness;
import dev.sekisho.risk.score.Exposure;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.score.Reach;
import dev.sekisho.risk.score.Upkeep;
import dev.sekisho.risk.score.Upkeep.Keeping;
import dev.sekisho.risk.score.Weaknesses;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference rows of section 10 of the model's description, fed to the formula; the landing zone is left out. */
class ReferenceRowsTest {
    private static final Door DOOR = new Door(
            new Subject(Subject.Kind.CONNECTION_POINT, "point"), "zone", Ways.OPEN, Keeping.ELSEWHERE, Causes.NONE);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Model MODEL = Models.CURRENT;
    private static final int NOT_AMONG_THEM = 99;

    /** What is known of one row, in the order of its columns. */
    private enum Column {
        CASE,
        FILTER,
        OPENNESS,
        RISKY,
        AUTHENTICATION,
        PRIVILEGED,
        MONITORED,
        EGRESS,
        ACCESS,
        REVIEW,
        TRANSPORT,
        INNER,
        SOFTWARE,
        NOTICE,
        ASSESSED,
        CLAUSES,
        SUBPROCESSORS,
        RATING,
        TARGETS,
        SCORE,
        BAND
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            before            | NONE     | 1   | 1  | UNKNOWN                | no  | .2 | NONE            | ALWAYS_ON    |     | IP_VPN              | 5 | none    | NONE        | 400 | .5 | 0  | .5 | 90@1 85@1 | 81.9 | CRITICAL
            flaw known        | NONE     | 1   | 1  | UNKNOWN                | no  | .2 | NONE            | ALWAYS_ON    |     | IP_VPN              | 5 | secret  | NONE        | 400 | .5 | 0  | .5 | 90@0 85@0 | 100  | CRITICAL
            use stopped       | NONE     | 1   | 1  | UNKNOWN                | no  | .2 | NONE            | ALWAYS_ON    |     | IP_VPN              | 5 | stopped | NONE        | 400 | .5 | 0  | .5 | 90@1 85@1 | 81.9 | CRITICAL
            firewalls         | VERIFIED | .08 | .3 | MFA                    | no  | .9 | DENY_BY_DEFAULT | ALWAYS_ON    | 30  | IP_VPN              | 0 | stopped | NONE        | 200 | 1  | 1  | .3 | 90@3 85@3 | 15.1 | LOW
            RMM               | VERIFIED | .05 | .7 | MFA                    | yes | .4 | NONE            | ALWAYS_ON    | 100 | INTERNET            | 5 | none    | NONE        | 200 | 1  | 1  | .3 | 95@1      | 69.6 | HIGH
            RMM, day 0        | VERIFIED | .05 | .7 | MFA                    | yes | .4 | NONE            | ALWAYS_ON    | 100 | INTERNET            | 5 | no fix  | COMPROMISED | 200 | 1  | 1  | .3 | 95@0      | 100  | CRITICAL
            ScreenConnect     | VERIFIED | .05 | .7 | MFA                    | no  | .5 | PARTIAL         | ALWAYS_ON    | 100 | INTERNET            | 5 | overdue | NONE        | 200 | 1  | 1  | .3 | 90@0      | 87.1 | CRITICAL
            ordinary EDI link | VERIFIED | .12 | 0  | MUTUAL_CERTIFICATE     | no  | .6 | PARTIAL         | ALWAYS_ON    | 200 | INTERNET_VPN        | 0 | in time | NONE        | 300 | .8 | .5 | .4 | 70@2      | 17.1 | LOW
            well-run link     | VERIFIED | .03 | 0  | PHISHING_RESISTANT_MFA | no  | 1  | DENY_BY_DEFAULT | JUST_IN_TIME | 60  | DEDICATED_ENCRYPTED | 0 | none    | NONE        | 100 | 1  | 1  | .1 | 50@3      | 0    | LOW
            """)
    void come(ArgumentsAccessor row) {
        Story story = story(row);

        assertThat(story.milliPoints() / 1000.0).isCloseTo(number(row, Column.SCORE), within(.1));
        assertThat(Band.of(story.milliPoints())).isEqualTo(Band.valueOf(text(row, Column.BAND)));
        assertThat(story.lines().stream().mapToInt(line -> line.milliPoints()).sum())
                .isEqualTo(story.milliPoints());
    }

    private static Story story(ArgumentsAccessor row) {
        Causes pool = pool(text(row, Column.SOFTWARE));
        var targets = new ArrayList<Stake>();
        List<BitSet> within = Stream.generate(BitSet::new).limit(3).toList();
        var reach = new BitSet();
        for (String target : text(row, Column.TARGETS).split(" ")) {
            String[] worth = target.split("@");
            int criticality = 1000 * Integer.parseInt(worth[0]);
            for (int breaks = Integer.parseInt(worth[1]); breaks < 3; breaks++) {
                within.get(breaks).set(targets.size());
            }
            reach.set(targets.size());
            int inner = (int) (1000 * number(row, Column.INNER));
            targets.add(new Stake(
                    new Subject(Subject.Kind.ZONE, "target"),
                    "target",
                    criticality,
                    criticality,
                    "target",
                    inner,
                    pool));
        }
        var stakes = new Stakes(targets, MODEL.terms());
        Outlook outlook = Outlook.of(new Distances(within, reach), NOT_AMONG_THEM, pool, stakes);
        var entrant = new Entrant("party", DOOR, upkeep(row));
        var lead = new Term(entrant, outlook.sights().get(0), pool);
        int whole = entrant.upkeep().milliPoints() + outlook.milliPoints();
        return Story.of(
                lead, stakes.get(lead.sight().zone()), whole, entrant.upkeep().floor(), MODEL.terms());
    }

    /** A rating is best at 1 in a row, and at 0 in the facts. */
    private static Upkeep upkeep(ArgumentsAccessor row) {
        String review = row.getString(Column.REVIEW.ordinal());
        var exposure = new Exposure(
                new Exposure.Filter(
                        FilterState.valueOf(text(row, Column.FILTER)),
                        number(row, Column.OPENNESS),
                        number(row, Column.RISKY)),
                Authentication.valueOf(text(row, Column.AUTHENTICATION)),
                number(row, Column.MONITORED),
                Egress.valueOf(text(row, Column.EGRESS)),
                Access.valueOf(text(row, Column.ACCESS)),
                new Exposure.Review(review == null ? null : Long.valueOf(review), false),
                Transport.valueOf(text(row, Column.TRANSPORT)));
        var assurance = new Assurance(
                (long) number(row, Column.ASSESSED),
                number(row, Column.CLAUSES),
                number(row, Column.SUBPROCESSORS),
                1 - number(row, Column.RATING));
        var party = new Upkeep.Party(assurance, Notice.valueOf(text(row, Column.NOTICE)), false);
        return Upkeep.of(Keeping.of(exposure, text(row, Column.PRIVILEGED).equals("yes"), MODEL), party, MODEL);
    }

    private static Causes pool(String software) {
        return switch (software) {
            case "none" -> Causes.NONE;
            case "secret" -> pool(UseState.IN_USE, secret(), null);
            case "stopped" -> pool(UseState.STOPPED_VERIFIED, secret(), null);
            case "no fix" -> pool(UseState.IN_USE, exploited(), null);
            case "overdue" -> pool(UseState.IN_USE, exploited(), TODAY.minusDays(10));
            case "in time" ->
                pool(UseState.IN_USE, rated(new Hazard(6.5, .004, false, null, false, Impact.PARTIAL)), TODAY);
            default -> throw new IllegalArgumentException(software);
        };
    }

    private static Advisory secret() {
        return new Advisory("own", "Flaw", null, false, Hazard.UNKNOWN, TODAY);
    }

    /** Due three days after there was a fix. */
    private static Advisory exploited() {
        return rated(new Hazard(10.0, .9, true, new Exploitation("KEV", TODAY, null, false), true, Impact.TOTAL));
    }

    private static Advisory rated(Hazard hazard) {
        return new Advisory("flaw", "Flaw", "flaw", true, hazard, TODAY.minusDays(30));
    }

    private static Causes pool(UseState use, Advisory advisory, @Nullable LocalDate fixed) {
        var installation = new Installation(
                "tool",
                "Tool",
                "tool",
                new InstalledVersion("1.0", TODAY.minusDays(400)),
                new Place(Place.Kind.ZONE, "office"),
                new Use(use, TODAY),
                List.of());
        var match = new Match("tool", advisory.key(), Verdict.AFFECTED, "range", fixed == null ? null : "2.0", fixed);
        return Causes.of(Cause.distinct(List.of(new Weaknesses(MODEL, TODAY, Completion.WORST)
                .judge(
                        installation,
                        new Product("tool", "Tool", null),
                        advisory,
                        match,
                        new Exposedness(Reach.THIRD_PARTY, true, new TreeSet<>())))));
    }

    private static String text(ArgumentsAccessor row, Column column) {
        return row.getString(column.ordinal());
    }

    private static double number(ArgumentsAccessor row, Column column) {
        return row.getDouble(column.ordinal());
    }
}
