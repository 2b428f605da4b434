package dev.sekisho.ruleset.chain;

import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.traffic.Chain;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.risk.traffic.rule.Translations;
import dev.sekisho.ruleset.LinkKind;
import dev.sekisho.ruleset.RuleSetView;
import dev.sekisho.ruleset.RuleView;
import dev.sekisho.ruleset.TrafficView;
import dev.sekisho.ruleset.WitnessView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The devices that guard a link one after the other, and what gets through all of them. */
@Schema(
        name = "RuleSetChain",
        description = "The devices that guard a link one after the other, and what gets through all of them.")
record RuleSetChainView(
        @Schema(description = "The kind of link.") LinkKind subject,
        @Schema(description = "Key of the link.") String key,

        @Schema(description = "Whether what all of them let through could be measured.")
        TrafficView.State state,

        @Schema(description = "How open the link is through all of them: 0 closed, 1 open.")
        double openness,

        @Schema(description = "A packet that all of them let through; absent when it is proven that there is none.")
        @Nullable
        WitnessView witness,

        @Schema(description = "What each device decides of that packet, in the order of the way.")
        List<PassView> onTheWay,

        @Schema(description = "The devices in the order of the way.")
        List<DeviceView> devices) {

    /** What one device decides of a packet. */
    @Schema(name = "RuleSetChainPass", description = "What one device decides of a packet.")
    record PassView(
            @Schema(description = "Where the device stands.")
            int position,

            @Schema(description = "What becomes of the packet there.")
            Action action,

            @Schema(description = "The deciding rule; absent where the default action decides.") @Nullable
            RuleView rule) {}

    /** One device. */
    @Schema(name = "RuleSetChainDevice", description = "One device that guards a link, and what it does for the whole.")
    record DeviceView(
            @Schema(description = "Where it stands, counted from 1.")
            int position,

            @Schema(description = "Its rule set, without the rules.")
            RuleSetView ruleSet,

            @Schema(
                    description =
                            "How open the link would be if no other device filtered, 0 to 1; absent where not measured.")
            @Nullable
            Double opennessAlone,

            @Schema(
                    description =
                            "How open the link would be if this device filtered nothing, 0 to 1; absent where not measured.")
            @Nullable
            Double opennessWithout,

            @Schema(
                    description =
                            "Packets from the other side into our space that all other devices let through and this one does not, each of another rule that denies them. Empty: it denies nothing that no other does. Absent where not measured.")
            @Nullable
            List<WitnessView> deniesAlone) {}

    /**
     * @param rules what all devices let through when the link was assessed
     * @param inForce the rule sets in force now, in the order of the way
     */
    static RuleSetChainView of(
            LinkKind kind, String key, @Nullable RuleSet rules, Posture posture, List<RuleSetView> inForce) {
        TrafficSummary traffic = posture.traffic();
        var translations = Translations.of(rules);
        return new RuleSetChainView(
                kind,
                key,
                TrafficView.State.of(posture, rules),
                traffic == null ? 1 : traffic.openness(),
                traffic == null ? null : WitnessView.of(traffic.witness(), translations),
                traffic == null || traffic.witness() == null ? List.of() : onTheWay(traffic, inForce),
                devices(traffic, inForce, translations));
    }

    private static List<PassView> onTheWay(TrafficSummary traffic, List<RuleSetView> inForce) {
        RuleSet rules = traffic.question().rules();
        List<Integer> positions = positions(rules, inForce);
        List<Decision> decisions =
                new RuleWalk(rules).onTheWay(traffic.witness().packet());
        var passes = new ArrayList<PassView>();
        for (int i = 0; i < decisions.size() && i < positions.size(); i++) {
            Decision decision = decisions.get(i);
            passes.add(new PassView(
                    positions.get(i),
                    decision.action(),
                    decision.rule() == null ? null : RuleView.of(decision.rule())));
        }
        return passes;
    }

    /** Those that were assessed; of a single device they are told by what is in force. */
    private static List<Integer> positions(RuleSet assessed, List<RuleSetView> inForce) {
        return assessed.row().isEmpty()
                ? inForce.stream().map(RuleSetView::position).limit(1).toList()
                : assessed.row().stream().map(device -> device.position()).toList();
    }

    private static List<DeviceView> devices(
            @Nullable TrafficSummary traffic, List<RuleSetView> inForce, Translations translations) {
        Map<Integer, Chain.Contribution> told = contributions(traffic, inForce);
        return inForce.stream()
                .map(ruleSet -> device(ruleSet, told.get(ruleSet.position()), translations))
                .toList();
    }

    private static DeviceView device(
            RuleSetView ruleSet, Chain.@Nullable Contribution told, Translations translations) {
        return told == null
                ? new DeviceView(ruleSet.position(), ruleSet, null, null, null)
                : new DeviceView(
                        ruleSet.position(),
                        ruleSet,
                        told.alone(),
                        told.without(),
                        told.deniedAlone().stream()
                                .map(packet -> WitnessView.of(packet, translations))
                                .toList());
    }

    /** By position; none where too much came together, or where other devices were assessed than are in force by now. */
    private static Map<Integer, Chain.Contribution> contributions(
            @Nullable TrafficSummary traffic, List<RuleSetView> inForce) {
        if (traffic == null) {
            return Map.of();
        }
        List<Integer> positions = positions(traffic.question().rules(), inForce);
        if (!positions.equals(inForce.stream().map(RuleSetView::position).toList())) {
            return Map.of();
        }
        try {
            List<Chain.Contribution> inOrder = Chain.contributions(traffic.question());
            return inOrder.stream()
                    .collect(Collectors.toMap(told -> positions.get(inOrder.indexOf(told)), Function.identity()));
        } catch (TooComplexException tooComplex) {
            return Map.of();
        }
    }
}
