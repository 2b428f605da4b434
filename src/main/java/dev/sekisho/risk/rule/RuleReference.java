package dev.sekisho.risk.rule;

import java.util.List;

/**
 * The paragraph of reference that stands with a rule.
 *
 * @param severity in words, with what raises it
 * @param reason why it matters
 * @param remediation what to do
 * @param controls ids of the controls it serves, framework first, for instance "PCI DSS 4.0.1 1.2.7"
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
        severity = paragraph(severity);
        reason = paragraph(reason);
        remediation = paragraph(remediation);
        controls = List.copyOf(controls);
    }

    /** Text may be written over several lines; it is read as one paragraph. */
    private static String paragraph(String text) {
        return text.strip().replace('\n', ' ');
    }
}
