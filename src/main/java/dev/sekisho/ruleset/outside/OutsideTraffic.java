package dev.sekisho.ruleset.outside;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.outside.OutsideRule.Part;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes down what security rules let arrive. They speak of addresses and ports as packets are sent, so that a packet may
 * arrive at one real address in several ways: straight, and through each translation that leads there. A permit of one way
 * lets it arrive; a deny counts for all ways only if it stands in each of them, and otherwise for later permits of its own
 * way.
 */
public final class OutsideTraffic {

    private final Way straight = Way.straight();
    private final List<Way> translated;
    private final AddressSet inside;
    private final RuleCollector rules;

    public OutsideTraffic(List<OutsideTranslation> translations, RuleCollector rules) {
        this.translated = translations.stream().map(Way::through).toList();
        this.inside = AddressSet.union(translated.stream().map(Way::inside).toList());
        this.rules = rules;
    }

    /**
     * Writes all rules in their order.
     *
     * @param otherwise what is done where none matches
     * @return what is done then with what no written rule is about
     */
    public Action write(List<OutsideRule> readings, Resolved<Action> otherwise) {
        if ((long) translated.size() * readings.size() > ConfigurationLimits.STEPS) {
            var doubt = "too many rules and translations to follow each";
            rules.permit(RuleMatch.ANY.to(inside), List.of(doubt), 0, "translations");
        }
        readings.forEach(this::write);
        if (otherwise.set() == Action.DENY || otherwise.doubts().isEmpty() && translated.isEmpty()) {
            return otherwise.set();
        }
        write(new OutsideRule(
                Action.PERMIT, List.of(new Part(RuleMatch.ANY, otherwise.doubts())), 0, "where no rule matches"));
        return Action.DENY;
    }

    private void write(OutsideRule reading) {
        for (var part : reading.parts()) {
            if (reading.action() == Action.PERMIT) {
                permit(reading, part);
            } else if (part.doubts().isEmpty()) {
                deny(reading, part.match());
            } else {
                rules.add(Action.DENY, part.match(), part.doubts(), reading.line(), reading.origin());
            }
        }
    }

    private void permit(OutsideRule reading, Part part) {
        var direct = straight.permitted(part.match());
        direct.set().forEach(match -> add(reading, part, direct.doubts(), match));
        for (var way : ways(part.match())) {
            var arriving = way.permitted(part.match());
            arriving.set().stream()
                    .filter(match -> direct.set().stream().noneMatch(match::isWithin))
                    .forEach(match -> add(reading, part, arriving.doubts(), match));
        }
    }

    private void add(OutsideRule reading, Part part, List<String> ofWay, RuleMatch match) {
        var doubts = Resolved.doubts(Stream.of(part.doubts(), ofWay));
        rules.permit(match, doubts, reading.line(), reading.origin());
    }

    private void deny(OutsideRule reading, RuleMatch match) {
        var spared = new ArrayList<AddressSet>();
        for (var way : reached(match)) {
            if (!way.denies(match)) {
                spared.add(way.inside());
            }
        }
        var elsewhere = AddressSet.union(spared);
        var denied = spared.isEmpty() ? match : match.to(elsewhere.complement());
        rules.add(Action.DENY, denied, List.of(), reading.line(), reading.origin());
        if (!spared.isEmpty()) {
            straight.deny(match.to(elsewhere));
        }
        ways(match).forEach(way -> way.denyBeside(match, denied));
    }

    /** Through which a packet that this is about may be sent. */
    private List<Way> ways(RuleMatch match) {
        return translated.stream().filter(way -> way.takes(match)).toList();
    }

    /** Through which other packets may arrive where those do that this is about. */
    private List<Way> reached(RuleMatch match) {
        return match.destinations().intersects(inside)
                ? translated.stream().filter(way -> way.reaches(match)).toList()
                : List.of();
    }
}
