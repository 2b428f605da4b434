package dev.sekisho.assessment;

/** Which rows of findings and scores count now. */
public final class Published {
    /**
     * A condition on a row; a statement that says it sees one revision as a whole, however much is being written. It is
     * said as a case because a planner takes two comparisons for a sign that few rows are left, and nearly all are.
     */
    public static final String ROWS = "case when from_revision <= (select p.revision from publication p where p.id = 1)"
            + " and to_revision > (select p.revision from publication p where p.id = 1) then true else false end";

    /** Until when a row counts that nothing has replaced. */
    static final int FOR_GOOD = Integer.MAX_VALUE;

    private Published() {}
}
