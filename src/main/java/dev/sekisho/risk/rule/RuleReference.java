package dev.sekisho.risk.rule;

import java.util.List;

/**
 * The paragraph of reference that stands with a rule.
 *
 * @param severity in words, with what raises it
 * @param reason why it matters
 * @param remediation what to do
 * @param controls ids of the controls it serves, for instance "PCI DSS 4.0.1 1.2.7"
 */
public record RuleReference(
        String code,
        String name,
        String title,
        String severity,
        String reason,
        String remediation,
        List<String> controls) {

    public RuleReference {
        controls = List.copyOf(controls);
    }
}
