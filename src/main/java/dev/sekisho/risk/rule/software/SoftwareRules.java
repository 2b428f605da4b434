package dev.sekisho.risk.rule.software;

import dev.sekisho.risk.rule.Rule;
import java.util.List;

/** What third parties run here. */
public final class SoftwareRules {
    private SoftwareRules() {}

    public static List<Rule> all() {
        return List.of(
                new ExploitedUnremediated(),
                new PatchOverdue(),
                new NoFixInUse(),
                new StopNotVerified(),
                new EndOfLife(),
                new VersionUnknown(),
                new TriageDue());
    }
}
