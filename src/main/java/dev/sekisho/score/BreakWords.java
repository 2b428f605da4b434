package dev.sekisho.score;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.path.AttackPath;
import dev.sekisho.risk.path.AttackPath.Hop;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.score.RiskView.BreakView;
import dev.sekisho.text.Sentences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what has to be broken on a path, and where it stands. */
final class BreakWords {
    private static final String PRODUCT = "product";

    private final Assessment assessment;
    private final Estate estate;
    private final Sentences sentences;

    BreakWords(Assessment assessment, Sentences sentences) {
        this.assessment = assessment;
        this.estate = assessment.estate();
        this.sentences = sentences;
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
        String text = "BREAK." + (isFirewall(hop, kind, key) ? "firewall" : kind);
        return BreakView.of(
                label,
                Phrase.of(
                        sentences,
                        sentences.has(text) ? text : "BREAK.other",
                        Map.of(
                                "what", sentences.has(text) ? name(kind, key) : label,
                                "from", place(hop.from()),
                                "to", place(hop.to()),
                                "link", hop.link().name())));
    }

    /** The product of a firewall that lets nothing through has to be broken as what stands between two sides. */
    private boolean isFirewall(Hop hop, String kind, String key) {
        return kind.equals(PRODUCT)
                && key.equals(hop.link().firewall().product())
                && assessment.posture(hop.via()).map(Posture::permitsNothing).orElse(false);
    }

    private String name(String kind, String key) {
        var product = kind.equals(PRODUCT) ? estate.products().get(key) : null;
        if (product != null) {
            return product.name();
        }
        return kind.equals("credential") || kind.equals("mfa") ? place(key) : key;
    }

    /** A zone, or the third party where a way begins. */
    private String place(String key) {
        var zone = estate.zones().get(key);
        if (zone != null) {
            return zone.name();
        }
        var thirdParty = estate.thirdParties().get(key);
        return thirdParty == null ? key : thirdParty.name();
    }
}
