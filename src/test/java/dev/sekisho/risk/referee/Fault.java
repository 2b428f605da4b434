package dev.sekisho.risk.referee;

import static dev.sekisho.risk.referee.Lse5.clamp;
import static dev.sekisho.risk.referee.Lse5.milli;

import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.score.Flaw;
import java.time.LocalDate;

/**
 * One vulnerability of one product at one place, weighed as sections 3 and 6 of the model's description say.
 *
 * @param milliPoints V as seen by somebody who reaches it
 * @param free whether it costs an attacker nothing
 */
record Fault(String product, String vulnerability, int milliPoints, boolean free) {

    static Fault of(Flaw flaw, LocalDate today) {
        Advisory advisory = flaw.advisory();
        LocalDate since = flaw.match().fixAvailableOn();
        boolean fix = flaw.match().fixVersion() != null && (since == null || !since.isAfter(today));
        long overdue = flaw.deadline().daysOverdue();
        double exploit = exploit(advisory);
        double remedy = !fix ? 1 : .2 + .8 * (1 - Math.pow(2, -overdue / 30.0));
        int points = milli(40 * exploit)
                + milli(advisory.cvss() == null ? 20 : 2 * advisory.cvss())
                + milli(25 * remedy * (flaw.compensated() ? .5 : 1))
                + milli(15);
        boolean open = (!fix || overdue > 0) && (exploit >= .5 || advisory.publicExploit());
        boolean free = !flaw.compensated() && (advisory.exploited() != null || open);
        return new Fault(flaw.product().key(), advisory.key(), points, free);
    }

    private static double exploit(Advisory advisory) {
        if (advisory.exploited() != null || (!advisory.published() && advisory.cve() == null)) {
            return 1;
        }
        if (advisory.epss() == null) {
            return .5;
        }
        double likely = advisory.publicExploit() ? Math.max(.01, advisory.epss()) : advisory.epss();
        return clamp(1 + Math.log10(likely) / 3);
    }
}
