package dev.sekisho.risk.rule;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.rule.Finding.Concerned;
import org.jspecify.annotations.Nullable;

/** Starts a finding of one rule; the subject's relations are filled in from the estate. */
public final class Findings {
    private final RuleReference reference;

    public Findings(RuleReference reference) {
        this.reference = reference;
    }

    public Finding on(LinkSituation at, Severity severity, String cause, String detail, Evidence evidence) {
        Subject subject = Subject.of(at.link());
        var concerned = at.link() instanceof ConnectionPoint point
                ? at(at.estate(), point, subject)
                : concerned(at.estate(), subject, null, at.link().zone());
        return finding(concerned, severity, cause, detail, evidence);
    }

    public Finding on(InstallationSituation at, Severity severity, String cause, String detail, Evidence evidence) {
        return finding(concerned(at), severity, cause, detail, evidence);
    }

    public Finding on(ThirdPartySituation at, Severity severity, String cause, String detail, Evidence evidence) {
        return finding(
                concerned(at.estate(), subject(at), at.thirdParty().key(), null), severity, cause, detail, evidence);
    }

    /** On the third party, but about one of its connection points: one that is cut resolves by itself. */
    public Finding on(
            ThirdPartySituation at, ConnectionPoint point, Severity severity, String detail, Evidence evidence) {
        return finding(at(at.estate(), point, subject(at)), severity, point.key(), detail, evidence);
    }

    public Finding on(ZoneSituation at, Severity severity, String detail, Evidence evidence) {
        String zone = at.zone().key();
        var concerned = concerned(at.estate(), new Subject(Subject.Kind.ZONE, zone), null, zone);
        return finding(concerned, severity, "", detail, evidence);
    }

    public Finding on(AssetSituation at, Severity severity, String detail, Evidence evidence) {
        Asset asset = at.asset();
        var subject = new Subject(Subject.Kind.ASSET, asset.key());
        var concerned = concerned(at.estate(), subject, asset.managedBy(), asset.zone());
        return finding(concerned, severity, "", detail, evidence);
    }

    public Finding on(DataHoldingSituation at, Severity severity, String detail, Evidence evidence) {
        var subject = new Subject(Subject.Kind.DATA_HOLDING, at.holding().key());
        return finding(concerned(at.holding(), subject), severity, "", detail, evidence);
    }

    public Finding on(ProductSituation at, Severity severity, String detail, Evidence evidence) {
        var subject = new Subject(Subject.Kind.SOFTWARE_PRODUCT, at.product().key());
        var concerned = concerned(at.estate(), subject, at.product().supplier(), null);
        return finding(concerned, severity, "", detail, evidence);
    }

    /** On everything, for what verdicts rest on belongs to nobody in particular; told once a source. */
    public Finding on(SourceSituation at, Severity severity, String detail, Evidence evidence) {
        var concerned = new Concerned(Subject.PORTFOLIO, null, null, null, null);
        return finding(concerned, severity, at.source().key(), detail, evidence);
    }

    private static Subject subject(ThirdPartySituation at) {
        return new Subject(Subject.Kind.THIRD_PARTY, at.thirdParty().key());
    }

    /** The third party to talk to: whose connection it is or who holds it, else who runs the host, else who supplies the product. */
    private static Concerned concerned(InstallationSituation at) {
        Place place = at.installation().place();
        var subject = new Subject(Subject.Kind.INSTALLATION, at.installation().key());
        String supplier = at.product().supplier();
        return switch (place.kind()) {
            case CONNECTION_POINT ->
                at(at.estate(), requireNonNull(at.estate().connectionPoints().get(place.key())), subject);
            case ASSET -> {
                Asset host = requireNonNull(at.estate().assets().get(place.key()));
                String manager = host.managedBy() == null ? supplier : host.managedBy();
                yield concerned(at.estate(), subject, manager, host.zone());
            }
            case ZONE -> concerned(at.estate(), subject, supplier, place.key());
            case DATA_HOLDING ->
                concerned(requireNonNull(at.estate().dataHoldings().get(place.key())), subject);
        };
    }

    private static Concerned concerned(DataHolding holding, Subject subject) {
        return new Concerned(subject, holding.thirdParty(), null, null, holding.organization());
    }

    private static Concerned at(Estate estate, ConnectionPoint point, Subject subject) {
        return new Concerned(subject, point.thirdParty(), point.key(), point.zone(), owner(estate, point.zone()));
    }

    private static Concerned concerned(
            Estate estate, Subject subject, @Nullable String thirdParty, @Nullable String zone) {
        return new Concerned(subject, thirdParty, null, zone, owner(estate, zone));
    }

    private static @Nullable String owner(Estate estate, @Nullable String zone) {
        return zone == null ? null : requireNonNull(estate.zones().get(zone)).organization();
    }

    private Finding finding(Concerned concerned, Severity severity, String cause, String detail, Evidence evidence) {
        return new Finding(reference.code(), severity, concerned, cause, detail, evidence.facts());
    }
}
