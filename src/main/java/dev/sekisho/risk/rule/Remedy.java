package dev.sekisho.risk.rule;

import dev.sekisho.risk.score.Flaw;
import java.time.LocalDate;

/** What a finding on a flaw tells people to do, and by when. */
public final class Remedy {
    private Remedy() {}

    public static String of(Flaw flaw) {
        String what = flaw.noFix()
                ? "no fix is known, so stop or isolate it"
                : "install " + flaw.match().fixVersion();
        LocalDate due = flaw.deadline().due();
        if (due == null) {
            return what + " with the next upgrade";
        }
        return what + (flaw.deadline().overdue() ? "; it was due by " : " by ") + due;
    }
}
