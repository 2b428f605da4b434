package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.LinkPicture.Conditions;
import dev.sekisho.risk.assessment.LinkPicture.Inputs;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.ZoneNode.TargetInZone;
import dev.sekisho.risk.score.Assurance;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Exposure;
import dev.sekisho.risk.score.Floor;
import dev.sekisho.risk.score.Harm;
import dev.sekisho.risk.score.LinkRisk;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Share;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Scores links on one day under one answer to what is unknown. */
final class LinkScoring {
    private final Model model;
    private final LocalDate today;
    private final Completion unknown;
    private final Map<String, Share> assurances = new ConcurrentHashMap<>();
    private final Map<Exposure, Exposure.Weighed> exposures = new ConcurrentHashMap<>();
    private final Map<Approach, Harm> harms = new ConcurrentHashMap<>();

    LinkScoring(Conditions conditions) {
        this.model = conditions.model();
        this.today = conditions.today();
        this.unknown = conditions.unknown();
    }

    LinkPicture weigh(Inputs inputs) {
        Approach approach = inputs.wayIn().approach();
        if (approach == null) {
            return new LinkPicture(inputs, Software.NONE, LinkRisk.DOWN);
        }
        Software behind = inputs.behind().and(inputs.own(), model);
        return new LinkPicture(inputs, behind, risk(inputs, behind, approach));
    }

    private LinkRisk risk(Inputs inputs, Software behind, Approach approach) {
        ThirdParty thirdParty = inputs.thirdParty();
        boolean lapsed = thirdParty != null && Assurance.lapsed(thirdParty.agreement(), today, unknown);
        Exposure exposure = Exposure.of(inputs.link(), inputs.posture(), lapsed, today, unknown);
        return LinkRisk.of(
                new LinkRisk.Facts(
                        once(exposures, exposure, this::weighed),
                        behind.share(),
                        thirdParty == null
                                ? Share.NONE
                                : once(assurances, thirdParty.key(), key -> assurance(thirdParty)),
                        once(harms, approach, this::harm),
                        conditions(inputs, behind, approach, exposure)),
                model);
    }

    private Floor.Conditions conditions(Inputs inputs, Software behind, Approach approach, Exposure exposure) {
        ThirdParty thirdParty = inputs.thirdParty();
        return new Floor.Conditions(
                inputs.posture().unfiltered(),
                approach.crownWithin(1),
                behind.urgency().openToAttack(),
                thirdParty != null && thirdParty.notice() == Notice.COMPROMISED,
                behind.urgency().overdueExploited(),
                inputs.link() instanceof ConnectionPoint point && unknown.privileged(point.privileged()),
                exposure.weakAuthentication(model));
    }

    /** Many links have it in common; who only reads need not wait for anybody. */
    private static <K, V> V once(Map<K, V> known, K key, Function<K, V> maker) {
        V value = known.get(key);
        return value == null ? known.computeIfAbsent(key, maker) : value;
    }

    private Exposure.Weighed weighed(Exposure exposure) {
        return exposure.weighed(model);
    }

    private Share assurance(ThirdParty thirdParty) {
        return Share.of(Assurance.of(thirdParty, today, unknown), model);
    }

    private Harm harm(Approach approach) {
        TargetInZone worst = null;
        int points = 0;
        int away = 0;
        for (int breaks = 0; breaks <= Approach.BEYOND; breaks++) {
            TargetInZone ground = approach.worstAt(breaks).orElse(null);
            if (ground != null && points(ground, breaks) > points) {
                worst = ground;
                points = points(ground, breaks);
                away = breaks;
            }
        }
        return worst == null ? Harm.NONE : harm(worst, away);
    }

    private int points(TargetInZone ground, int breaks) {
        return ground.criticality() - model.consequence().pointsPerBreak() * breaks;
    }

    private Harm harm(TargetInZone worst, int breaks) {
        String away = breaks == Approach.BEYOND ? "at least " + breaks : Integer.toString(breaks);
        return new Harm(
                points(worst, breaks),
                worst.name() + " of criticality " + worst.criticality() + ", " + away
                        + (breaks == 1 ? " break away" : " breaks away"));
    }
}
