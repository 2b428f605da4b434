package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.software.Advisory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How bad one vulnerability is at one place: the facts that make V.
 *
 * @param usableNow exploited, or unpublished and held by whoever found it
 * @param epss probability of exploitation; absent leaves a prior
 * @param daysOverdue 0 within the deadline
 * @param compensated whether a verified compensating control holds
 */
record Weakness(
        boolean usableNow,
        @Nullable Double epss,
        boolean publicExploit,
        @Nullable Double cvss,
        boolean fix,
        long daysOverdue,
        boolean compensated,
        Reach reach) {

    private static final double HIGHEST_CVSS = 10;

    public static Weakness of(Advisory advisory, boolean fix, Deadline deadline, boolean compensated, Reach reach) {
        return new Weakness(
                advisory.usableNow(),
                advisory.epss(),
                advisory.publicExploit(),
                advisory.cvss(),
                fix,
                deadline.daysOverdue(),
                compensated,
                reach);
    }

    /** The same with its prior replaced by the worst the unknown can be. */
    Weakness atWorst() {
        return epss == null
                ? new Weakness(usableNow, 1.0, publicExploit, cvss, fix, daysOverdue, compensated, reach)
                : this;
    }

    /** The same as seen from elsewhere. */
    Weakness within(Reach other) {
        return new Weakness(usableNow, epss, publicExploit, cvss, fix, daysOverdue, compensated, other);
    }

    /** The four factors under these weights; together 0..100. */
    public List<Factor> factors(Model.Vulnerability model) {
        return List.of(
                factor(model, "EXPLOIT", exploit(model), exploitInWords()),
                factor(
                        model,
                        "IMPACT",
                        cvss == null ? 1 : cvss / HIGHEST_CVSS,
                        "CVSS " + (cvss == null ? "unknown" : cvss)),
                factor(model, "REMEDY", remedy(model), remedyInWords()),
                factor(model, "REACH", Model.weight(model.reach(), reach), "reachable: " + reach));
    }

    /** How sure it is that it is used, 0..1. */
    double exploit(Model.Vulnerability model) {
        if (usableNow) {
            return 1;
        }
        double known = publicExploit ? model.epss().withPublicExploit() : 0;
        if (epss == null) {
            return Math.max(model.epss().unknown(), likelihood(known, model));
        }
        return likelihood(Math.max(known, epss), model);
    }

    private static double likelihood(double epss, Model.Vulnerability model) {
        return epss == 0 ? 0 : Math.max(0, 1 + Math.log10(epss) / model.epss().decades());
    }

    private double remedy(Model.Vulnerability model) {
        return open(model) * (compensated ? model.compensated() : 1);
    }

    private double open(Model.Vulnerability model) {
        double inTime = model.remedyInTime();
        double late = 1 - Math.pow(2, -daysOverdue / model.overdueHalfLifeDays());
        return fix ? inTime + (1 - inTime) * late : 1;
    }

    private String exploitInWords() {
        if (usableNow) {
            return "exploited, or known only to those who found it";
        }
        String code = publicExploit ? ", exploit code is public" : "";
        return (epss == null ? "EPSS unknown" : "EPSS " + Factor.rounded(epss, 4)) + code;
    }

    private String remedyInWords() {
        String state = !fix ? "no fix" : daysOverdue == 0 ? "within the deadline" : daysOverdue + " days overdue";
        return compensated ? state + ", a verified control compensates" : state;
    }

    private static Factor factor(Model.Vulnerability model, String code, double value, String fact) {
        return new Factor(code, Model.weight(model.weights(), code) * value, List.of(fact));
    }
}
