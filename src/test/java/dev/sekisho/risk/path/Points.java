package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.Routes.PathEntry;
import java.util.List;

/** Connection points of which only the landing matters. */
final class Points {
    private Points() {}

    static PathEntry into(String zone, Ways ways) {
        return into("c", zone, ways);
    }

    static PathEntry into(String key, String zone, Ways ways) {
        return new PathEntry(List.of(), new Subject(Subject.Kind.CONNECTION_POINT, key), zone, ways);
    }
}
