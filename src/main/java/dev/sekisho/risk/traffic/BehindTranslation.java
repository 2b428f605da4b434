package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.Family;
import dev.sekisho.risk.traffic.set.PortSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A device that judges packets before another one translates their destination, told in the addresses behind the
 * translation. What an exact translation takes arrives where it leads and nowhere else; of another one it is only known
 * where it may lead, and the packet may stay what it is: that is opaque.
 */
final class BehindTranslation {

    /** A device that permits more pieces than this to what is translated counts as permitting all of that. */
    private static final int MOST_BOXES = 2_000;

    private static final String WHERE =
            "a device behind this one translates the destination, and where to is not exact";
    private static final String MANY = "too many rules meet what a device behind this one translates";

    private final RuleSet device;
    private final int position;
    private final List<Rule> arriving = new ArrayList<>();

    /** What exact translations take, in their order. */
    private final List<Rule> taken = new ArrayList<>();

    private BehindTranslation(RuleSet device, int position) {
        this.device = device;
        this.position = position;
    }

    /** @param otherSources sources of packets may not be those that the translations name */
    static RuleSet of(RuleSet device, List<Translation> translations, boolean otherSources, int position) {
        if (translations.stream().allMatch(Translation::isIdle)) {
            return device;
        }
        try {
            var told = new BehindTranslation(device, position);
            translations.forEach(translation -> told.follow(translation, otherSources));
            return told.rules();
        } catch (TooComplexException tooComplex) {
            return Chain.toAnywhere(device, position);
        }
    }

    private RuleSet rules() {
        var rules = new ArrayList<>(arriving);
        taken.forEach(region -> rules.add(region.denying().implied()));
        rules.addAll(device.rules());
        return device.with(rules);
    }

    private void follow(Translation translation, boolean otherSources) {
        var namesSources = !translation.sources().equals(AddressSet.ANY);
        var followed = otherSources ? translation.from(AddressSet.ANY) : translation;
        var region = Rule.permit()
                .from(followed.sources())
                .to(followed.outer())
                .over(followed.protocols())
                .ports(followed.outerPorts())
                .at(translation.line(), "through " + translation.origin())
                .inPosition(position);
        var exact = translation.isExact() && !(otherSources && namesSources);
        Arrays.stream(Family.values()).forEach(family -> follow(family, followed, region, exact));
        if (exact) {
            taken.add(region);
        }
    }

    private void follow(Family family, Translation translation, Rule region, boolean exact) {
        var cutBy = new ArrayList<>(taken);
        cutBy.add(region);
        var within = RuleSet.of(region);
        var permitted = Compiled.of(family, device, cutBy);
        var met = permitted
                .and(Compiled.of(permitted.diagram(), within).root())
                .minus(Compiled.of(permitted.diagram(), RuleSet.of(taken.toArray(Rule[]::new)))
                        .root());
        if (met.root() == FirstMatch.DENY) {
            return;
        }
        if (!exact) {
            arriving.add(anywhere(translation, region).opaque(WHERE));
            return;
        }
        var certain = Compiled.of(permitted.diagram(), device.modelled());
        add(translation, region, met.and(certain.root()), false);
        add(translation, region, met.minus(certain.root()), true);
    }

    private void add(Translation translation, Rule region, Compiled packets, boolean doubtful) {
        try {
            for (var box : Boxes.of(packets, MOST_BOXES)) {
                var moved = moved(translation, box)
                        .at(region.line(), region.origin())
                        .inPosition(position)
                        .implied();
                arriving.add(
                        doubtful ? moved.opaque("permitted in doubt before the destination is translated") : moved);
            }
        } catch (TooComplexException tooMany) {
            arriving.add(anywhere(translation, region).opaque(MANY));
        }
    }

    private static Rule moved(Translation translation, Rule box) {
        var there = translation.arriving(
                new Flow(box.sources(), box.destinations(), box.protocols(), box.destinationPorts()));
        return box.to(there.destinations()).ports(there.destinationPorts());
    }

    /** Whatever the translation may make of what it takes; one between families may come from anybody. */
    private static Rule anywhere(Translation translation, Rule region) {
        var inner = translation.inner() == null ? translation.outer() : translation.inner();
        var there = translation.innerPorts() == null ? translation.outerPorts() : translation.innerPorts();
        var sameFamilies = inner.only4().isEmpty()
                        == translation.outer().only4().isEmpty()
                && inner.only6().isEmpty() == translation.outer().only6().isEmpty();
        return region.from(sameFamilies ? region.sources() : AddressSet.ANY)
                .to(inner)
                .ports(there.isAny() ? PortSet.ANY : there)
                .implied();
    }
}
