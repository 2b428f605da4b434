package dev.sekisho.risk.estate.software;

import org.jspecify.annotations.Nullable;

/**
 * How much harm a vulnerability can do, and how likely somebody does it.
 *
 * @param cvss base score 0..10
 * @param epss probability of exploitation 0..1
 * @param publicExploit whether exploit code is public
 * @param automatable SSVC; unknown counts as yes
 */
public record Hazard(
        @Nullable Double cvss,
        @Nullable Double epss,
        boolean publicExploit,
        @Nullable Exploitation exploited,
        @Nullable Boolean automatable,
        Impact impact) {

    public static final Hazard UNKNOWN = new Hazard(null, null, false, null, null, Impact.UNKNOWN);

    public Hazard {
        range("cvss", cvss, 10);
        range("epss", epss, 1);
    }

    private static void range(String field, @Nullable Double value, double highest) {
        if (value != null && !(value >= 0 && value <= highest)) {
            throw new IllegalArgumentException(field + " must be between 0 and " + (int) highest + ": " + value);
        }
    }

    public Hazard scored(@Nullable Double base) {
        return new Hazard(base, epss, publicExploit, exploited, automatable, impact);
    }

    public Hazard likely(@Nullable Double probability) {
        return new Hazard(cvss, probability, publicExploit, exploited, automatable, impact);
    }

    public Hazard withPublicExploit() {
        return new Hazard(cvss, epss, true, exploited, automatable, impact);
    }

    public Hazard with(@Nullable Exploitation evidence) {
        return new Hazard(cvss, epss, publicExploit, evidence, automatable, impact);
    }

    public Hazard automatable(@Nullable Boolean known) {
        return new Hazard(cvss, epss, publicExploit, exploited, known, impact);
    }

    public Hazard with(Impact other) {
        return new Hazard(cvss, epss, publicExploit, exploited, automatable, other);
    }
}
