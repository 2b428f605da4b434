package dev.sekisho.risk.traffic.rule;

/** Refuses a rule set whose exact permitted traffic would not fit into the stated limit. */
public final class TooComplexException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public TooComplexException(String what, long limit) {
        super("More than " + limit + " " + what + ": the rule set is too complex to be measured exactly.");
    }
}
