package dev.sekisho.score;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.path.AttackPath;
import dev.sekisho.risk.path.AttackPath.Hop;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.score.RiskView.BreakView;
import dev.sekisho.text.Sentences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what has to be broken on a path, and where it stands. */
final class BreakWords {
    private static final String PRODUCT = "product";
    private static final String PROVIDER = "idp:";

    /** Kinds of what has to be broken that are called by the third party, zone or holding where it stands. */
    private static final Set<String> OF_PLACES =
            Set.of("credential", "mfa", "supply", "operations", "holder", "egress");

    private final Assessment assessment;
    private final Estate estate;
    private final Sentences sentences;
    private final Places places;

    BreakWords(Assessment assessment, Sentences sentences) {
        this.assessment = assessment;
        this.estate = assessment.estate();
        this.sentences = sentences;
        places = new Places(estate, sentences);
    }

    /** Everything that has to be broken, each where it stands in the way first. */
    List<BreakView> of(AttackPath path) {
        var found = new LinkedHashMap<String, BreakView>();
        for (Hop hop : path.hops()) {
            hop.breaks().forEach(label -> found.computeIfAbsent(label, any -> at(hop, label)));
        }
        return List.copyOf(found.values());
    }

    private BreakView at(Hop hop, String label) {
        String kind = label.substring(0, label.indexOf(':'));
        String key = label.substring(label.indexOf(':') + 1);
        String text = "BREAK." + (isFirewall(hop, kind, key) ? "firewall" : isProvider(label) ? "idp" : kind);
        return BreakView.of(
                label,
                Phrase.of(
                        sentences,
                        sentences.has(text) ? text : "BREAK.other",
                        Map.of(
                                "what", sentences.has(text) ? name(kind, key) : label,
                                "from", places.name(hop.from()),
                                "to", places.name(hop.to()),
                                "link", places.way(hop.via()))));
    }

    /** The product of a firewall that lets nothing through has to be broken as what stands between two sides. */
    private boolean isFirewall(Hop hop, String kind, String key) {
        return kind.equals(PRODUCT)
                && key.equals(firewall(hop.via()))
                && assessment.posture(hop.via()).map(Posture::permitsNothing).orElse(false);
    }

    private @Nullable String firewall(Subject via) {
        Link link = via.kind() == Subject.Kind.ZONE_LINK
                ? estate.zoneLinks().get(via.key())
                : estate.connectionPoints().get(via.key());
        return link == null ? null : link.firewall().product();
    }

    private String name(String kind, String key) {
        var product = kind.equals(PRODUCT) ? estate.products().get(key) : null;
        if (product != null) {
            return product.name();
        }
        return kind.equals("credential") && key.startsWith(PROVIDER)
                ? key.substring(PROVIDER.length())
                : OF_PLACES.contains(kind) ? places.name(key) : key;
    }

    private static boolean isProvider(String label) {
        return label.startsWith("credential:" + PROVIDER);
    }

    /** What the places and ways are called that a path leads through. */
    record Places(Estate estate, Sentences sentences) {

        /** A zone, a third party, or what one holds for us. */
        String name(String key) {
            var zone = estate.zones().get(key);
            if (zone != null) {
                return zone.name();
            }
            var thirdParty = estate.thirdParties().get(key);
            if (thirdParty != null) {
                return thirdParty.name();
            }
            var holding = estate.dataHoldings().get(key);
            return holding == null ? key : holding.name();
        }

        /** What one comes in over, or goes on over. */
        String way(Subject over) {
            String key = over.key();
            return switch (over.kind()) {
                case CONNECTION_POINT -> name(estate.connectionPoints().get(key), point -> point.name(), key);
                case ZONE_LINK -> name(estate.zoneLinks().get(key), link -> link.name(), key);
                case ASSET -> said("WAY.ASSET", name(estate.assets().get(key), host -> host.name(), key));
                case THIRD_PARTY -> said("WAY.THIRD_PARTY", name(key));
                case DATA_HOLDING -> said("WAY.DATA_HOLDING", name(key));
                default -> key;
            };
        }

        private String said(String key, String name) {
            return sentences.of(key, Map.of("0", name));
        }

        private static <T> String name(@Nullable T fact, Function<T, String> name, String key) {
            return fact == null ? key : name.apply(fact);
        }
    }
}
