package dev.sekisho.ruleset.coverage;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.score.Knowledge;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** A link that is up, and how well it is known what it lets through. */
record Known(Link link, Knowledge knowledge) {

    static List<Known> among(
            Collection<? extends Link> links, Subject.Kind kind, Assessment assessment, Predicate<Link> wanted) {
        return links.stream()
                .filter(link -> link.state().up() && wanted.test(link))
                .map(link -> new Known(
                        link,
                        Knowledge.of(
                                link,
                                assessment
                                        .posture(new Subject(kind, link.key()))
                                        .orElseThrow())))
                .toList();
    }

    boolean statedUnfiltered() {
        FilterState stated = link.firewall().state();
        return stated == FilterState.NONE || stated == FilterState.PLANNED;
    }
}
