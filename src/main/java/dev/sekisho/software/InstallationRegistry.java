package dev.sekisho.software;

import static dev.sekisho.collection.CollectionName.ASSETS;
import static dev.sekisho.collection.CollectionName.CONNECTION_POINTS;
import static dev.sekisho.collection.CollectionName.DATA_HOLDINGS;
import static dev.sekisho.collection.CollectionName.INSTALLATIONS;
import static dev.sekisho.collection.CollectionName.SOFTWARE_PRODUCTS;
import static dev.sekisho.collection.CollectionName.ZONES;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.FactRegistry;
import dev.sekisho.registry.Reference;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.software.identity.IdentityQuality;
import dev.sekisho.software.identity.SoftwareIdentities;
import dev.sekisho.web.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
class InstallationRegistry extends FactRegistry<InstallationEntity, InstallationView> {
    private final Clock clock;
    private final SoftwareIdentities identities;

    InstallationRegistry(InstallationRepository rows, Clock clock, SoftwareIdentities identities) {
        super(INSTALLATIONS, InstallationView.class, rows);
        this.clock = clock;
        this.identities = identities;
    }

    @Override
    protected InstallationEntity blank() {
        return new InstallationEntity();
    }

    @Override
    public InstallationView view(InstallationEntity row) {
        return InstallationView.of(row, identity(row));
    }

    private @Nullable IdentityQuality identity(InstallationEntity row) {
        return identities.shown(row.id, row.product, row.versionText);
    }

    @Override
    public InstallationView said(InstallationEntity row) {
        return InstallationView.of(row, null);
    }

    @Override
    public List<InstallationView> shown(InstallationEntity row) {
        return IdentityQuality.every(identity(row), quality -> InstallationView.of(row, quality));
    }

    @Override
    public long beside() {
        return identities.revision();
    }

    @Override
    protected Set<String> computed() {
        return Set.of("identity");
    }

    @Override
    protected void write(InstallationView said, InstallationEntity into) {
        boolean isNew = into.product.isEmpty();
        LocalDate today = LocalDate.now(clock);
        if (isNew || !Objects.equals(into.versionText, said.version())) {
            into.versionRecordedOn = today;
        }
        if (!into.product.equals(said.product())) {
            into.earlierVersions = null;
        } else if (!Objects.equals(into.versionText, said.version())) {
            into.earlierVersions = EarlierVersions.and(into.earlierVersions, into.versionText, today);
        }
        if (isNew || into.useState != said.useState()) {
            into.useStateSince = today;
        }
        into.product = said.product();
        into.versionText = said.version();
        into.asset = said.at().asset();
        into.connectionPoint = said.at().connectionPoint();
        into.zone = said.at().zone();
        into.dataHolding = said.at().dataHolding();
        into.useState = said.useState();
        into.firstKnownOn = said.firstKnownOn();
        into.treatments = said.treatments();
    }

    @Override
    public List<Reference> references(InstallationView said) {
        PlaceView at = said.at() == null ? PlaceView.NOWHERE : said.at();
        return Reference.present(
                Reference.to("/product", SOFTWARE_PRODUCTS, said.product()),
                Reference.to("/at/asset", ASSETS, at.asset()),
                Reference.to("/at/connectionPoint", CONNECTION_POINTS, at.connectionPoint()),
                Reference.to("/at/zone", ZONES, at.zone()),
                Reference.to("/at/dataHolding", DATA_HOLDINGS, at.dataHolding()));
    }

    @Override
    public Map<String, CollectionName> referring() {
        return Map.of(
                "product",
                SOFTWARE_PRODUCTS,
                "asset",
                ASSETS,
                "connectionPoint",
                CONNECTION_POINTS,
                "zone",
                ZONES,
                "dataHolding",
                DATA_HOLDINGS);
    }

    @Override
    public List<Problem.FieldError> impossible(InstallationView said, @Nullable InstallationEntity stored) {
        var errors = new ArrayList<Problem.FieldError>();
        if (!said.at().exactlyOne()) {
            errors.add(
                    new Problem.FieldError("/at", "takes exactly one of asset, connectionPoint, zone and dataHolding"));
        }
        List<TreatmentView> treatments = Objects.requireNonNullElse(said.treatments(), List.of());
        for (int i = 0; i < treatments.size(); i++) {
            if (treatments.get(i).expiresBeforeVerified()) {
                errors.add(new Problem.FieldError(
                        "/treatments/" + i + "/controlExpiresOn", "lies before the verification"));
            }
        }
        return errors;
    }

    @Override
    public void project(InstallationEntity row, Estate.Builder estate) {
        estate.add(new Installation(
                row.id,
                row.name,
                row.product,
                new InstalledVersion(
                                row.versionText, Objects.requireNonNullElse(row.firstKnownOn, row.versionRecordedOn))
                        .after(row.earlierVersions == null ? List.of() : row.earlierVersions.latestFirst()),
                new PlaceView(row.asset, row.connectionPoint, row.zone, row.dataHolding).fact(),
                new Use(Objects.requireNonNullElse(row.useState, UseState.IN_USE), row.useStateSince),
                TreatmentView.facts(row.treatments)));
    }

    @Override
    public void retract(String key, Estate.Builder estate) {
        estate.removeInstallation(key);
    }
}
