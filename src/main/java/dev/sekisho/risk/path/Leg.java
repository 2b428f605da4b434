package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.ZoneLink;
import java.util.Comparator;

/**
 * Where one step of a way leads.
 *
 * @param from key of the third party or zone it starts in
 * @param to key of the zone, third party or holding it leads to
 * @param via what it leads over
 */
record Leg(String from, String to, Subject via) {

    /** What somebody comes in over is told before what he would have to bring with his software or by somebody else. */
    static final Comparator<Subject> ORDER = Comparator.comparing(
                    (Subject via) -> via.kind() == Subject.Kind.THIRD_PARTY)
            .thenComparing(Subject::key)
            .thenComparing(Subject::kind);

    static Leg over(ZoneLink link) {
        return new Leg(link.from(), link.zone(), Subject.of(link));
    }
}
