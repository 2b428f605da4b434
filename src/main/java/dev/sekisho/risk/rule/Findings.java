package dev.sekisho.risk.rule;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.software.Place;
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
                ? Concerned.at(point, subject)
                : new Concerned(subject, null, null, at.link().zone());
        return finding(at.estate(), concerned, severity, cause, detail, evidence);
    }

    public Finding on(InstallationSituation at, Severity severity, String cause, String detail, Evidence evidence) {
        return finding(at.estate(), concerned(at), severity, cause, detail, evidence);
    }

    public Finding on(ThirdPartySituation at, Severity severity, String cause, String detail, Evidence evidence) {
        return finding(
                at.estate(),
                new Concerned(subject(at), at.thirdParty().key(), null, null),
                severity,
                cause,
                detail,
                evidence);
    }

    /** On the third party, but about one of its connection points: one that is cut resolves by itself. */
    public Finding on(
            ThirdPartySituation at, ConnectionPoint point, Severity severity, String detail, Evidence evidence) {
        return finding(at.estate(), Concerned.at(point, subject(at)), severity, point.key(), detail, evidence);
    }

    public Finding on(ZoneSituation at, Severity severity, String detail, Evidence evidence) {
        String zone = at.zone().key();
        var concerned = new Concerned(new Subject(Subject.Kind.ZONE, zone), null, null, zone);
        return finding(at.estate(), concerned, severity, "", detail, evidence);
    }

    public Finding on(AssetSituation at, Severity severity, String detail, Evidence evidence) {
        Asset asset = at.asset();
        var subject = new Subject(Subject.Kind.ASSET, asset.key());
        var concerned = new Concerned(subject, asset.managedBy(), null, asset.zone());
        return finding(at.estate(), concerned, severity, "", detail, evidence);
    }

    public Finding on(ProductSituation at, Severity severity, String detail, Evidence evidence) {
        var subject = new Subject(Subject.Kind.SOFTWARE_PRODUCT, at.product().key());
        var concerned = new Concerned(subject, at.product().supplier(), null, null);
        return finding(at.estate(), concerned, severity, "", detail, evidence);
    }

    private static Subject subject(ThirdPartySituation at) {
        return new Subject(Subject.Kind.THIRD_PARTY, at.thirdParty().key());
    }

    /** The third party to talk to: whose connection it is, else who runs the host, else who supplies the product. */
    private static Concerned concerned(InstallationSituation at) {
        Place place = at.installation().place();
        var subject = new Subject(Subject.Kind.INSTALLATION, at.installation().key());
        String supplier = at.product().supplier();
        return switch (place.kind()) {
            case CONNECTION_POINT ->
                Concerned.at(requireNonNull(at.estate().connectionPoints().get(place.key())), subject);
            case ASSET -> {
                Asset host = requireNonNull(at.estate().assets().get(place.key()));
                yield new Concerned(subject, host.managedBy() == null ? supplier : host.managedBy(), null, host.zone());
            }
            case ZONE -> new Concerned(subject, supplier, null, place.key());
        };
    }

    private Finding finding(
            Estate estate, Concerned concerned, Severity severity, String cause, String detail, Evidence evidence) {
        String zone = concerned.zone();
        return new Finding(
                reference.code(),
                severity,
                concerned.subject(),
                cause,
                detail,
                evidence.facts(),
                concerned.thirdParty(),
                concerned.connectionPoint(),
                zone,
                zone == null ? null : requireNonNull(estate.zones().get(zone)).organization());
    }

    private record Concerned(
            Subject subject,
            @Nullable String thirdParty,
            @Nullable String connectionPoint,
            @Nullable String zone) {
        static Concerned at(ConnectionPoint point, Subject subject) {
            return new Concerned(subject, point.thirdParty(), point.key(), point.zone());
        }
    }
}
