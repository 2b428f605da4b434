package dev.sekisho.ruleset;

import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.Translations;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the rules of a link permit. */
@Schema(
        name = "Traffic",
        description =
                "What the rules of a link permit, exactly: counts of (destination address, tcp or udp, port) inside our own space that somebody on the other side can reach.")
public record TrafficView(
        @Schema(description = "The kind of link.") LinkKind subject,
        @Schema(description = "Key of the link.") String key,

        @Schema(
                description =
                        "MEASURED: all of it is exact. NOT_ASSESSABLE: rules could not be modelled, which count as permitting all they state in the figures here, or nothing could be measured, which counts as open; the note says which. NO_RULE_SET counts as open.")
        State state,

        @Schema(description = "What could not be assessed, and why.") @Nullable
        String note,

        @Schema(
                description =
                        "Why any address counts as the third party's: it is known by name, or its addresses change. Absent where neither is stated.")
        @Nullable
        String sources,

        @Schema(description = "log2(1+permitted) / log2(1+possible): 0 closed, 1 open.")
        double openness,

        @Schema(
                description =
                        "How many pairs of destination and port somebody on the other side can reach; absent where not measured.")
        @Nullable
        BigInteger permitted,

        @Schema(description = "How many such pairs our own space has behind the link; absent where not measured.")
        @Nullable
        BigInteger possible,

        @Schema(description = "By how many doublings more is permitted than approved.") @Nullable
        Double excessBits,

        @Schema(description = "Highest weight among the risky services permitted.")
        double riskyService,

        @Schema(description = "The risky services that are permitted, the weightiest first.")
        List<RiskyView> riskyServices,

        @Schema(description = "A packet that gets through; absent when it is proven that none does.") @Nullable
        WitnessView witness,

        @Schema(description = "Permitted traffic that nobody approved, one witness a rule.")
        List<WitnessView> unapproved,

        @Schema(description = "Approved flows that are not fully permitted.")
        List<String> unmetApprovals,

        @Schema(
                description =
                        "Rules that let in sources nobody registered: no connection point behind the same rules and none of our own zones has them. They count as the other side's.")
        List<UnregisteredView> unregistered,

        @Schema(description = "Rules that can never match.") List<RuleView> shadowed,

        @Schema(description = "Rules whose removal changes nothing.")
        List<RuleView> redundant,

        @Schema(
                description =
                        "How many rules interact in too many ways to tell whether they are shadowed or redundant; nothing is claimed of them.")
        int undecided,

        @Schema(description = "Rules that could not be modelled and count as permitting.")
        List<RuleView> opaque) {

    /** Whether it could be measured. */
    @Schema(name = "TrafficState", description = "Whether the traffic a link permits could be measured.")
    public enum State {
        MEASURED,
        NOT_ASSESSABLE,
        NO_RULE_SET;

        /** That of a link with this posture and these rules. */
        public static State of(Posture posture, @Nullable RuleSet rules) {
            TrafficSummary traffic = posture.traffic();
            if (traffic == null) {
                return rules == null ? NO_RULE_SET : NOT_ASSESSABLE;
            }
            return doubt(traffic) == null ? MEASURED : NOT_ASSESSABLE;
        }
    }

    /** A risky service that is permitted. */
    @Schema(name = "RiskyService", description = "A risky service that is permitted.")
    public record RiskyView(
            @Schema(description = "Name of the service, such as SMB or RDP.")
            String name,

            @Schema(description = "How much it counts, 0 to 1.")
            double weight,

            @Schema(description = "A packet to it that gets through.") @Nullable
            WitnessView witness) {}

    static TrafficView of(LinkKind kind, Link link, Posture posture) {
        TrafficSummary traffic = posture.traffic();
        State state = State.of(posture, link.ruleSet());
        return traffic == null ? open(kind, link, state) : measured(kind, link, state, traffic);
    }

    private static @Nullable String sources(Link link) {
        return link instanceof ConnectionPoint point && point.addressing().isOpen()
                ? point.addressing().inWords()
                : null;
    }

    /** Nothing was measured. */
    private static TrafficView open(LinkKind kind, Link link, State state) {
        String note = state == State.NO_RULE_SET
                ? "The link has no rule set."
                : "The rules interact in more ways than can be measured exactly.";
        return new TrafficView(
                kind,
                link.key(),
                state,
                note,
                sources(link),
                1,
                null,
                null,
                null,
                1,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of());
    }

    private static @Nullable String doubt(TrafficSummary traffic) {
        if (!traffic.isAssessable()) {
            return "The zone has no addresses to measure the rules against.";
        }
        int opaque = traffic.opaque().size();
        return opaque == 0
                ? null
                : "Rules that could not be modelled count as permitting all they state: " + opaque
                        + ", listed as opaque.";
    }

    private static TrafficView measured(LinkKind kind, Link link, State state, TrafficSummary traffic) {
        var translations = Translations.of(link.ruleSet());
        return new TrafficView(
                kind,
                link.key(),
                state,
                doubt(traffic),
                sources(link),
                traffic.openness(),
                traffic.exposure().permitted(),
                traffic.exposure().possible(),
                traffic.excessBits(),
                traffic.riskyWeight(),
                traffic.riskyServices().stream()
                        .map(risky -> new RiskyView(
                                risky.service().label(),
                                risky.service().weight(),
                                WitnessView.of(risky.witness(), translations)))
                        .toList(),
                WitnessView.of(traffic.witness(), translations),
                traffic.unapproved().stream()
                        .map(packet -> WitnessView.of(packet, translations))
                        .filter(Objects::nonNull)
                        .toList(),
                traffic.unmet().stream().map(unmet -> unmet.flow().toString()).toList(),
                traffic.unregistered().stream()
                        .map(found -> UnregisteredView.of(found, translations))
                        .toList(),
                traffic.anomalies().shadowed().stream().map(RuleView::of).toList(),
                traffic.anomalies().redundant().stream().map(RuleView::of).toList(),
                traffic.anomalies().undecided().size(),
                traffic.opaque().stream().map(RuleView::of).toList());
    }
}
