package dev.sekisho.risk.assessment;

import dev.sekisho.risk.entry.Door;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Upkeep.Party;
import dev.sekisho.risk.stake.Stakes;
import dev.sekisho.risk.stake.Term;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What comes to what third parties hold for us: from whoever holds it, and from who works for that one. */
final class AtHolders {
    /** By third party, one for each of what it, or whom it works for, holds. */
    final Derived<?, List<Term>> terms;

    /** The same by the key of what is held. */
    final Map<String, List<Term>> byHolding;

    private final AssessmentInput input;
    private final ScenarioResult scenario;

    private record All(List<List<Term>> terms, Stakes stakes) {
        Map<String, List<Term>> byHolding() {
            return terms.stream()
                    .flatMap(List::stream)
                    .collect(Collectors.groupingBy(
                            term -> stakes.get(term.target()).subject().key()));
        }
    }

    AtHolders(ScenarioResult scenario, Step step) {
        this.scenario = scenario;
        input = scenario.input;
        terms = step.over(input.parties)
                .reading(scenario.doors.parties)
                .reading(scenario.upkeeps.parties)
                .readingFrom(scenario.stakes.all, input.held.keys(), input.zones.keys())
                .given(input.model)
                .collect(
                        "terms at holders",
                        at -> scenario.doors.parties.get(at).stream()
                                .filter(door -> door.zone() == null)
                                .map(door -> term(at, door))
                                .toList());
        byHolding = step.value("terms by holding", new All(terms.values(), scenario.stakes.all), All::byHolding);
    }

    List<Term> of(DataHolding holding) {
        return byHolding.getOrDefault(holding.key(), List.of());
    }

    private Term term(int at, Door door) {
        Party party = scenario.upkeeps.parties.get(at);
        return Term.toHolding(
                input.parties.get(at).key(),
                door,
                scenario.upkeeps.of(door.keeping(), party),
                input.zones.size() + input.held.at(door.over().key()),
                scenario.stakes.all);
    }
}
