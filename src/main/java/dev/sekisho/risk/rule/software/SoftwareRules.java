package dev.sekisho.risk.rule.software;

import dev.sekisho.risk.rule.FindingRule;
import java.util.List;

/** What third parties run here. */
public final class SoftwareRules {
    private SoftwareRules() {}

    public static List<FindingRule> all() {
        return List.of(
                new ExploitedUnremediated(),
                new PatchOverdue(),
                new NoFixInUse(),
                new StopNotVerified(),
                new EndOfLife(),
                new VersionUnknown(),
                new TriageDue(),
                new UnmatchedSoftware(),
                new FeedStale(),
                new Undecided());
    }
}
